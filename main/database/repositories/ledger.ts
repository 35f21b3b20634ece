/** The books: what was promised for a task and what became of the promise. Whole units of 1e-7 USD. */

import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { jobIdSchema, type ProjectId, projectIdSchema } from '../../../shared/model/ids.ts'
import { saidColumn } from '../json.ts'

/**
 * quote: what was shown; reservation: promised with the job; settlement: what the service billed; release: nothing
 * was billed; writeOff: given up, because it may have been billed and no take will come. A task has one reservation
 * and is settled, released or written off once, which the table enforces.
 */
const kindSchema = z.enum(['quote', 'reservation', 'settlement', 'release', 'writeOff'])

const entrySchema = z.object({
  projectId: projectIdSchema,
  jobId: jobIdSchema,
  taskUUID: z.string(),
  kind: kindSchema,
  amount: z.int().nonnegative(),
  note: saidColumn,
  at: z.string(),
})
export type LedgerEntry = z.output<typeof entrySchema>

/** An entry with the names of what it belongs to. */
const rowSchema = entrySchema.extend({
  number: z.int(),
  projectName: z.string(),
  /** Null where the job is not in this store, e.g. after its project was restored from an archive. */
  title: saidColumn.nullable(),
  lane: z.string().nullable(),
})
export type LedgerRow = z.output<typeof rowSchema>

const totalsSchema = z.object({ reserved: z.int(), settled: z.int(), writtenOff: z.int() })
export type LedgerTotals = z.output<typeof totalsSchema>

const CLOSING = "('settlement', 'release', 'writeOff')"

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
    .prepare(`SELECT count(*) FROM ledger WHERE taskUUID = ? AND kind IN ${CLOSING}`)
    .pluck()
  const totals = db.prepare(
    `SELECT coalesce(sum(amount) FILTER (WHERE kind = 'reservation' AND NOT EXISTS (
         SELECT 1 FROM ledger AS closed WHERE closed.taskUUID = ledger.taskUUID
           AND closed.kind IN ${CLOSING})), 0) AS reserved,
       coalesce(sum(amount) FILTER (WHERE kind = 'settlement'), 0) AS settled,
       coalesce(sum(amount) FILTER (WHERE kind = 'writeOff'), 0) AS writtenOff
     FROM ledger WHERE projectId = ?`,
  )
  const reservation = db.prepare(
    `SELECT projectId, jobId, taskUUID, kind, amount, note, at FROM ledger
     WHERE taskUUID = ? AND kind = 'reservation'`,
  )
  const rows = db.prepare(
    `SELECT ledger.number, ledger.projectId, ledger.jobId, ledger.taskUUID, ledger.kind, ledger.amount, ledger.note,
       ledger.at, projects.name AS projectName, jobs.title, jobs.lane
     FROM ledger JOIN projects ON projects.id = ledger.projectId LEFT JOIN jobs ON jobs.id = ledger.jobId
     WHERE @projectId IS NULL OR ledger.projectId = @projectId ORDER BY ledger.number`,
  )
  return {
    add(entry: LedgerEntry): void {
      add.run({ ...entry, note: JSON.stringify(entry.note) })
    },
    isClosed: (taskUUID: string): boolean => isClosed.get(taskUUID) !== 0,
    ofProject: (projectId: ProjectId): LedgerEntry[] =>
      ofProject.all(projectId).map((row) => entrySchema.parse(row)),
    /** What was promised for a task; undefined for one that was never made here. */
    reservation(taskUUID: string): LedgerEntry | undefined {
      const row = reservation.get(taskUUID)
      return row === undefined ? undefined : entrySchema.parse(row)
    },
    /** In the order they were written; of one project, or of all. */
    rows: (projectId?: ProjectId): LedgerRow[] =>
      rows.all({ projectId: projectId ?? null }).map((row) => rowSchema.parse(row)),
    /** Still promised, really billed, and given up. */
    totals: (projectId: ProjectId): LedgerTotals => totalsSchema.parse(totals.get(projectId)),
  }
}
