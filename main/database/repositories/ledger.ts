/** The books: what was promised for a task and what became of the promise. Whole units of 1e-7 USD. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { jobIdSchema, type ProjectId, projectIdSchema } from '../../../shared/model/ids.ts'

/**
 * quote: what was shown; reservation: promised with the job; settlement: what the service billed; release: nothing
 * was billed. A task has one reservation and is settled or released once, which the table enforces.
 */
const kindSchema = z.enum(['quote', 'reservation', 'settlement', 'release'])

const entrySchema = z.object({
  projectId: projectIdSchema,
  jobId: jobIdSchema,
  taskUUID: z.string(),
  kind: kindSchema,
  amount: z.int().nonnegative(),
  note: z.string(),
  at: z.string(),
})
export type LedgerEntry = z.output<typeof entrySchema>

const totalsSchema = z.object({ reserved: z.int(), settled: z.int() })

export type LedgerRepository = ReturnType<typeof ledgerRepository>

export function ledgerRepository(db: Database) {
  const add = db.prepare(
    `INSERT INTO ledger (projectId, jobId, taskUUID, kind, amount, note, at)
     VALUES (@projectId, @jobId, @taskUUID, @kind, @amount, @note, @at)`,
  )
  const ofProject = db.prepare(
    'SELECT projectId, jobId, taskUUID, kind, amount, note, at FROM ledger WHERE projectId = ? ORDER BY number',
  )
  const isClosed = db
    .prepare("SELECT count(*) FROM ledger WHERE taskUUID = ? AND kind IN ('settlement', 'release')")
    .pluck()
  const totals = db.prepare(
    `SELECT coalesce(sum(amount) FILTER (WHERE kind = 'reservation' AND NOT EXISTS (
         SELECT 1 FROM ledger AS closed WHERE closed.taskUUID = ledger.taskUUID
           AND closed.kind IN ('settlement', 'release'))), 0) AS reserved,
       coalesce(sum(amount) FILTER (WHERE kind = 'settlement'), 0) AS settled
     FROM ledger WHERE projectId = ?`,
  )
  return {
    add(entry: LedgerEntry): void {
      add.run(entry)
    },
    isClosed: (taskUUID: string): boolean => isClosed.get(taskUUID) !== 0,
    ofProject: (projectId: ProjectId): LedgerEntry[] =>
      ofProject.all(projectId).map((row) => entrySchema.parse(row)),
    /** Still promised, and really billed. */
    totals: (projectId: ProjectId): { reserved: number; settled: number } =>
      totalsSchema.parse(totals.get(projectId)),
  }
}
