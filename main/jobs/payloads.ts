/** What each kind of job carries. Parsed again by the runner that takes it, perhaps days and versions later. */
import { z } from 'zod'
import { videoInferenceRequestSchema } from '../../shared/generation/request.ts'
import {
  jobIdSchema,
  projectIdSchema,
  revisionIdSchema,
  shotIdSchema,
  timelineIdSchema,
} from '../../shared/model/ids.ts'
import { takeSpanSchema } from '../../shared/model/take.ts'
import { PRESET_NAMES } from '../../shared/render/presets.ts'
import { rationalSchema } from '../../shared/time/rational.ts'
import { PREPARATIONS } from '../database/repositories/preparations.ts'

export const thumbnailPayloadSchema = z.object({ projectId: projectIdSchema })

export const preparePayloadSchema = z.object({
  mediaKey: z.string().min(1),
  /** Absent in jobs that an older Keyreel queued: all that the medium still lacks. */
  what: z.enum(PREPARATIONS).optional(),
})

export const tilesPayloadSchema = z.object({
  mediaKey: z.string().min(1),
  /** In the order in which they are wanted, when nobody says better. */
  segments: z.array(z.object({ density: z.int().nonnegative(), segment: z.int().nonnegative() })),
})

const shotInputSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('picture'),
    placeholder: z.string().min(1),
    mediaKey: z.string().min(1),
    time: rationalSchema,
  }),
  z.object({
    kind: z.literal('span'),
    placeholder: z.string().min(1),
    mediaKey: z.string().min(1),
    start: rationalSchema,
    frames: z.int().positive(),
  }),
  z.object({ kind: z.literal('boundary'), placeholder: z.string().min(1) }),
])

/** Where the result of a span comes from: a job of the queue, or an earlier take. */
export const spanSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('job'), jobId: jobIdSchema }),
  z.object({ kind: z.literal('kept'), span: takeSpanSchema }),
])
export type SpanSource = z.output<typeof spanSourceSchema>

/** What a job that makes one span leaves for the join. */
export const spanOutcomeSchema = z.object({ span: takeSpanSchema })

export const generatePayloadSchema = z.object({
  projectId: projectIdSchema,
  shotId: shotIdSchema,
  /** As it was called when the job was made. */
  shotName: z.string(),
  engine: z.enum(['local', 'runware']),
  request: videoInferenceRequestSchema,
  inputs: z.array(shotInputSchema),
  recipe: z.string(),
  /** 1e-7 USD, as shown and reserved. */
  quoted: z.int().nonnegative(),
  submittedAt: z.string(),
  /** Present where it makes one span of a longer source: its result is for the join, and no take of its own. */
  span: z
    .object({
      start: z.int().nonnegative(),
      frames: z.int().positive(),
      /** Absent for the first. */
      earlier: spanSourceSchema.optional(),
    })
    .optional(),
})
export type GeneratePayload = z.output<typeof generatePayloadSchema>

export const joinPayloadSchema = z.object({
  projectId: projectIdSchema,
  shotId: shotIdSchema,
  shotName: z.string(),
  engine: z.enum(['local', 'runware']),
  /** What was asked for in one piece; the task UUID is the join's own and never travels. */
  request: videoInferenceRequestSchema,
  recipe: z.string(),
  source: z.object({ mediaKey: z.string().min(1), start: rationalSchema }),
  /** Pictures of the whole. */
  frames: z.int().positive(),
  spans: z.array(spanSourceSchema).min(2),
  submittedAt: z.string(),
})
export type JoinPayload = z.output<typeof joinPayloadSchema>

export const exportPayloadSchema = z.object({
  projectId: projectIdSchema,
  /** The document is exported as it was when the export was asked for. */
  revisionId: revisionIdSchema,
  timelineId: timelineIdSchema,
  preset: z.enum(PRESET_NAMES),
  path: z.string().min(1),
  range: z.object({ in: z.int(), out: z.int() }).optional(),
  /** Pixels; absent: the timeline's own. */
  size: z.object({ width: z.int().positive(), height: z.int().positive() }).optional(),
})
export type ExportPayload = z.output<typeof exportPayloadSchema>
