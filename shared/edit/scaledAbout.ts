/** A place in time, its distance from `anchor` multiplied by `factor`, rounded to the nearest whole one. */
import { multiply, type Rational, rational, round } from '../time/rational.ts'

export const scaledAbout = (anchor: number, at: number, factor: Rational): number =>
  anchor + round(multiply(rational(at - anchor), factor), 'nearest')
