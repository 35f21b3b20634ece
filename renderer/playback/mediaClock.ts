/** From the model's exact media time to the seconds that decoders count. */
import type { MediaInfo } from '../../shared/model/mediaInfo.ts'
import { add, multiply, type Rational, rational, toNumber } from '../../shared/time/rational.ts'

/** Seconds from the first picture, which is the media's zero (shared/render/mediaZero). */
export function pictureSeconds(info: MediaInfo, time: Rational): number {
  const [video] = info.video
  if (!video) return toNumber(time)
  // Half a tick: exact times become binary fractions here, and must not fall before the frame that they start.
  return toNumber(add(time, multiply(video.timeBase, rational(1, 2))))
}
