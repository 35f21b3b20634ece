/** When a span of sound is to be heard, and from which part of its file. Pure; seconds are for Web Audio. */
import { type Level, simplified } from '../../shared/render/level.ts'
import { soundLevels } from '../../shared/render/soundLevels.ts'
import type { SoundSpan } from '../../shared/render/soundSpan.ts'
import { secondsAt } from '../../shared/time/frames.ts'
import { max, min, type Rational, subtract, toNumber } from '../../shared/time/rational.ts'

export interface HeardSpan {
  /** Seconds of playback, from the frame that playback starts on, at which the span begins. */
  readonly delay: number
  /** Seconds for which it is heard. */
  readonly length: number
  /** Seconds of the file at its first moment. */
  readonly mediaStart: number
  /** Media seconds per second of playback; negative backwards, never 0. */
  readonly playbackRate: number
  /** Seconds of the span, at normal speed, from its start to its first moment. */
  readonly passed: number
}

/** Null for what has passed. Backwards it plays from the end of frame `from`, which stays in sight for its whole time. */
export function heard(
  span: SoundSpan,
  rate: Rational,
  from: number,
  speed: number,
): HeardSpan | null {
  const isForwards = speed > 0
  const now = secondsAt(isForwards ? from : from + 1, rate)
  const first = isForwards ? max(now, span.start) : min(now, span.end)
  const passed = toNumber(subtract(first, span.start))
  const length = isForwards ? toNumber(subtract(span.end, first)) : passed
  if (length <= 0 || speed === 0) return null
  const spanSpeed = toNumber(span.speed)
  return {
    delay: Math.abs(toNumber(subtract(first, now)) / speed),
    length: length / Math.abs(speed),
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

const range = (passed: number, seconds: number, speed: number): [from: number, to: number] =>
  speed > 0 ? [passed, passed + seconds] : [passed - seconds, passed]

/** Less than this is not heard. */
const TOLERANCE = 1 / 4096

/** Loudness and place over a span: one point where nothing changes. */
export function soundCurves(
  span: SoundSpan,
  { passed, length }: Pick<HeardSpan, 'passed' | 'length'>,
  speed: number,
): SoundCurves {
  const seconds = length * Math.abs(speed)
  const points = (level: Level): SoundPoint[] => {
    if (typeof level === 'number') return [{ time: 0, value: level }]
    const forwards = simplified(level, TOLERANCE)
    if (speed > 0) return forwards.map(({ at, value }) => ({ time: at / speed, value }))
    return forwards.toReversed().map(({ at, value }) => ({ time: (seconds - at) / -speed, value }))
  }
  const { gain, pans } = soundLevels(span, ...range(passed, seconds, speed))
  return { gain: points(gain), pans: pans.map(points) }
}
