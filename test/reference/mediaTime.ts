/**
 * Which moment of its media a clip shows, worked out the plain way: constant speed by multiplying fractions, speed that
 * changes by adding up small steps of it.
 */
import type { Clip } from '../../shared/model/clip.ts'
import type { Rational } from '../../shared/time/rational.ts'
import {
  approximately,
  type Fraction,
  fraction,
  nearly,
  product,
  quotient,
  stored,
  sum,
} from './fraction.ts'

/** A sum of steps may miss the beginning of a frame by its rounding; this much later it is on it. Seconds. */
const SLACK = 1e-7

/** Seconds of the media, from its zero, that the clip shows at `clipFrame`, counted from its first frame at `rate`. */
export function mediaTime(clip: Clip, clipFrame: number, rate: Rational): Fraction {
  const start = stored(clip.sourceStart)
  if (!clip.speedKeys) {
    const seconds = quotient(fraction(clipFrame), stored(rate))
    return sum(start, product(seconds, stored(clip.speed)))
  }
  const passed = travelled(clip.speedKeys, clipFrame) / (rate.num / rate.den)
  return sum(start, nearly(passed + SLACK))
}

type Keys = NonNullable<Clip['speedKeys']>

const STEPS_A_FRAME = 16

/** The integral of the speed from the first keyframe to `frame`, in frames, by Simpson's rule. */
function travelled(keys: Keys, frame: number): number {
  const first = keys[0]?.frame ?? 0
  // From keyframe to keyframe, since a held speed jumps there.
  const [from, to] = [Math.min(first, frame), Math.max(first, frame)]
  const bounds = [from, ...keys.map((key) => key.frame).filter((at) => at > from && at < to), to]
  let total = 0
  for (let i = 1; i < bounds.length; i++) {
    const [low, high] = [bounds[i - 1] ?? 0, bounds[i] ?? 0]
    const count = (high - low) * STEPS_A_FRAME
    for (let step = 0; step < count; step++) {
      const a = low + step / STEPS_A_FRAME
      const b = low + (step + 1) / STEPS_A_FRAME
      // Just inside, so that each piece is asked for its own speed.
      const edge = 1e-9
      const ends = speedAt(keys, a + edge) + speedAt(keys, b - edge)
      total += ((ends + 4 * speedAt(keys, (a + b) / 2)) * (b - a)) / 6
    }
  }
  return frame < first ? -total : total
}

function speedAt(keys: Keys, frame: number): number {
  const value = (key: Keys[number]): number => approximately(stored(key.speed))
  const next = keys.findIndex((key) => key.frame > frame)
  const to = keys[next]
  const from = next < 0 ? keys.at(-1) : keys[next - 1]
  if (!from) return to ? value(to) : 1
  if (!to || from.ease === 'hold') return value(from)
  const u = (frame - from.frame) / (to.frame - from.frame)
  const way = from.ease === 'linear' ? u : u * u * (3 - 2 * u)
  return value(from) + (value(to) - value(from)) * way
}
