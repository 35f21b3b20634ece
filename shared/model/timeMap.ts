/** The one time map: from a timeline's frame to media time. Players, painters and exports all ask here. */
import { secondsAt } from '../time/frames.ts'
import { add, multiply, type Rational } from '../time/rational.ts'
import type { Clip } from './clip.ts'

/**
 * Media time (exact seconds from the media's zero) shown at `clipFrame`, counted from the clip's in-point at the
 * timeline's `rate`. The frame on screen is the last one that starts at or before that time.
 */
export const mediaTimeAt = (
  clip: Pick<Clip, 'sourceStart' | 'speed'>,
  clipFrame: number,
  rate: Rational,
): Rational => add(clip.sourceStart, multiply(secondsAt(clipFrame, rate), clip.speed))
