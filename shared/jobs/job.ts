/** A row of the one durable queue. Payloads are parsed again by the runner that takes the job. */
import { z } from 'zod'
import { jobIdSchema, projectIdSchema } from '../model/ids.ts'

export const jobKindSchema = z.enum(['prepare', 'generate', 'export'])
export type JobKind = z.infer<typeof jobKindSchema>

export const jobStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('queued') }),
  z.object({
    status: z.literal('running'),
    /** 0..1, or null while the work gives no measure (Runware). */
    progress: z.number().min(0).max(1).nullable(),
    note: z.string(),
    startedAt: z.string(),
  }),
  z.object({ status: z.literal('done'), finishedAt: z.string(), note: z.string() }),
  z.object({
    status: z.literal('failed'),
    finishedAt: z.string(),
    message: z.string(),
    detail: z.string().optional(),
  }),
  z.object({ status: z.literal('cancelled'), finishedAt: z.string() }),
])
export type JobState = z.infer<typeof jobStateSchema>

export const jobSchema = z.object({
  id: jobIdSchema,
  kind: jobKindSchema,
  projectId: projectIdSchema.optional(),
  /** What it does, for people: `Export Meadow teaser.mp4`. */
  title: z.string(),
  state: jobStateSchema,
  createdAt: z.string(),
  /** Higher runs first. */
  priority: z.int(),
  /** What the job is about, so that panels can show it in place. */
  subject: z.object({ shotId: z.string().optional(), mediaKey: z.string().optional() }),
  /** Filled when done: an export's report, a take's id. */
  outcome: z.unknown().optional(),
})
export type Job = z.infer<typeof jobSchema>
