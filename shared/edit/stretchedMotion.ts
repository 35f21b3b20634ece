/** A clip's whole motion in less or more time. */
import type { Clip } from '../model/clip.ts'
import type { SpeedKeyframe } from '../model/speedCurve.ts'
import { type Motion, mediaTimeAt, showing } from '../model/timeMap.ts'
import { divide, negate, ONE, type Rational, rational } from '../time/rational.ts'
import { over, wide } from '../time/wide.ts'
import { refuse } from './refuse.ts'
import { atSpeed, checkSpeed, toSpeedSteps } from './respeed.ts'
import { scaledAbout } from './scaledAbout.ts'
import { quoted } from './timelineEdit.ts'

/** Timeline frames after for each one before; 1 for a clip that stood still. */
export const stretchOf = (leader: Clip, speed: Rational): Rational =>
  leader.speed.num === 0 ? ONE : magnitude(divide(leader.speed, speed))

/**
 * The leader's motion when it is called to run at `speed` (not 0). With keyframes of speed, their times and speeds are
 * scaled together, so that the same media passes between them; a frame that falls between two goes to the nearest.
 * Turning round (the sign changes) plays the span from its other end.
 * @throws EditRefused where a hold would have to turn round, or a keyed speed gets too great.
 */
export function stretchedMotion(leader: Clip, speed: Rational, rate: Rational): Motion {
  if (!leader.speedKeys) return atSpeed(leader, speed, rate)
  const stretch = stretchOf(leader, speed)
  const turns = leader.speed.num * speed.num < 0
  const byFrame = new Map<number, SpeedKeyframe>()
  for (const key of turns ? turnedRound(leader) : leader.speedKeys) {
    const frame = scaledAbout(0, key.frame, stretch)
    const faster = toSpeedSteps(over(wide(key.speed), wide(stretch)))
    checkSpeed(faster)
    byFrame.set(frame, { ...key, frame, speed: faster })
  }
  const { sourceStart } = leader
  return showing(
    { sourceStart, speed, speedKeys: [...byFrame.values()] },
    0,
    mediaTimeAt(leader, turns ? leader.duration - 1 : 0, rate),
    rate,
  )
}

/** The curve seen from the last frame. A speed that jumps cannot: a keyframe has one speed, for what lies behind it. */
function turnedRound(leader: Clip): SpeedKeyframe[] {
  const keys = leader.speedKeys ?? []
  if (keys.slice(0, -1).some(({ ease }) => ease === 'hold')) {
    refuse('edit:heldSpeedTurns', { clip: quoted(leader) })
  }
  return keys.toReversed().map((key, i) => ({
    ...key,
    frame: leader.duration - 1 - key.frame,
    speed: negate(key.speed),
    ease: keys.at(-2 - i)?.ease ?? key.ease,
  }))
}

const magnitude = ({ num, den }: Rational): Rational => rational(Math.abs(num), den)
