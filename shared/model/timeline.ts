import { z } from 'zod'
import { rationalSchema } from '../time/rational.ts'
import { markerIdSchema, timelineIdSchema, trackIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'

export const markerSchema = openObject({
  id: markerIdSchema,
  timelineId: timelineIdSchema,
  frame: z.int().nonnegative(),
  duration: z.int().nonnegative().default(0),
  name: z.string(),
  color: z.enum(['amber', 'teal', 'green', 'violet', 'red']).default('amber'),
})
export type Marker = z.infer<typeof markerSchema>

export const timelineSchema = openObject({
  id: timelineIdSchema,
  name: z.string().min(1),
  /** Frames per second, exact. */
  rate: rationalSchema,
  width: z.int().positive(),
  height: z.int().positive(),
  sampleRate: z.int().positive().default(48000),
  /** Timecode shown at frame 0, in frames. */
  startFrame: z.int().default(0),
  /** Picture tracks from bottom to top, then sound tracks from top to bottom. */
  tracks: z.array(trackIdSchema),
  /** The in/out range `[in, out)`. */
  inFrame: z.int().nonnegative().optional(),
  outFrame: z.int().positive().optional(),
})
export type Timeline = z.infer<typeof timelineSchema>
