/** A clip at another speed, in sync with the clip that leads the change. */
import type { Clip } from '../model/clip.ts'
import { advanced, type Motion, mediaTimeAt, shiftedMedia } from '../model/timeMap.ts'
import { type Rational, rational, subtract } from '../time/rational.ts'
import { floorWide, plus, times, type Wide } from '../time/wide.ts'
import { withFields } from './draft.ts'
import { refuse } from './refuse.ts'

/** Times; beyond it a clip shows next to nothing of its media. */
const FASTEST = 100
/** Keeps exact time small enough to compute with. */
const FINEST = 10_000

/** A computed speed to the nearest step, exact where it needs none. */
export function toSpeedSteps(speed: Wide): Rational {
  const steps = times(speed, { num: BigInt(FINEST), den: 1n })
  const nearest = floorWide(plus(steps, { num: 1n, den: 2n }))
  const exact = steps.num % steps.den === 0n ? null : smallFraction(speed)
  return exact ?? rational(Number(nearest), FINEST)
}

/** The speed itself where its denominator is small enough to be kept. */
function smallFraction({ num, den }: Wide): Rational | null {
  const limit = BigInt(Number.MAX_SAFE_INTEGER)
  if (den > limit || num > limit || num < -limit) return null
  const fraction = rational(Number(num), Number(den))
  return fraction.den <= FINEST ? fraction : null
}

/** @throws EditRefused when nothing can play at this speed. */
export function checkSpeed(speed: Rational): void {
  if (Math.abs(speed.num) > FASTEST * speed.den || speed.den > FINEST) {
    refuse('edit:speedRange', { fastest: FASTEST, finest: FINEST })
  }
}

export interface Lead {
  /** The clip that leads the change, as it was. */
  readonly leader: Clip
  /** The timeline frame at which the leader starts. */
  readonly pivot: number
  /** The leader's motion from now on, counted from its first frame. */
  readonly motion: Motion
  /** The timeline's. */
  readonly rate: Rational
}

/**
 * The leader at one speed throughout, which takes keyframes of speed away. Its first frame keeps its picture; turning
 * round (the sign changes) plays its span from the other end.
 */
export function atSpeed(leader: Clip, speed: Rational, rate: Rational): Motion {
  const turns = leader.speed.num * speed.num < 0
  return { speed, sourceStart: mediaTimeAt(leader, turns ? leader.duration - 1 : 0, rate) }
}

/**
 * `clip`, which starts at `start`, moving as the leader does from now on and as far from it in the media as it was.
 * Its duration and keyframes of values stay.
 */
export function inSync(clip: Clip, start: number, { leader, pivot, motion, rate }: Lead): Clip {
  const apart = subtract(mediaTimeAt(clip, pivot - start, rate), mediaTimeAt(leader, 0, rate))
  const { sourceStart, speed, speedKeys } = shiftedMedia(
    advanced(motion, start - pivot, rate),
    apart,
  )
  return withFields<Clip>(clip, { sourceStart, speed, speedKeys })
}
