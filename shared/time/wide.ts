/**
 * Fractions of any size, for sums that leave the safe integers half way. They exist only inside a calculation: what
 * is stored or passed on is a {@link Rational} again.
 */
import { type Rational, rational } from './rational.ts'

/** `den` > 0; not reduced. */
export interface Wide {
  readonly num: bigint
  readonly den: bigint
}

export const WIDE_ZERO: Wide = { num: 0n, den: 1n }

export const wide = ({ num, den }: Rational): Wide => ({ num: BigInt(num), den: BigInt(den) })

/** @throws RangeError when `den` is 0. */
export function wideOf(num: bigint, den: bigint): Wide {
  if (den === 0n) throw new RangeError('A fraction cannot have the denominator 0')
  return den < 0n ? { num: -num, den: -den } : { num, den }
}

export const plus = (a: Wide, b: Wide): Wide =>
  a.den === b.den
    ? { num: a.num + b.num, den: a.den }
    : { num: a.num * b.den + b.num * a.den, den: a.den * b.den }

export const minus = (a: Wide, b: Wide): Wide => plus(a, { num: -b.num, den: b.den })

export const times = (a: Wide, b: Wide): Wide => ({ num: a.num * b.num, den: a.den * b.den })

export const over = (a: Wide, b: Wide): Wide => wideOf(a.num * b.den, a.den * b.num)

/** Negative, zero or positive, as `a` lies before, at or after `b`. */
export function compareWide(a: Wide, b: Wide): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function floorWide({ num, den }: Wide): bigint {
  const quotient = num / den
  return num < 0n && quotient * den !== num ? quotient - 1n : quotient
}

/** Nearest double of the quotient of two numbers that may each be too large for one. */
export function wideToNumber(a: Wide): number {
  const whole = floorWide(a)
  const rest = a.num - whole * a.den
  const shift = BigInt(Math.max(0, a.den.toString(2).length - 62))
  return Number(whole) + Number(rest >> shift) / Number(a.den >> shift)
}

/**
 * A "flick": 1/705,600,000 s, of which a frame of every rate of conventions.md (the 1000/1001 ones too), a sample of
 * every usual sound and a tick of every usual time base is a whole number.
 */
const FLICKS = 705_600_000n
/** Larger denominators are not kept: sums with other times must stay within the safe integers. */
const FINEST = 1_000_000n

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/**
 * Seconds as they are passed on: exact where the denominator is at most a million, else rounded DOWN to a flick. As all
 * frames start on flicks, rounding down never changes which frame is the last that starts at or before the time.
 * @throws RangeError beyond about 147 days.
 */
export function timeOf(seconds: Wide): Rational {
  const divisor = greatestCommonDivisor(seconds.num, seconds.den)
  const den = seconds.den / divisor
  if (den <= FINEST) return rational(Number(seconds.num / divisor), Number(den))
  const flicks = floorWide({ num: seconds.num * FLICKS, den: seconds.den })
  return rational(Number(flicks), Number(FLICKS))
}
