/** The store as services see it: repositories and one way to make several writes one. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { ProjectId } from '../../shared/model/ids.ts'
import { copyProject, dropCopy } from './copyProject.ts'
import { openDatabase } from './open.ts'
import { jobsRepository } from './repositories/jobs.ts'
import { ledgerRepository } from './repositories/ledger.ts'
import { limitsRepository } from './repositories/limits.ts'
import { mediaRepository } from './repositories/media.ts'
import { preferencesRepository } from './repositories/preferences.ts'
import { preparationsRepository } from './repositories/preparations.ts'
import { projectsRepository } from './repositories/projects.ts'
import { revisionsRepository } from './repositories/revisions.ts'
import { snapshotsRepository } from './repositories/snapshots.ts'
import { takesRepository } from './repositories/takes.ts'
import { uploadsRepository } from './repositories/uploads.ts'
import { versionsRepository } from './repositories/versions.ts'
import { explainSqlite } from './StorageError.ts'

const copySchema = z.object({ id: z.string(), copiedBy: z.string() })

export type Store = ReturnType<typeof openStore>

/**
 * @param file the SQLite file; made with its folder when it is not there.
 * @throws StorageError
 */
export function openStore(file: string) {
  const db = openDatabase(file)
  const copies = db.prepare('SELECT id, copiedBy FROM projects WHERE copiedBy IS NOT NULL')
  return {
    file,
    jobs: jobsRepository(db),
    ledger: ledgerRepository(db),
    limits: limitsRepository(db),
    media: mediaRepository(db),
    preferences: preferencesRepository(db),
    preparations: preparationsRepository(db),
    projects: projectsRepository(db),
    revisions: revisionsRepository(db),
    snapshots: snapshotsRepository(db),
    takes: takesRepository(db),
    uploads: uploadsRepository(db),
    versions: versionsRepository(db),
    /**
     * All of `work` or none of it; durable when this returns. Takes the write lock first, so that what `work` reads
     * is still true when it writes.
     * @throws StorageError, or what `work` throws
     */
    transaction<T>(work: () => T): T {
      try {
        return db.inTransaction ? work() : db.transaction(work).immediate()
      } catch (thrown) {
        throw explainSqlite(thrown, file)
      }
    },
    /**
     * Puts a copy of a project with its history here, a row with each step: one of this store, or one of an archive. Take
     * the steps inside `transaction`s. The copy is not listed until `projects.copied`, and `dropCopy` removes it.
     */
    copying(
      source: { readonly id: ProjectId; readonly archive?: { readonly db: Database } },
      as: ProjectId,
      copiedBy: string,
    ): Generator<readonly [number, number]> {
      const isForeign = source.archive !== undefined
      const from = source.archive?.db ?? db
      const withLedger = isForeign && source.id === as
      return copyProject({
        ...{ from, to: db, projectId: source.id, as, withLedger, isForeign, copiedBy },
      })
    },
    /** Copies that are not finished, and who makes each. */
    copies: (): { readonly id: string; readonly copiedBy: string }[] =>
      z.array(copySchema).parse(copies.all()),
    /** Removes one of them; take each step inside a `transaction`. */
    dropCopy: (id: string): Generator<void> => dropCopy(db, id),
    /** Another number after others than this connection have written. */
    foreignWrites: (): number => Number(db.pragma('data_version', { simple: true })),
    /** SQLite's own words; `ok` when every page and index is sound. */
    integrity: (): string => String(db.pragma('integrity_check', { simple: true })),
    sqliteVersion: (): string => String(db.prepare('SELECT sqlite_version()').pluck().get()),
    close(): void {
      db.close()
    },
  }
}
