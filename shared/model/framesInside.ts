/** How long a motion stays inside its media: the inverse of the time map that trim limits need. */
import { compare, divide, type Rational, round, subtract } from '../time/rational.ts'
import { floorWide, over, times, wide } from '../time/wide.ts'
import { runsOf, type SpeedKeys } from './speedCurve.ts'
import { lastFrame, type Motion, mediaTimeAt } from './timeMap.ts'

type Direction = 'before' | 'after'

/**
 * How many frames in a row, from `clipFrame` on (`clipFrame` itself included) or before it, show media times in
 * `[0, length)`. Infinity where the media is never left; 0 where it is outside at once.
 */
export function framesInside(
  motion: Motion,
  length: Rational,
  rate: Rational,
  clipFrame: number,
  direction: Direction,
): number {
  const first = direction === 'after' ? clipFrame : clipFrame - 1
  const time = mediaTimeAt(motion, first, rate)
  if (time.num < 0 || compare(time, length) >= 0) return 0
  return motion.speedKeys
    ? keyedFrames(motion, motion.speedKeys, length, rate, first, direction)
    : steadyFrames(time, motion.speed, length, rate, direction)
}

const sizeOf = ({ num, den }: Rational): Rational => ({ num: Math.abs(num), den })

function steadyFrames(
  time: Rational,
  speed: Rational,
  length: Rational,
  rate: Rational,
  direction: Direction,
): number {
  if (speed.num === 0) return Infinity
  const perFrame = divide(sizeOf(speed), rate)
  const rises = speed.num > 0 === (direction === 'after')
  return rises
    ? round(divide(subtract(length, time), perFrame), 'ceil')
    : round(divide(time, perFrame), 'floor') + 1
}

function keyedFrames(
  motion: Motion,
  keys: SpeedKeys,
  length: Rational,
  rate: Rational,
  first: number,
  direction: Direction,
): number {
  const isInside = (frame: number): boolean => {
    const time = mediaTimeAt(motion, frame, rate)
    return time.num >= 0 && compare(time, length) < 0
  }
  const isAfter = direction === 'after'
  const runs = runsOf(keys)
  for (const run of isAfter ? runs : runs.toReversed()) {
    const near = isAfter ? Math.max(run.from, first) : Math.min(run.to, first)
    const far = isAfter ? run.to : run.from
    if (isAfter ? far < near : far > near) continue
    const end = Number.isFinite(far) ? far : horizon(keys, near, length, rate, isAfter)
    // Times only rise or only fall here: inside at both ends is inside all the way.
    if (end === null || isInside(end)) continue
    const last = isAfter
      ? lastFrame(near, end, isInside)
      : -lastFrame(-near, -end, (frame) => isInside(-frame))
    return Math.abs(last - first) + 1
  }
  return Infinity
}

/** A frame by which the run without end has left the media for certain; null where it never does. */
function horizon(
  keys: SpeedKeys,
  near: number,
  length: Rational,
  rate: Rational,
  isAfter: boolean,
): number | null {
  const speed = keys.at(isAfter ? -1 : 0)?.speed
  if (!speed || speed.num === 0) return null
  // Wide, since a slow clip is long.
  const exact = over(times(wide(length), wide(rate)), wide(sizeOf(speed)))
  const frames = Number(floorWide(exact)) + 2
  return isAfter ? near + frames : near - frames
}
