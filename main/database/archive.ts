/**
 * An archive is a store with exactly one project in one file, and optionally the bytes of its media:
 *
 *     <name>.keyreel   the tables of a store (main/database/migrations), marked by SQLite's application_id
 *       archiveMedia   mediaKey, extension, sha256, byteSize of each medium that is inside
 *       archiveBytes   its bytes in chunks, in order
 */
import { createHash } from 'node:crypto'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { z } from 'zod'
import { type ProjectId, projectIdSchema } from '../../shared/model/ids.ts'
import type { SaidParam } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import { copyProject, mediaKeysOf } from './copyProject.ts'
import { MIGRATIONS } from './migrations/all.ts'
import { openDatabase } from './open.ts'
import { type MediaRow, mediaRepository } from './repositories/media.ts'
import { explainSqlite, StorageError } from './StorageError.ts'

/** `KyRl`, which `file` and others show. */
const APPLICATION_ID = 0x4b79526c

const mediumSchema = z.object({
  mediaKey: z.string(),
  extension: z.string(),
  sha256: z.string(),
  byteSize: z.int(),
})
export type ArchivedMedium = z.output<typeof mediumSchema>

export type ArchiveWriter = ReturnType<typeof createArchive>

/**
 * @param file where the archive grows; give it its final name only after `finish`.
 * @param storeFile read through a connection of its own, as it is at this moment.
 * @throws StorageError
 */
export function createArchive(file: string, storeFile: string, projectId: ProjectId) {
  const db = openDatabase(file)
  const from = new BetterSqlite3(storeFile, { readonly: true })
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (thrown) {
      throw explainSqlite(thrown, file)
    }
  }
  const close = (): void => {
    from.close()
    db.close()
  }
  // A file that is thrown away unless it is finished needs no journal of its own.
  db.pragma('synchronous = OFF')
  db.pragma('journal_mode = MEMORY')
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.exec(`
    CREATE TABLE archiveMedia (mediaKey TEXT PRIMARY KEY NOT NULL, extension TEXT NOT NULL, sha256 TEXT NOT NULL,
      byteSize INTEGER NOT NULL) STRICT;
    CREATE TABLE archiveBytes (mediaKey TEXT NOT NULL REFERENCES archiveMedia (mediaKey) DEFERRABLE INITIALLY DEFERRED,
      chunk INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (mediaKey, chunk)) STRICT;
  `)
  const putMedium = db.prepare(
    'INSERT INTO archiveMedia (mediaKey, extension, sha256, byteSize) VALUES (@mediaKey, @extension, @sha256, @byteSize)',
  )
  const putBytes = db.prepare('INSERT INTO archiveBytes (mediaKey, chunk, bytes) VALUES (?, ?, ?)')
  return {
    /** The project, its history and where its media lay; yields how far it is. */
    *copy(): Generator<readonly [number, number]> {
      from.exec('BEGIN')
      db.exec('BEGIN')
      try {
        const [source, copies] = [mediaRepository(from), mediaRepository(db)]
        const searching = mediaKeysOf(from, projectId)
        let search = searching.next()
        for (; !search.done; search = searching.next()) yield [0, 1]
        for (const key of search.value) {
          const row = source.find(key)
          if (row) copies.put(row)
        }
        yield* copyProject({
          ...{ from, to: db, projectId, as: projectId, withLedger: true, isForeign: false },
        })
        db.exec('COMMIT')
        from.exec('COMMIT')
      } catch (thrown) {
        throw explainSqlite(thrown, file)
      }
    },
    media: (): MediaRow[] => mediaOf(db),
    putBytes: (mediaKey: string, chunk: number, bytes: Uint8Array): void =>
      guarded(() => void putBytes.run(mediaKey, chunk, bytes)),
    putMedium: (medium: ArchivedMedium): void => guarded(() => void putMedium.run(medium)),
    /** Checks what was written, a part with each step, then lets go of it. @throws StorageError `damaged` */
    *finish(): Generator<void> {
      yield* checkSound(db, file)
      for (const { mediaKey, sha256 } of insideOf(db)) {
        const hash = createHash('sha256')
        for (const bytes of bytesIn(db, mediaKey, file)) {
          hash.update(bytes)
          yield
        }
        if (hash.digest('hex') !== sha256) throw damaged(file, say('storage:bytesOf', { mediaKey }))
      }
      close()
    },
    /** Lets go of an archive that will not be finished. */
    close(): void {
      if (db.open) close()
    },
  }
}

const mediaOf = (db: Database): MediaRow[] => {
  const media = mediaRepository(db)
  const keys = db.prepare('SELECT mediaKey FROM media ORDER BY mediaKey').pluck().all()
  return keys.flatMap((key) => media.find(String(key)) ?? [])
}

const insideOf = (db: Database): ArchivedMedium[] =>
  db
    .prepare('SELECT mediaKey, extension, sha256, byteSize FROM archiveMedia ORDER BY mediaKey')
    .all()
    .map((row) => mediumSchema.parse(row))

function* bytesIn(db: Database, mediaKey: string, file: string): Generator<Uint8Array> {
  const chunks = db.prepare('SELECT bytes FROM archiveBytes WHERE mediaKey = ? ORDER BY chunk')
  try {
    for (const chunk of chunks.pluck().iterate(mediaKey)) {
      yield z.instanceof(Uint8Array).parse(chunk)
    }
  } catch (thrown) {
    throw explainSqlite(thrown, file)
  }
}

const damaged = (file: string, what: SaidParam): StorageError =>
  new StorageError(say('storage:archiveUnusable', { file, what }), 'damaged')

/** Every table and its indexes, one with each step; the bytes of media have hashes of their own. */
function* checkSound(db: Database, file: string): Generator<void> {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'archiveBytes'")
    .pluck()
    .all()
  for (const table of tables) {
    const found = String(db.pragma(`integrity_check("${String(table)}")`, { simple: true }))
    if (found !== 'ok') throw damaged(file, found)
    yield
  }
}

export interface Archive {
  readonly db: Database
  readonly project: { readonly id: ProjectId; readonly name: string }
  readonly media: () => MediaRow[]
  readonly inside: () => ArchivedMedium[]
  readonly bytesOf: (mediaKey: string) => Generator<Uint8Array>
  readonly close: () => void
}

/**
 * Opens an archive for reading; the file is not changed.
 * @param upgrade gives the path of a copy that may be changed, for an archive of an older form
 * @param inTurns takes the steps of checking it
 * @throws StorageError when it is no archive, damaged, or from a newer Keyreel
 */
export async function openArchive(
  file: string,
  upgrade: () => Promise<string>,
  inTurns: (steps: Iterator<void>) => Promise<void>,
): Promise<Archive> {
  let db: Database = await openReadOnly(file, inTurns)
  const version = Number(db.pragma('user_version', { simple: true }))
  const newest = MIGRATIONS.at(-1)?.version ?? 0
  if (version !== newest) {
    db.close()
    db = openDatabase(version > newest ? file : await upgrade())
  }
  const projects = z
    .array(z.object({ id: projectIdSchema, name: z.string() }))
    .parse(db.prepare('SELECT id, name FROM projects').all())
  const [project, ...others] = projects
  if (!project || others.length > 0) {
    db.close()
    throw new StorageError(
      say('storage:archiveProjects', { file, count: projects.length }),
      'damaged',
    )
  }
  return {
    db,
    project,
    media: (): MediaRow[] => mediaOf(db),
    inside: () => insideOf(db),
    bytesOf: (mediaKey) => bytesIn(db, mediaKey, file),
    close(): void {
      db.close()
    },
  }
}

async function openReadOnly(
  file: string,
  inTurns: (steps: Iterator<void>) => Promise<void>,
): Promise<Database> {
  try {
    const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      db.close()
      throw new StorageError(say('storage:noArchive', { file }), 'damaged')
    }
    await inTurns(checkSound(db, file))
    return db
  } catch (thrown) {
    throw explainSqlite(thrown, file)
  }
}
