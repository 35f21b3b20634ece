/** What each kind of job carries. Parsed again by the runner that takes it, perhaps days and versions later. */
import { z } from 'zod'
import { videoInferenceRequestSchema } from '../../shared/generation/request.ts'
import {
  projectIdSchema,
  revisionIdSchema,
  shotIdSchema,
  timelineIdSchema,
} from '../../shared/model/ids.ts'
import { PRESET_NAMES } from '../../shared/render/presets.ts'
import { rationalSchema } from '../../shared/time/rational.ts'
import { PREPARATIONS } from '../database/repositories/preparations.ts'

export const thumbnailPayloadSchema = z.object({ projectId: projectIdSchema })

export const preparePayloadSchema = z.object({
  mediaKey: z.string().min(1),
  /** Absent in jobs that an older Keyreel queued: all that the medium still lacks. */
  what: z.enum(PREPARATIONS).optional(),
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
])

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
})
export type GeneratePayload = z.output<typeof generatePayloadSchema>

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
