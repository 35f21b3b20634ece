/**
 * What this store knows to lie at the service: one row for each upload, written before its first byte leaves, so that what
 * a crash cut off can be found again and deleted.
 */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { JobId } from '../../../shared/model/ids.ts'
import { flag, optional } from '../json.ts'

/**
 * stored    may be used again by other tasks
 * doubted   a task that named it was refused or failed: never used again, and may be gone
 * leaving   is to be deleted once no task needs it, and is not used again
 */
export const uploadStateSchema = z.enum(['stored', 'doubted', 'leaving'])
export type UploadState = z.infer<typeof uploadStateSchema>

const rowSchema = z.object({
  /** Of the upload itself. */
  taskUUID: z.string(),
  /** A fingerprint of the key (services/keyFingerprint). */
  account: z.string(),
  /** Of the content, 64 hex digits. */
  sha256: z.string(),
  /** Absent until the service has told it. */
  mediaUUID: optional(z.string()),
  state: uploadStateSchema,
  /** ISO 8601, UTC; of an upload that is not finished: when it began. */
  storedAt: z.string(),
  /** When a task named it last. */
  usedAt: z.string(),
  /** Whether a task that is not closed in the ledger names it: the service may still be going to read it. */
  isNeeded: flag,
})
export type UploadRow = z.output<typeof rowSchema>

export interface NewUpload {
  readonly taskUUID: string
  readonly account: string
  readonly sha256: string
  readonly at: string
}

const NEEDED = `EXISTS (SELECT 1 FROM uploadUses
  JOIN ledger ON ledger.taskUUID = uploadUses.taskUUID AND ledger.kind = 'reservation'
  WHERE uploadUses.upload = uploads.taskUUID AND NOT EXISTS (
    SELECT 1 FROM ledger AS closed WHERE closed.taskUUID = uploadUses.taskUUID
      AND closed.kind IN ('settlement', 'release', 'writeOff')))`

export type UploadsRepository = ReturnType<typeof uploadsRepository>

export function uploadsRepository(db: Database) {
  const salt = db.prepare('SELECT salt FROM uploadSalt').pluck()
  const all = db.prepare(`SELECT *, ${NEEDED} AS isNeeded FROM uploads ORDER BY rowid`)
  const ofContent = db.prepare(
    `SELECT *, ${NEEDED} AS isNeeded FROM uploads WHERE account = @account AND sha256 = @sha256
     ORDER BY rowid DESC`,
  )
  const insert = db.prepare(
    `INSERT INTO uploads (taskUUID, account, sha256, state, storedAt, usedAt)
     VALUES (@taskUUID, @account, @sha256, 'stored', @at, @at)`,
  )
  const keep = db.prepare(
    `UPDATE uploads SET mediaUUID = @mediaUUID, storedAt = @at, state = 'stored' WHERE taskUUID = @taskUUID`,
  )
  const moveUses = db.prepare(
    'INSERT OR IGNORE INTO uploadUses (upload, taskUUID) SELECT @to, taskUUID FROM uploadUses WHERE upload = @from',
  )
  const use = db.prepare(
    'INSERT OR IGNORE INTO uploadUses (upload, taskUUID) SELECT taskUUID, @by FROM uploads WHERE taskUUID = @taskUUID',
  )
  const used = db.prepare('UPDATE uploads SET usedAt = @at WHERE taskUUID = @taskUUID')
  const byMedium = db.prepare('SELECT taskUUID FROM uploads WHERE mediaUUID = ?').pluck()
  const doubt = db.prepare(
    "UPDATE uploads SET state = 'doubted' WHERE mediaUUID = ? AND state = 'stored'",
  )
  const leave = db.prepare("UPDATE uploads SET state = 'leaving' WHERE taskUUID = ?")
  const leaveOf = db.prepare(
    `UPDATE uploads SET state = 'leaving'
     WHERE taskUUID IN (SELECT uploadUses.upload FROM uploadUses JOIN ledger ON ledger.taskUUID = uploadUses.taskUUID
       WHERE ledger.jobId = ?)`,
  )
  const remove = db.prepare('DELETE FROM uploads WHERE taskUUID = ?')
  const storing = (mediaUUID: string): string | undefined =>
    z.string().optional().parse(byMedium.get(mediaUUID))
  return {
    /** Of this store alone; 32 hex digits. */
    salt: (): string => z.string().parse(salt.get()),
    /** The oldest first. */
    all: (): UploadRow[] => all.all().map((row) => rowSchema.parse(row)),
    /** The newest first. */
    ofContent: (account: string, sha256: string): UploadRow[] =>
      ofContent.all({ account, sha256 }).map((row) => rowSchema.parse(row)),
    begin(upload: NewUpload): void {
      insert.run(upload)
    },
    /** The service has told what it is called. It may give equal content one name; then the first upload stands for both. */
    keep(taskUUID: string, mediaUUID: string, at: string): void {
      const known = storing(mediaUUID)
      const one = known ?? taskUUID
      if (one !== taskUUID) {
        moveUses.run({ from: taskUUID, to: one })
        remove.run(taskUUID)
      }
      keep.run({ taskUUID: one, mediaUUID, at })
    },
    /** Notes that a task names an upload. */
    use(taskUUID: string, by: string, at: string): void {
      use.run({ taskUUID, by })
      used.run({ taskUUID, at })
    },
    /** The upload that stored a medium. */
    storing,
    doubt(mediaUUID: string): void {
      doubt.run(mediaUUID)
    },
    leave(taskUUID: string): void {
      leave.run(taskUUID)
    },
    /** The same for all that a job's tasks name, although they may need them still. */
    leaveOf(jobId: JobId): void {
      leaveOf.run(jobId)
    },
    remove(taskUUID: string): void {
      remove.run(taskUUID)
    },
  }
}
