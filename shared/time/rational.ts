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
  return reduceSafe(num, den)
}

/**
 * As `reduce`, for safe integers. Remainders and quotients without rest of those are exact in floating point, and
 * documents hold tens of thousands of times, for which big integers are many times slower.
 */
function reduceSafe(num: number, den: number): Rational {
  if (den === 0) throw new RangeError('A rational number cannot have the denominator 0')
  if (num === 0) return { num: 0, den: 1 }
  if (den === 1) return { num, den }
  let [divisor, rest] = [Math.abs(num), Math.abs(den)]
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest]
  if (den < 0) divisor = -divisor
  return { num: num / divisor, den: den / divisor }
}

/** `x / y` in lowest terms when both are exact, which a result beyond the safe integers never is. */
const exactly = (x: number, y: number): Rational | null =>
  Number.isSafeInteger(x) && Number.isSafeInteger(y) ? reduceSafe(x, y) : null

export const ZERO: Rational = rational(0)
export const ONE: Rational = rational(1)

export const add = (a: Rational, b: Rational): Rational => sum(a, b.num, b.den)

export const subtract = (a: Rational, b: Rational): Rational => sum(a, -b.num, b.den)

function sum(a: Rational, num: number, den: number): Rational {
  const [left, right] = [a.num * den, num * a.den]
  const areExact = Number.isSafeInteger(left) && Number.isSafeInteger(right)
  return (
    (areExact ? exactly(left + right, a.den * den) : null) ??
    reduce(BigInt(a.num) * BigInt(den) + BigInt(num) * BigInt(a.den), BigInt(a.den) * BigInt(den))
  )
}

export const multiply = (a: Rational, b: Rational): Rational => product(a, b.num, b.den)

export const divide = (a: Rational, b: Rational): Rational => product(a, b.den, b.num)

const product = (a: Rational, num: number, den: number): Rational =>
  exactly(a.num * num, a.den * den) ??
  reduce(BigInt(a.num) * BigInt(num), BigInt(a.den) * BigInt(den))

export const negate = (a: Rational): Rational => ({ num: a.num === 0 ? 0 : -a.num, den: a.den })

/** Negative, zero or positive, as `a` lies before, at or after `b`. */
export function compare(a: Rational, b: Rational): number {
  const [left, right] = [a.num * b.den, b.num * a.den]
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return Math.sign(left - right)
  const difference = BigInt(a.num) * BigInt(b.den) - BigInt(b.num) * BigInt(a.den)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const equals = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den
export const min = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b)
export const max = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b)

export function round({ num, den }: Rational, rounding: Rounding): number {
  const remainder = num % den
  const floor = (num - remainder) / den - (remainder < 0 ? 1 : 0)
  if (rounding === 'floor' || remainder === 0) return floor
  if (rounding === 'ceil') return floor + 1
  const above = remainder < 0 ? remainder + den : remainder
  return above >= den - above ? floor + 1 : floor
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
