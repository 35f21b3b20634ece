/** The program itself. */
import { z } from 'zod'
import { call, nothing } from './call.ts'

export const doctorSchema = z.object({ text: z.string(), report: z.unknown() })

export const appCalls = {
  'app:info': call(
    nothing,
    z.object({
      version: z.string(),
      platform: z.string(),
      versions: z.record(z.string(), z.string()),
      ffmpeg: z.string().nullable(),
      rife: z.boolean(),
    }),
  ),
  'app:log': call(
    z.object({
      level: z.enum(['info', 'warn', 'error']),
      message: z.string().max(10_000),
      detail: z.string().max(50_000).optional(),
    }),
    nothing,
  ),
  'app:copyText': call(z.object({ text: z.string().max(1_000_000) }), nothing),
  'app:openLogs': call(nothing, nothing),
  'app:doctor': call(nothing, doctorSchema),
  /** While the viewer plays, work in the background takes what is left of the processor. */
  'app:playing': call(z.object({ isPlaying: z.boolean() }), nothing),
  /** The window stands and answers: from now on there is time for work in the background. */
  'app:shown': call(nothing, nothing),
} as const
