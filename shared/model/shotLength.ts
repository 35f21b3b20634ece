/** How long a shot is as media: its requested length, whatever its takes turned out to be. */
import { multiply, type Rational, rational, round } from '../time/rational.ts'
import type { Shot } from './shot.ts'

/** The grid that pins stand on, in indexes per second. */
export const PIN_RATE: Rational = rational(24)

/**
 * Exact seconds. 5 or 10 for a generation; the source span's own duration for a transformation or a reframe (its
 * `length` as long as no source is chosen).
 */
export function shotLength(shot: Pick<Shot, 'mode' | 'length' | 'source'>): Rational {
  const isGenerated = shot.mode === 'text' || shot.mode === 'pins'
  return isGenerated || !shot.source ? rational(shot.length) : shot.source.duration
}

/** The greatest index a pin can stand on: 120 for 5 s. */
export const lastPinIndex = (shot: Pick<Shot, 'mode' | 'length' | 'source'>): number =>
  round(multiply(shotLength(shot), PIN_RATE), 'floor')
