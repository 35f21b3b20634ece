/**
 * Which part of a file shows the picture that is on screen at a time. Pure. Times count from the media's zero, the first
 * picture (shared/render/mediaZero); answers are on the file's own clock, which may start anywhere.
 */
import type { MediaInfo, VideoStream } from '../../../shared/model/mediaInfo.ts'
import { mediaZero } from '../../../shared/render/mediaZero.ts'
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

/**
 * Half a frame before the picture's own time, so that rounding anywhere cannot show its neighbour: ffmpeg answers with the
 * first picture at or after `-ss`. For constant rates only. Times outside the picture give its first or last frame.
 */
export function seekToFrame(video: VideoStream, time: Rational): Rational {
  // The last picture may be cut short; one too many is seen by whoever seeks it, and finds the one before.
  const last = (video.frameCount ?? frameAt(video.duration, video.rate, 'ceil')) - 1
  const frame = Math.max(0, Math.min(frameAt(time, video.rate), Math.max(0, last)))
  const half = divide(rational(1, 2), video.rate)
  const early = subtract(add(video.start, secondsAt(frame, video.rate)), half)
  return max(min(ZERO, video.start), early)
}

/** Pictures of `[from, until)`; from the beginning without `from`. */
export interface Stretch {
  readonly from?: Rational
  readonly until: Rational
}

/**
 * The picture at `time` is the last one of a stretch that ends there, also where times are uneven or seeking is rough:
 * widening stretches, to be tried until one holds a picture.
 */
export function stretchesBefore(info: MediaInfo, video: VideoStream, time: Rational): Stretch[] {
  const zero = mediaZero(info)
  // ffmpeg rounds to the stream's ticks: end where rounding takes in the tick of `time`, and no more.
  const tick = round(divide(add(max(time, ZERO), zero), video.timeBase), 'floor')
  const until = multiply(add(rational(tick), rational(3, 4)), video.timeBase)
  const stretches = [1, 10, 100].flatMap((seconds) => {
    const back = subtract(time, rational(seconds))
    return compare(back, ZERO) > 0 ? [{ from: add(back, zero), until }] : []
  })
  return [...stretches, { until }]
}

/** Containers with an index, where `-ss` surely lands at or before the time; in the others it may land far behind it. */
const INDEXED = /^(mov|matroska|avi|mxf|gxf|nut|image2$)/

/**
 * MP4 and MOV are sought by the time of decoding, which an edit list brings in line with the time of presentation; a
 * first picture that is late has none, and a key frame behind the wanted picture may be taken for one before it.
 */
export const seeksExactly = (info: MediaInfo, video: VideoStream): boolean =>
  INDEXED.test(info.container) &&
  !video.isVariableRate &&
  !(info.container.startsWith('mov') && compare(video.start, ZERO) > 0)
