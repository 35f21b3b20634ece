import { z } from 'zod'
import { clipSourceSchema } from '../model/clip.ts'
import type { MakeId, TimelineId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { rationalSchema } from '../time/rational.ts'
import { refuse } from './refuse.ts'

export const placedMediaSchema = z.strictObject({
  source: clipSourceSchema,
  name: z.string(),
  /** Exact seconds of media time at the first frame. */
  sourceStart: rationalSchema,
  /** Frames of the timeline. */
  duration: z.int().positive(),
  picture: z.boolean(),
  sound: z.boolean(),
})
export type PlacedMedia = z.infer<typeof placedMediaSchema>

export interface Placement {
  readonly timelineId: TimelineId
  readonly mode: 'overwrite' | 'insert' | 'append'
  readonly frame: number
  readonly pictureTrackId?: TrackId | undefined
  readonly soundTrackId?: TrackId | undefined
  readonly media: readonly PlacedMedia[]
}

export const placeMedia = (_project: Project, _args: Placement, _makeId: MakeId): Project =>
  refuse('This edit is not built yet.')
