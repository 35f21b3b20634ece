/** Which `-ss` shows the picture that is on screen at a time. Pure. Times count from the file's first moment. */

import type { MediaInfo, VideoStream } from '../../../shared/model/mediaInfo.ts'
import { frameAt, secondsAt } from '../../../shared/time/frames.ts'
import {
  add,
  compare,
  divide,
  max,
  min,
  type Rational,
  rational,
  subtract,
  toNumber,
  ZERO,
} from '../../../shared/time/rational.ts'

/** Decimal seconds to the microsecond, ffmpeg's own precision. */
export const decimalSeconds = (time: Rational): string => toNumber(time).toFixed(6)

/** How far the first picture lies behind the file's first moment (sound may begin earlier). */
export function pictureOffset(info: MediaInfo, video: VideoStream): Rational {
  const zero = [...info.video, ...info.audio].map(({ start }) => start).reduce(min)
  return subtract(video.start, zero)
}

/**
 * Half a frame before the picture's own time, so that rounding anywhere cannot show its neighbour: ffmpeg answers with the
 * first picture at or after `-ss`. For constant rates only. Times outside the picture give its first or last frame.
 */
export function seekToFrame(info: MediaInfo, video: VideoStream, time: Rational): Rational {
  const offset = pictureOffset(info, video)
  const last = (video.frameCount ?? frameAt(video.duration, video.rate, 'nearest')) - 1
  const wanted = frameAt(subtract(time, offset), video.rate)
  const frame = Math.max(0, Math.min(wanted, Math.max(0, last)))
  const half = divide(rational(1, 2), video.rate)
  return max(ZERO, subtract(add(offset, secondsAt(frame, video.rate)), half))
}

/**
 * For variable rates the picture at `time` is the last one of a stretch that ends there: widening stretches, each `{seek,
 * until}` with `until` counted from `seek`, to be tried until one holds a picture.
 */
export function stretchesBefore(
  video: VideoStream,
  time: Rational,
): { readonly seek: Rational; readonly until: Rational }[] {
  const tick = min(video.timeBase, rational(1, 1000))
  const end = add(max(time, ZERO), divide(tick, rational(2)))
  const stretches = [1, 10, 100].map((seconds) => max(ZERO, subtract(end, rational(seconds))))
  const starts = [...stretches.filter((start) => compare(start, ZERO) > 0), ZERO]
  return starts.map((seek) => ({ seek, until: subtract(end, seek) }))
}
