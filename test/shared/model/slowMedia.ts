/**
 * Media time of a clip's frames worked out the slow way, in floating seconds and without the time map: the speed is
 * summed up frame by frame with Simpson's rule, which is exact for cubics.
 */
import type { Clip } from '../../../shared/model/clip.ts'
import type { SpeedKeyframe } from '../../../shared/model/speedCurve.ts'

type Moving = Pick<Clip, 'sourceStart' | 'speed' | 'speedKeys'>

const value = ({ num, den }: { num: number; den: number }): number => num / den

/** The speed at a moment between whole frames. */
export function slowSpeed(keys: readonly SpeedKeyframe[], moment: number): number {
  const at = keys.findLastIndex(({ frame }) => frame <= moment)
  const [from, to] = [keys[at], keys[at + 1]]
  const first = keys[0]
  if (!from) return first ? value(first.speed) : 0
  const a = value(from.speed)
  if (!to || from.ease === 'hold') return a
  const u = (moment - from.frame) / (to.frame - from.frame)
  const b = value(to.speed)
  return from.ease === 'linear' ? a * (1 - u) + b * u : a + (b - a) * u * u * (3 - 2 * u)
}

const HAIR = 1e-9

/** Frames of media that pass between two whole frames; negative when `to` lies before `from`. */
export function slowTravel(keys: readonly SpeedKeyframe[], from: number, to: number): number {
  if (to < from) return -slowTravel(keys, to, from)
  let sum = 0
  for (let frame = from; frame < to; frame++) {
    // The last point of a frame belongs to it: a hold may jump there.
    const ends = slowSpeed(keys, frame) + slowSpeed(keys, frame + 1 - HAIR)
    sum += (ends + 4 * slowSpeed(keys, frame + 0.5)) / 6
  }
  return sum
}

/** Seconds of media at clip frames `[from, from + count)`. */
export function slowTimes(
  { sourceStart, speed, speedKeys }: Moving,
  from: number,
  count: number,
  framesPerSecond: number,
): number[] {
  const start = value(sourceStart)
  const [first] = speedKeys ?? []
  if (!speedKeys || !first) {
    return Array.from(
      { length: count },
      (_, i) => start + ((from + i) * value(speed)) / framesPerSecond,
    )
  }
  let travelled = slowTravel(speedKeys, first.frame, from)
  return Array.from({ length: count }, (_, i) => {
    const time = start + travelled / framesPerSecond
    travelled += slowTravel(speedKeys, from + i, from + i + 1)
    return time
  })
}
