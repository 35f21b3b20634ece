/** How far a clip's picture or sound moved on the timeline: what links hold together. */
import {
  add,
  divide,
  equals,
  multiply,
  type Rational,
  rational,
  subtract,
} from '../time/rational.ts'
import type { Clip } from './clip.ts'
import { isFrozen, type Motion, mediaTimeAt, positionOf } from './timeMap.ts'

export interface Standing {
  readonly clip: Motion & Partial<Pick<Clip, 'duration'>>
  /** Timeline frame of the clip's first frame. */
  readonly start: number
}

/**
 * Frames by which the same moment of the media shows later than before; trimming alone gives 0. A frozen clip goes
 * by its start. Exact, hence a fraction after a slip by parts of a frame; where keyframes of speed themselves changed,
 * by the moment that the first frame showed, to the nearest frame.
 */
export function syncShift(before: Standing, after: Standing, rate: Rational): Rational {
  const moved = rational(after.start - before.start)
  if (isFrozen(after.clip)) return moved
  const [was, is] = [before.clip.speedKeys?.[0], after.clip.speedKeys?.[0]]
  if (was && is && equals(before.clip.sourceStart, after.clip.sourceStart)) {
    return add(moved, rational(is.frame - was.frame))
  }
  if (was || is) {
    const position = positionOf(after.clip, mediaTimeAt(before.clip, 0, rate), rate)
    return position === null ? moved : add(moved, rational(Math.round(position)))
  }
  const slipped = subtract(after.clip.sourceStart, before.clip.sourceStart)
  return subtract(moved, divide(multiply(slipped, rate), after.clip.speed))
}
