import type { MediaInfo } from '../../shared/model/mediaInfo.ts'
import { min, type Rational, ZERO } from '../../shared/time/rational.ts'

/** The container's timestamp of the media's own zero: the first moment of any stream (main/media/ffmpeg/seek). */
export function mediaZero(info: MediaInfo): Rational {
  const starts = [...info.video, ...info.audio].map(({ start }) => start)
  return starts.length > 0 ? starts.reduce(min) : ZERO
}
