/** From the model's exact media time to the seconds of a container, and which frame that is. */
import type { MediaInfo } from '../../shared/model/mediaInfo.ts'
import {
  add,
  multiply,
  type Rational,
  rational,
  subtract,
  toNumber,
} from '../../shared/time/rational.ts'
import { mediaZero } from './mediaZero.ts'

/** Seconds from the first picture's own time; negative before it. */
export function pictureSeconds(info: MediaInfo, time: Rational): number {
  const [video] = info.video
  if (!video) return toNumber(time)
  const offset = subtract(video.start, mediaZero(info))
  // Half a tick: exact times become binary fractions here, and must not fall before the frame that they start.
  return toNumber(add(subtract(time, offset), multiply(video.timeBase, rational(1, 2))))
}
