/** Which `-ss` shows the picture that is on screen at a time. Pure. Times count from the file's first moment. */

import type { MediaInfo, VideoStream } from '../../../shared/model/mediaInfo.ts'
import { frameAt, secondsAt } from '../../../shared/time/frames.ts'
import {
  add,
  compare,
  divide,
  max,
  min,
  multiply,
  type Rational,
  rational,
  round,
  subtract,
  toNumber,
  ZERO,
} from '../../../shared/time/rational.ts'

/** Decimal seconds to the microsecond, ffmpeg's own precision. */
export const decimalSeconds = (time: Rational): string => toNumber(time).toFixed(6)

/** The file's first moment, on the clock of its streams. */
const firstMoment = (info: MediaInfo): Rational =>
  [...info.video, ...info.audio].map(({ start }) => start).reduce(min)

/** How far the first picture lies behind the file's first moment (sound may begin earlier). */
export const pictureOffset = (info: MediaInfo, video: VideoStream): Rational =>
  subtract(video.start, firstMoment(info))

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

/** Pictures of `[from, until)` on the stream's own clock, reached by `-ss seek`; from the beginning without `from`. */
export interface Stretch {
  readonly seek: Rational
  readonly from?: Rational
  readonly until: Rational
}

/**
 * The picture at `time` is the last one of a stretch that ends there, also where times are uneven or seeking is rough:
 * widening stretches, to be tried until one holds a picture.
 */
export function stretchesBefore(info: MediaInfo, video: VideoStream, time: Rational): Stretch[] {
  const zero = firstMoment(info)
  // ffmpeg rounds to the stream's ticks: end where rounding takes in the tick of `time`, and no more.
  const tick = round(divide(add(max(time, ZERO), zero), video.timeBase), 'floor')
  const until = multiply(add(rational(tick), rational(3, 4)), video.timeBase)
  const stretches = [1, 10, 100].flatMap((seconds) => {
    const seek = subtract(time, rational(seconds))
    return compare(seek, ZERO) > 0 ? [{ seek, from: add(seek, zero), until }] : []
  })
  return [...stretches, { seek: ZERO, until }]
}

/** Containers with an index, where `-ss` surely lands at or before the time; in the others it may land far behind it. */
const INDEXED = /^(mov|matroska|avi|mxf|gxf|nut)/

export const seeksExactly = (info: MediaInfo, video: VideoStream): boolean =>
  INDEXED.test(info.container) && !video.isVariableRate
