/** New clips on their way into a timeline. */
import type { Clip } from '../model/clip.ts'
import type { TimelineId, TrackId } from '../model/ids.ts'

export interface PlacedClips {
  readonly timelineId: TimelineId
  /** Where the first one starts. */
  readonly frame: number
  /** Frames from the first start to the last end. */
  readonly length: number
  /** `offset`: frames after `frame`. Pieces on one track do not overlap. */
  readonly pieces: readonly {
    readonly trackId: TrackId
    readonly offset: number
    readonly clip: Clip
  }[]
}
