/**
 * Three-point edits: from the marked points of a source and of a timeline to what is placed where.
 *
 *     source   in out        timeline   in            from in, as long as the source says
 *     source   in out        timeline      out        ends at out (backtimed)
 *     source   in            timeline   in out        from the source's in, as long as the timeline says
 *     source      out        timeline   in out        ends with the source's out (backtimed)
 *     source      out        timeline      out        the source up to its out, ends at out (backtimed)
 *     source   in out        timeline   in out        four points: the source's out gives way
 *
 * A missing timeline point is the playhead; a missing source point the media's start or end. Pure reading: what it
 * gives is the payload of `clips.place`.
 */
import type { ClipSource } from '../model/clip.ts'
import type { TrackId } from '../model/ids.ts'
import type { Timeline } from '../model/timeline.ts'
import { frameAt, secondsAt } from '../time/frames.ts'
import { compare, type Rational, rational, subtract, ZERO } from '../time/rational.ts'
import type { Placing } from './placeMedia.ts'
import { refuse } from './refuse.ts'

export interface SourcePoints {
  readonly source: ClipSource
  readonly name: string
  /** Exact seconds; null for what lasts as long as it is asked to. */
  readonly length: Rational | null
  /** Exact seconds of media time, `[in, out)`. */
  readonly in?: Rational | undefined
  readonly out?: Rational | undefined
}

export interface TimelinePoints {
  readonly timeline: Pick<Timeline, 'id' | 'rate' | 'inFrame' | 'outFrame'>
  readonly playhead: number
}

export interface Receiving {
  readonly mode: 'overwrite' | 'insert'
  readonly picture: boolean
  readonly sound: boolean
  readonly pictureTrackId?: TrackId | undefined
  readonly soundTrackId?: TrackId | undefined
}

/** How long a still or a solid lies where nothing says. */
const STILL_SECONDS = rational(5)

/** @throws EditRefused where the points leave no room: before the timeline's or the media's start. */
export function threePoint(
  from: SourcePoints,
  { timeline, playhead }: TimelinePoints,
  { picture, sound, ...receiving }: Receiving,
): Placing {
  const { inFrame, outFrame, rate } = timeline
  const isTimed = inFrame !== undefined && outFrame !== undefined
  const duration = isTimed ? outFrame - inFrame : sourceFrames(from, rate)
  const isBacktimed = !isTimed && outFrame !== undefined
  const frame = isBacktimed ? outFrame - duration : (inFrame ?? playhead)
  if (frame < 0) {
    refuse('edit:outPointTooEarly', { count: -frame })
  }
  const sourceStart =
    isTimed && !from.in && from.out
      ? subtract(from.out, secondsAt(duration, rate))
      : (from.in ?? ZERO)
  if (compare(sourceStart, ZERO) < 0) {
    refuse('edit:sourceRangeShort', { name: from.name })
  }
  const { source, name } = from
  return {
    ...receiving,
    timelineId: timeline.id,
    frame,
    media: [{ source, name, sourceStart, duration, picture, sound }],
  }
}

/** At least one frame. */
function sourceFrames(from: SourcePoints, rate: Rational): number {
  const start = from.in ?? ZERO
  const end = from.out ?? from.length
  const seconds = end === null ? STILL_SECONDS : subtract(end, start)
  if (compare(seconds, ZERO) <= 0) {
    refuse('edit:inBehindOutOf', { name: from.name })
  }
  return Math.max(1, frameAt(seconds, rate, 'nearest'))
}
