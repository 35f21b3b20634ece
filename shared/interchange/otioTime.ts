/** OTIO's times (a value at a rate, both floating) as exact fractions, and back. */
import { RATES } from '../time/frames.ts'
import {
  divide,
  multiply,
  parseRational,
  type Rational,
  rational,
  subtract,
} from '../time/rational.ts'
import { type JsonObject, objectAt, textAt } from './otio.ts'

/** 23.976 and 23.976023976 both mean 24000/1001. */
const RATE_TOLERANCE = 0.002

export function exactRate(rate: number): Rational | undefined {
  if (!Number.isFinite(rate) || rate <= 0) return undefined
  const whole = Number.isInteger(rate) ? rational(rate) : undefined
  const known = Object.values(RATES).find(
    (each) => Math.abs(each.num / each.den - rate) < RATE_TOLERANCE,
  )
  return whole ?? known ?? exactNumber(rate)
}

/** A floating number to the nearest millionth; whole numbers exactly. */
const exactNumber = (value: number): Rational | undefined => {
  if (Number.isSafeInteger(value)) return rational(value)
  const scaled = Math.round(value * 1e6)
  return Number.isSafeInteger(scaled) ? rational(scaled, 1e6) : undefined
}

export interface OtioTime {
  readonly seconds: Rational
  readonly rate: Rational
}

/** A `RationalTime`; undefined where it is none. */
export function readTime(node: JsonObject | undefined): OtioTime | undefined {
  const [value, rate] = [node?.value, node?.rate]
  if (typeof value !== 'number' || typeof rate !== 'number') return undefined
  const exact = exactRate(rate)
  const count = exactNumber(value)
  return exact && count && { seconds: divide(count, exact), rate: exact }
}

export interface OtioRange {
  readonly start: Rational
  readonly duration: Rational
  /** Of the duration. */
  readonly rate: Rational
}

export function readRange(node: JsonObject | undefined): OtioRange | undefined {
  const start = readTime(node && objectAt(node, 'start_time'))
  const duration = readTime(node && objectAt(node, 'duration'))
  return (
    start && duration && { start: start.seconds, duration: duration.seconds, rate: duration.rate }
  )
}

/**
 * The floating rate other programs expect, and a whole value where the time lies on a frame of `rate`; otherwise the
 * fraction itself as value and rate, which is exact though unusual.
 */
export function writeTime(seconds: Rational, rate: Rational): JsonObject {
  const count = multiply(seconds, rate)
  return count.den === 1
    ? { OTIO_SCHEMA: 'RationalTime.1', rate: rate.num / rate.den, value: count.num }
    : { OTIO_SCHEMA: 'RationalTime.1', rate: seconds.den, value: seconds.num }
}

export const writeRange = (
  start: Rational,
  startRate: Rational,
  duration: Rational,
  rate: Rational,
): JsonObject => ({
  OTIO_SCHEMA: 'TimeRange.1',
  duration: writeTime(duration, rate),
  start_time: writeTime(start, startRate),
})

export const since = (time: Rational, zero: Rational | undefined): Rational =>
  zero ? subtract(time, zero) : time

/** The exact rate that we wrote beside the floating one. */
export function ownRate(own: JsonObject | undefined): Rational | undefined {
  const text = textAt(own, 'rate')
  return text !== undefined && /^\d+(\/[1-9]\d*)?$/.test(text) ? parseRational(text) : undefined
}
