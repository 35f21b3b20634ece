/** When a span of sound is to be heard, and from which part of its file. Pure; seconds are for Web Audio. */
import { type Level, simplified } from '../../shared/render/level.ts'
import { soundLevels } from '../../shared/render/soundLevels.ts'
import type { SoundSpan } from '../../shared/render/soundSpan.ts'
import { secondsAt } from '../../shared/time/frames.ts'
import { max, type Rational, subtract, toNumber } from '../../shared/time/rational.ts'

export interface HeardSpan {
  /** Seconds of playback, from the frame that playback starts on, at which the span begins. */
  readonly delay: number
  /** Seconds for which it is heard. */
  readonly length: number
  /** Seconds of the file at its first moment. */
  readonly mediaStart: number
  /** Media seconds per second of playback; above 0. */
  readonly playbackRate: number
  /** Seconds of the span, at normal speed, that have passed at its first moment. */
  readonly passed: number
}

/** Null for what has passed, and for what runs backwards, which is silent in the preview. */
export function heard(
  span: SoundSpan,
  rate: Rational,
  from: number,
  speed: number,
): HeardSpan | null {
  const now = secondsAt(from, rate)
  const first = max(now, span.start)
  const length = toNumber(subtract(span.end, first))
  const spanSpeed = toNumber(span.speed)
  if (length <= 0 || spanSpeed <= 0 || speed <= 0) return null
  const passed = toNumber(subtract(first, span.start))
  return {
    delay: toNumber(subtract(first, now)) / speed,
    length: length / speed,
    mediaStart: toNumber(span.mediaStart) + passed * spanSpeed,
    playbackRate: spanSpeed * speed,
    passed,
  }
}

/** A value that a parameter of Web Audio reaches in a straight line from the one before. */
export interface SoundPoint {
  /** Seconds of playback from the span's first moment. */
  readonly time: number
  readonly value: number
}

export interface SoundCurves {
  /** A factor. */
  readonly gain: readonly SoundPoint[]
  /** One for each panner in a row, -1 to 1. */
  readonly pans: readonly (readonly SoundPoint[])[]
}

/** Less than this is not heard. */
const TOLERANCE = 1 / 4096

/** Loudness and place over a span: one point where nothing changes. */
export function soundCurves(
  span: SoundSpan,
  { passed, length }: Pick<HeardSpan, 'passed' | 'length'>,
  speed: number,
): SoundCurves {
  const points = (level: Level): SoundPoint[] =>
    typeof level === 'number'
      ? [{ time: 0, value: level }]
      : simplified(level, TOLERANCE).map(({ at, value }) => ({ time: at / speed, value }))
  const { gain, pans } = soundLevels(span, passed, passed + length * speed)
  return { gain: points(gain), pans: pans.map(points) }
}
