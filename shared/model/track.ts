import { z } from 'zod'
import { itemIdSchema, timelineIdSchema, trackIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'

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
  /** Follows ripples on other tracks. */
  syncLocked: z.boolean().default(true),
})
export type Track = z.infer<typeof trackSchema>
export type TrackKind = Track['kind']
