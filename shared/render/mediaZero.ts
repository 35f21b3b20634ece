/** Where media time 0 lies in a file's own timestamps. */
import type { AudioStream, MediaInfo, VideoStream } from '../model/mediaInfo.ts'
import { type Rational, ZERO } from '../time/rational.ts'

/** The first video stream's first presentation time, since players show it as zero; without one, the sound's. */
export const mediaZero = (info: MediaInfo): Rational =>
  (info.video[0] ?? info.audio[0])?.start ?? ZERO

/** The streams that are seen and heard. */
export const pictureStream = (info: MediaInfo): VideoStream | undefined => info.video[0]
export const soundStream = (info: MediaInfo): AudioStream | undefined => info.audio[0]
