/**
 * An archive is a store with exactly one project in one file, and optionally the bytes of its media:
 *
 *     <name>.keyreel   the tables of a store (main/database/migrations), marked by SQLite's application_id
 *       archiveMedia   mediaKey, extension, sha256, byteSize of each medium that is inside
 *       archiveBytes   its bytes in chunks, in order
 */
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { z } from 'zod'
import { type ProjectId, projectIdSchema } from '../../shared/model/ids.ts'
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
        for (const key of mediaKeysOf(from, projectId)) {
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
    /** Makes it one plain file and checks it. @throws StorageError `damaged` */
    finish(): void {
      guarded(() => {
        db.pragma('journal_mode = DELETE')
        requireSound(db, file)
      })
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

function requireSound(db: Database, file: string): void {
  const found = String(db.pragma('integrity_check', { simple: true }))
  if (found === 'ok') return
  throw new StorageError(
    `The archive ${file} is damaged (${found}), so nothing was taken from it. Use another copy of it.`,
    'damaged',
  )
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
 * @throws StorageError when it is no archive, damaged, or from a newer Keyreel
 */
export function openArchive(file: string, upgrade: () => string): Archive {
  let db: Database = openReadOnly(file)
  const version = Number(db.pragma('user_version', { simple: true }))
  const newest = MIGRATIONS.at(-1)?.version ?? 0
  if (version !== newest) {
    db.close()
    db = openDatabase(version > newest ? file : upgrade())
  }
  const projects = z
    .array(z.object({ id: projectIdSchema, name: z.string() }))
    .parse(db.prepare('SELECT id, name FROM projects').all())
  const [project, ...others] = projects
  if (!project || others.length > 0) {
    db.close()
    throw new StorageError(
      `The archive ${file} holds ${projects.length} projects instead of one, so nothing was taken from it.`,
      'damaged',
    )
  }
  const bytes = db
    .prepare('SELECT bytes FROM archiveBytes WHERE mediaKey = ? ORDER BY chunk')
    .pluck()
  return {
    db,
    project,
    media: (): MediaRow[] => mediaOf(db),
    inside: (): ArchivedMedium[] =>
      db
        .prepare('SELECT mediaKey, extension, sha256, byteSize FROM archiveMedia ORDER BY mediaKey')
        .all()
        .map((row) => mediumSchema.parse(row)),
    *bytesOf(mediaKey: string): Generator<Uint8Array> {
      for (const chunk of bytes.iterate(mediaKey)) yield z.instanceof(Uint8Array).parse(chunk)
    },
    close(): void {
      db.close()
    },
  }
}

function openReadOnly(file: string): Database {
  try {
    const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      db.close()
      throw new StorageError(
        `${file} is no Keyreel archive. Choose a file that "archive" made (its name ends in .keyreel).`,
        'damaged',
      )
    }
    requireSound(db, file)
    return db
  } catch (thrown) {
    throw explainSqlite(thrown, file)
  }
}
