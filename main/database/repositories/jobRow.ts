/** A job as it lies in the store, and the part of it that others may see. */
import { z } from 'zod'
import {
  type Job,
  type JobKind,
  jobKindSchema,
  jobSchema,
  jobStateSchema,
} from '../../../shared/jobs/job.ts'
import { type JobId, jobIdSchema, projectIdSchema } from '../../../shared/model/ids.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { flag, jsonColumn, optional, saidColumn } from '../json.ts'

/** Jobs of one lane share a limit of how many run at once. */
const laneSchema = z.enum(['prepare', 'proxy', 'export', 'generate:local', 'generate:runware'])
export type Lane = z.infer<typeof laneSchema>

const rowSchema = z.object({
  id: jobIdSchema,
  number: z.int(),
  kind: jobKindSchema,
  lane: laneSchema,
  projectId: optional(projectIdSchema),
  title: saidColumn,
  state: jsonColumn(jobStateSchema),
  priority: z.int(),
  createdAt: z.string(),
  subject: jsonColumn(jobSchema.shape.subject),
  payload: jsonColumn(z.unknown()),
  checkpoint: optional(jsonColumn(z.unknown())),
  outcome: optional(jsonColumn(z.unknown())),
  leaseOwner: z.string().nullable(),
  leaseUntil: z.int(),
  fence: z.int(),
  attempts: z.int(),
  cancelRequested: flag,
  failures: z.int(),
  /** Milliseconds since 1970. */
  notBefore: z.int(),
  needs: jsonColumn(z.array(jobIdSchema)),
})
export type JobRow = z.output<typeof rowSchema>

export interface NewJob {
  readonly id: JobId
  readonly kind: JobKind
  readonly lane: Lane
  readonly projectId?: Job['projectId']
  readonly title: Said
  readonly priority: number
  readonly subject: Job['subject']
  readonly payload: unknown
  readonly createdAt: string
  /** Jobs of the store that must be done before. */
  readonly needs?: readonly JobId[]
}

/** A waiting job and the one it needed that came to nothing. */
export interface Doomed {
  readonly row: JobRow
  readonly by: JobRow
}

/** What to select: a row with what it needs. */
export const ROW = `*, (SELECT json_group_array(needs) FROM jobNeeds WHERE jobId = jobs.id) AS needs`

export const readJob = (row: unknown): JobRow => rowSchema.parse(row)

/** The part of a row that may leave the main process: no payload, lease or checkpoint. */
export function publicJob(row: JobRow): Job {
  const { id, kind, title, state, createdAt, priority, subject, needs, projectId, outcome } = row
  return {
    id,
    kind,
    title,
    state,
    createdAt,
    priority,
    subject,
    needs,
    ...(projectId === undefined ? {} : { projectId }),
    ...(outcome === undefined ? {} : { outcome }),
  }
}
