/** Finished files. */
import { z } from 'zod'
import { jobIdSchema, projectIdSchema, timelineIdSchema } from '../../model/ids.ts'
import { call, nothing } from './call.ts'

/** What a cut can be exported as; shared/render/presets holds the settings behind each name. */
export const exportPresetSchema = z.enum(['h264', 'prores'])

export const exportCalls = {
  /** Shows the system's save dialog; null when it was closed. `target` is a token for `export:start`. */
  'export:choose': call(
    z.object({ suggestedName: z.string().min(1).max(200), preset: exportPresetSchema }),
    z.object({ target: z.string(), name: z.string() }).nullable(),
  ),
  'export:start': call(
    z.object({
      projectId: projectIdSchema,
      timelineId: timelineIdSchema,
      preset: exportPresetSchema,
      target: z.string(),
      /** `[in, out)` in timeline frames; absent = everything. */
      range: z.object({ in: z.int().nonnegative(), out: z.int().positive() }).optional(),
    }),
    z.object({ jobId: jobIdSchema }),
  ),
  'export:reveal': call(z.object({ jobId: jobIdSchema }), nothing),
} as const
