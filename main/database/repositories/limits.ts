/** What a project may cost: a cap on everything, and an amount above which each request is asked about. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { ProjectId } from '../../../shared/model/ids.ts'

/** Whole units of 1e-7 USD; null where there is no limit. */
const limitsSchema = z.object({
  cap: z.int().nonnegative().nullable(),
  confirmAbove: z.int().nonnegative().nullable(),
})
export type Limits = z.output<typeof limitsSchema>

export type LimitsRepository = ReturnType<typeof limitsRepository>

export function limitsRepository(db: Database) {
  const find = db.prepare('SELECT cap, confirmAbove FROM limits WHERE projectId = ?')
  const put = db.prepare(
    `INSERT INTO limits (projectId, cap, confirmAbove) VALUES (@projectId, @cap, @confirmAbove)
     ON CONFLICT (projectId) DO UPDATE SET cap = excluded.cap, confirmAbove = excluded.confirmAbove`,
  )
  return {
    of: (projectId: ProjectId): Limits =>
      limitsSchema.parse(find.get(projectId) ?? { cap: null, confirmAbove: null }),
    put(projectId: ProjectId, limits: Limits): void {
      put.run({ projectId, ...limits })
    },
  }
}
