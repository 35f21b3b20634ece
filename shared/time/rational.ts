/**
 * Exact rational numbers. Every time and rate in the model is one; floating seconds exist only at the
 * DOM's and ffmpeg's edges.
 *
 * Invariant: `den > 0`, both are safe integers and share no factor. Build them with {@link rational}.
 */
import { z } from 'zod'

export interface Rational {
  readonly num: number
  readonly den: number
}

/** Reduces what it reads, since equality compares numerators and denominators. */
export const rationalSchema: z.ZodType<Rational> = z
  .object({ num: z.int(), den: z.int().positive() })
  .transform(({ num, den }) => rational(num, den))
  .readonly()

/** How a value between two integers becomes one of them. `nearest` takes halves upwards. */
export type Rounding = 'floor' | 'ceil' | 'nearest'

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** @throws RangeError when the reduced fraction leaves the safe integers or the denominator is zero. */
function reduce(num: bigint, den: bigint): Rational {
  if (den === 0n) throw new RangeError('A rational number cannot have the denominator 0')
  const divisor = gcd(num, den) * (den < 0n ? -1n : 1n)
  const [n, d] = divisor === 0n ? [0n, 1n] : [num / divisor, den / divisor]
  const result = { num: Number(n), den: Number(d) }
  if (!Number.isSafeInteger(result.num) || !Number.isSafeInteger(result.den)) {
    throw new RangeError(`${n}/${d} is too large for exact time arithmetic`)
  }
  return result
}

/** @throws RangeError unless both are safe integers and `den` is not 0. */
export function rational(num: number, den = 1): Rational {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) {
    throw new RangeError(`${num}/${den} is not a fraction of whole numbers`)
  }
  return reduce(BigInt(num), BigInt(den))
}

export const ZERO: Rational = rational(0)
export const ONE: Rational = rational(1)

export const add = (a: Rational, b: Rational): Rational =>
  reduce(
    BigInt(a.num) * BigInt(b.den) + BigInt(b.num) * BigInt(a.den),
    BigInt(a.den) * BigInt(b.den),
  )

export const subtract = (a: Rational, b: Rational): Rational =>
  reduce(
    BigInt(a.num) * BigInt(b.den) - BigInt(b.num) * BigInt(a.den),
    BigInt(a.den) * BigInt(b.den),
  )

export const multiply = (a: Rational, b: Rational): Rational =>
  reduce(BigInt(a.num) * BigInt(b.num), BigInt(a.den) * BigInt(b.den))

export const divide = (a: Rational, b: Rational): Rational =>
  reduce(BigInt(a.num) * BigInt(b.den), BigInt(a.den) * BigInt(b.num))

export const negate = (a: Rational): Rational => ({ num: a.num === 0 ? 0 : -a.num, den: a.den })

/** Negative, zero or positive, as `a` lies before, at or after `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = BigInt(a.num) * BigInt(b.den) - BigInt(b.num) * BigInt(a.den)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const equals = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den
export const min = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b)
export const max = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b)

export function round(a: Rational, rounding: Rounding): number {
  const [n, d] = [BigInt(a.num), BigInt(a.den)]
  const floor = (x: bigint, y: bigint): bigint => x / y - (x % y < 0n ? 1n : 0n)
  if (rounding === 'floor') return Number(floor(n, d))
  if (rounding === 'ceil') return Number(-floor(-n, d))
  return Number(floor(2n * n + d, 2n * d))
}

/** For the DOM's and ffmpeg's edges only. */
export const toNumber = (a: Rational): number => a.num / a.den

/**
 * Reads `30000/1001`, `24` or a decimal such as `12.5` exactly.
 * @throws RangeError on anything else.
 */
export function parseRational(text: string): Rational {
  const match = /^\s*(-?\d+)(?:\s*[/:]\s*(\d+)|\.(\d+))?\s*$/.exec(text)
  if (!match) throw new RangeError(`"${text}" is not a number such as 24, 12.5 or 30000/1001`)
  const [, whole = '0', den, decimals] = match
  if (decimals === undefined) return rational(Number(whole), Number(den ?? 1))
  return reduce(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}

/** `30000/1001`, or `24` when whole: the form ffmpeg and OTIO metadata read. */
export const formatRational = (a: Rational): string =>
  a.den === 1 ? `${a.num}` : `${a.num}/${a.den}`
