import { z } from 'zod'
import { itemIdSchema, timelineIdSchema, trackIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'

/** Heights of a track's row, in CSS pixels: what it can be, and what it is where nobody dragged it. */
export const TRACK_HEIGHT = { min: 20, max: 400 } as const
export const DEFAULT_TRACK_HEIGHTS = { picture: 66, sound: 40, subtitle: 28 } as const

/** `items` in order of time. Gaps are items, so nothing overlaps and no start is stored. */
export const trackSchema = openObject({
  id: trackIdSchema,
  timelineId: timelineIdSchema,
  kind: z.enum(['picture', 'sound', 'subtitle']),
  name: z.string(),
  items: z.array(itemIdSchema),
  locked: z.boolean().default(false),
  /** Sound is not heard. */
  muted: z.boolean().default(false),
  /** Only solo tracks are heard while any track is solo. */
  solo: z.boolean().default(false),
  /** Picture is not seen. */
  hidden: z.boolean().default(false),
  /** Of its row, in CSS pixels; absent: that of its kind ({@link DEFAULT_TRACK_HEIGHTS}). */
  height: z.int().min(TRACK_HEIGHT.min).max(TRACK_HEIGHT.max).optional(),
  /** Follows ripples on other tracks. */
  syncLocked: z.boolean().default(true),
})
export type Track = z.infer<typeof trackSchema>
export type TrackKind = Track['kind']

export const trackHeight = ({ height, kind }: Pick<Track, 'height' | 'kind'>): number =>
  height ?? DEFAULT_TRACK_HEIGHTS[kind]
