/** An engine's checkpoint as it lies in the job's row. */
import { z } from 'zod'
import {
  videoInferenceRequestSchema,
  videoInferenceResultSchema,
} from '../../../shared/generation/request.ts'
import type { EngineCheckpoint } from '../../engines/GenerationEngine.ts'

export const checkpointSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('submitting'), wire: videoInferenceRequestSchema }),
  z.object({ stage: z.literal('submitted'), wire: videoInferenceRequestSchema }),
  z.object({
    stage: z.literal('finished'),
    wire: videoInferenceRequestSchema,
    result: videoInferenceResultSchema,
  }),
]) satisfies z.ZodType<EngineCheckpoint>

/** What an older Keyreel wrote while it uploaded: nothing was sent yet. */
const uploadingSchema = z.object({ stage: z.literal('uploading') })

/** @throws z.ZodError when the row holds something else: the store is damaged. */
export const readCheckpoint = (stored: unknown): EngineCheckpoint | undefined =>
  stored === undefined || uploadingSchema.safeParse(stored).success
    ? undefined
    : checkpointSchema.parse(stored)

/** Whether the service may have the task (and bill it). */
export const mayBeSent = (stored: unknown): boolean => checkpointSchema.safeParse(stored).success
