/** Between integer frames on a rate and exact seconds. A rate is frames per second, e.g. 30000/1001. */
import {
  compare,
  divide,
  multiply,
  type Rational,
  type Rounding,
  rational,
  round,
} from './rational.ts'

/** A whole frame on some timeline's rate; ranges of them are half-open `[in, out)`. */
export type Frame = number

/** The rates an editor meets (conventions.md), exact. */
export const RATES: Readonly<Record<string, Rational>> = {
  '23.976': rational(24000, 1001),
  '24': rational(24),
  '25': rational(25),
  '29.97': rational(30000, 1001),
  '30': rational(30),
  '48': rational(48),
  '50': rational(50),
  '59.94': rational(60000, 1001),
  '60': rational(60),
  '119.88': rational(120000, 1001),
  '120': rational(120),
}

/** From slow to fast, as they are offered: an object's own keys would list the whole numbers first. */
export const RATE_NAMES: readonly string[] = Object.entries(RATES)
  .sort(([, a], [, b]) => compare(a, b))
  .map(([name]) => name)

/** Exact seconds at which `frame` starts. */
export const secondsAt = (frame: Frame, rate: Rational): Rational => divide(rational(frame), rate)

/**
 * The frame of a `rate` grid that holds `seconds`. `floor` answers "which frame is on screen at this time",
 * `nearest` "which frame was meant".
 */
export const frameAt = (seconds: Rational, rate: Rational, rounding: Rounding = 'floor'): Frame =>
  round(multiply(seconds, rate), rounding)

/** How a rate is written for people: `23.976`, `24`, `59.94`; unusual rates get three decimals at most. */
export function formatRate(rate: Rational): string {
  const known = Object.entries(RATES).find(([, r]) => r.num === rate.num && r.den === rate.den)
  return known ? known[0] : String(Math.round((rate.num / rate.den) * 1000) / 1000)
}
