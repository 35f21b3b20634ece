/** A clip at another speed, in sync with the clip that leads the change. */
import type { Clip } from '../model/clip.ts'
import { mediaTimeAt } from '../model/timeMap.ts'
import { add, type Rational, subtract } from '../time/rational.ts'
import { refuse } from './refuse.ts'

/** Times; beyond it a clip shows next to nothing of its media. */
const FASTEST = 100
/** Keeps exact time small enough to compute with. */
const FINEST = 10_000

/** @throws EditRefused when nothing can play at this speed. */
export function checkSpeed(speed: Rational): void {
  if (Math.abs(speed.num) > FASTEST * speed.den || speed.den > FINEST) {
    refuse('edit:speedRange', { fastest: FASTEST, finest: FINEST })
  }
}

export interface Respeed {
  readonly leader: Clip
  /** The timeline frame at which the leader starts; it shows the same picture there as before. */
  readonly pivot: number
  readonly speed: Rational
  /** The timeline's. */
  readonly rate: Rational
}

/**
 * `clip`, which starts at `start`, with the new speed and the media start that keeps it in sync with the leader.
 * Turning round (the sign changes) plays the leader's span from its other end. The duration stays.
 */
export function respeed(clip: Clip, start: number, { leader, pivot, speed, rate }: Respeed): Clip {
  const turns = leader.speed.num * speed.num < 0
  /** Media time that the leader shows at the pivot from now on. */
  const shown = turns ? mediaTimeAt(leader, leader.duration - 1, rate) : leader.sourceStart
  const apart = subtract(mediaTimeAt(clip, pivot - start, rate), leader.sourceStart)
  const atPivot = { sourceStart: add(shown, apart), speed }
  return { ...clip, ...atPivot, sourceStart: mediaTimeAt(atPivot, start - pivot, rate) }
}
