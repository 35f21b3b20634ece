/** A row of the one durable queue. Payloads are parsed again by the runner that takes the job. */

import { z } from 'zod'
import { jobIdSchema, projectIdSchema } from '../model/ids.ts'
import { saidSchema } from '../words/Said.ts'

export const jobKindSchema = z.enum(['prepare', 'generate', 'join', 'export', 'thumbnail', 'tiles'])
export type JobKind = z.infer<typeof jobKindSchema>

export const jobStateSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('queued'),
    /** There when it failed in a way that may pass, and is tried again by itself. */
    retry: z
      .object({
        /** Not before this time, ISO 8601 in UTC. */
        at: z.string(),
        /** How often it has failed so far. */
        failures: z.int().positive(),
        message: saidSchema,
      })
      .optional(),
  }),
  z.object({
    status: z.literal('running'),
    /** 0..1, or null while the work gives no measure (Runware). */
    progress: z.number().min(0).max(1).nullable(),
    note: saidSchema,
    startedAt: z.string(),
  }),
  z.object({ status: z.literal('done'), finishedAt: z.string(), note: saidSchema }),
  z.object({
    status: z.literal('failed'),
    finishedAt: z.string(),
    message: saidSchema,
    detail: z.string().optional(),
    /** What kind of error it was, for programs: `GenerationError.safety`. */
    cause: z.string().optional(),
    /** The job it needed, which failed. */
    because: jobIdSchema.optional(),
  }),
  z.object({
    status: z.literal('cancelled'),
    finishedAt: z.string(),
    /** Why, where nobody cancelled this job itself. */
    message: saidSchema.optional(),
    /** The job it needed, which was cancelled. */
    because: jobIdSchema.optional(),
  }),
])
export type JobState = z.infer<typeof jobStateSchema>

export const jobSchema = z.object({
  id: jobIdSchema,
  kind: jobKindSchema,
  projectId: projectIdSchema.optional(),
  /** What it does, for people: `Export Meadow teaser.mp4`. */
  title: saidSchema,
  state: jobStateSchema,
  createdAt: z.string(),
  /** Higher runs first. */
  priority: z.int(),
  /** Jobs that must be done before this one begins. Where one of them fails or is cancelled, this one ends likewise. */
  needs: z.array(jobIdSchema),
  /** What the job is about, so that panels can show it in place. */
  subject: z.object({ shotId: z.string().optional(), mediaKey: z.string().optional() }),
  /** Filled when done: an export's report, a take's id. */
  outcome: z.unknown().optional(),
})
export type Job = z.infer<typeof jobSchema>
