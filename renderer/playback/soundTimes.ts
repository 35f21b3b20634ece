/** When a span of sound is to be heard, and from which part of its file. Pure; seconds are for Web Audio. */
import { valueAt } from '../../shared/model/animate.ts'
import { fadeAt, hasFades } from '../../shared/model/fade.ts'
import { assetTimeAt } from '../../shared/model/timeMap.ts'
import type { SoundSpan } from '../../shared/render/soundOf.ts'
import { type Rational, toNumber } from '../../shared/time/rational.ts'

export interface HeardSpan {
  /** Seconds of playback, from the frame that playback starts on, at which the span begins. */
  readonly delay: number
  /** Seconds for which it is heard. */
  readonly length: number
  /** Seconds of the file at its first moment. */
  readonly mediaStart: number
  /** Media seconds per second of playback; above 0. */
  readonly playbackRate: number
  /** The clip's frame at its first moment. */
  readonly clipFrame: number
}

/** Null for what has passed, and for frozen and backwards clips, which are silent in the preview. */
export function heard(
  span: SoundSpan,
  rate: Rational,
  from: number,
  speed: number,
): HeardSpan | null {
  const first = Math.max(from, span.start)
  const clipSpeed = toNumber(span.motion.speed)
  if (first >= span.end || clipSpeed <= 0 || speed <= 0) return null
  const perSecond = toNumber(rate) * speed
  const media = assetTimeAt(span.motion, span, first - span.start, rate)
  return {
    delay: (first - from) / perSecond,
    length: (span.end - first) / perSecond,
    mediaStart: toNumber(media),
    playbackRate: clipSpeed * speed,
    clipFrame: first - span.clipStart,
  }
}

/** Below this nothing is heard (model/clip). */
const SILENT_DECIBELS = -96

export const gainOf = (decibels: number): number =>
  decibels <= SILENT_DECIBELS ? 0 : 10 ** (decibels / 20)

export interface SoundPoint {
  /** Seconds from the span's first moment. */
  readonly time: number
  readonly gain: number
  readonly pan: number
}

/** Volume and pan over a span: one point where nothing is keyed, else one for every frame. */
export function soundPoints(
  span: SoundSpan,
  { clipFrame, length }: Pick<HeardSpan, 'clipFrame' | 'length'>,
  framesPerSecond: number,
): SoundPoint[] {
  const { volume, pan } = span.clip.sound
  const point = (index: number): SoundPoint => ({
    time: index / framesPerSecond,
    gain: gainOf(valueAt(volume, clipFrame + index)) * fadeAt(span.clip, clipFrame + index),
    pan: Math.max(-1, Math.min(1, valueAt(pan, clipFrame + index))),
  })
  const isStill = volume.keyframes.length === 0 && pan.keyframes.length === 0
  if (isStill && !hasFades(span.clip)) return [point(0)]
  return Array.from({ length: Math.ceil(length * framesPerSecond) + 1 }, (_, index) => point(index))
}
