import { type Rational, rational } from '../../shared/time/rational.ts'
import { usageError } from './exitCodes.ts'

/** Rates that are meant by their short names. */
const SHORT: Readonly<Record<string, Rational>> = {
  '23.976': rational(24_000, 1001),
  '23.98': rational(24_000, 1001),
  '29.97': rational(30_000, 1001),
  '59.94': rational(60_000, 1001),
  '119.88': rational(120_000, 1001),
}

/** Frames per second: `24`, `30000/1001`, `29.97`. @throws CommandFailed */
export function parseRate(word: string): Rational {
  const short = SHORT[word]
  if (short) return short
  const [, num, den] = /^(\d{1,7})(?:\/(\d{1,7}))?$/.exec(word) ?? []
  if (Number(num) > 0 && (den === undefined || Number(den) > 0)) {
    return rational(Number(num), Number(den ?? 1))
  }
  throw usageError(`"${word}" is no frame rate. Give e.g. --rate 24, --rate 30000/1001 or 29.97.`)
}
