/** How far a clip's picture or sound moved on the timeline: what links hold together. */
import { divide, multiply, type Rational, rational, subtract } from '../time/rational.ts'
import type { Clip } from './clip.ts'

export interface Standing {
  readonly clip: Pick<Clip, 'sourceStart' | 'speed'>
  /** Timeline frame of the clip's first frame. */
  readonly start: number
}

/**
 * Frames by which the same moment of the media shows later than before; trimming alone gives 0. A frozen clip goes
 * by its start. Exact, hence a fraction after a slip by parts of a frame.
 */
export function syncShift(before: Standing, after: Standing, rate: Rational): Rational {
  const moved = rational(after.start - before.start)
  if (after.clip.speed.num === 0) return moved
  const slipped = subtract(after.clip.sourceStart, before.clip.sourceStart)
  return subtract(moved, divide(multiply(slipped, rate), after.clip.speed))
}
