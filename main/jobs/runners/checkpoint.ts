/** An engine's checkpoint as it lies in the job's row. */
import { z } from 'zod'
import {
  videoInferenceRequestSchema,
  videoInferenceResultSchema,
} from '../../../shared/generation/request.ts'
import type { EngineCheckpoint } from '../../engines/GenerationEngine.ts'

export const checkpointSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('uploading'), uploads: z.record(z.string(), z.string()) }),
  z.object({ stage: z.literal('submitting'), wire: videoInferenceRequestSchema }),
  z.object({ stage: z.literal('submitted'), wire: videoInferenceRequestSchema }),
  z.object({
    stage: z.literal('finished'),
    wire: videoInferenceRequestSchema,
    result: videoInferenceResultSchema,
  }),
]) satisfies z.ZodType<EngineCheckpoint>

/** @throws z.ZodError when the row holds something else: the store is damaged. */
export const readCheckpoint = (stored: unknown): EngineCheckpoint | undefined =>
  stored === undefined ? undefined : checkpointSchema.parse(stored)

/** Whether the service may have the task (and bill it). */
export function mayBeSent(stored: unknown): boolean {
  const parsed = checkpointSchema.safeParse(stored)
  return parsed.success && parsed.data.stage !== 'uploading'
}
