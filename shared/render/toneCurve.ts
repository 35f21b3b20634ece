/** A tone curve as a function: the monotone cubic of Fritsch and Carlson through its points, flat outside. */
import type { ToneCurves } from './effectAt.ts'

type Points = NonNullable<ToneCurves['master']>

/** Null for a curve that changes nothing because it has no points. Of points with the same input the last one counts. */
export function toneCurve(points: Points | undefined): ((value: number) => number) | null {
  const knots = [...new Map((points ?? []).map(({ input, output }) => [input, output]))].sort(
    ([a], [b]) => a - b,
  )
  const [first] = knots
  const last = knots.at(-1)
  if (!first || !last) return null
  const slopes = slopesAt(knots)
  return (value) => {
    if (value <= first[0]) return first[1]
    if (value >= last[0]) return last[1]
    const i = knots.findLastIndex(([input]) => input <= value)
    const [from, to] = [knots[i] ?? first, knots[i + 1] ?? last]
    return hermite(from, to, slopes[i] ?? 0, slopes[i + 1] ?? 0, value)
  }
}

type Knot = readonly [input: number, output: number]

function hermite(from: Knot, to: Knot, slopeFrom: number, slopeTo: number, value: number): number {
  const width = to[0] - from[0]
  const t = (value - from[0]) / width
  const [t2, t3] = [t * t, t * t * t]
  return (
    (2 * t3 - 3 * t2 + 1) * from[1] +
    (t3 - 2 * t2 + t) * width * slopeFrom +
    (3 * t2 - 2 * t3) * to[1] +
    (t3 - t2) * width * slopeTo
  )
}

/** Means of neighbouring secants, 0 where they turn, drawn back into the circle of radius 3 that keeps it monotone. */
function slopesAt(knots: readonly Knot[]): number[] {
  const secants = knots.slice(1).map((knot, i) => {
    const before = knots[i] ?? knot
    return (knot[1] - before[1]) / (knot[0] - before[0])
  })
  const slopes = knots.map((_, i) => {
    const [left, right] = [secants[i - 1] ?? secants[i] ?? 0, secants[i] ?? secants[i - 1] ?? 0]
    return left * right <= 0 ? 0 : (left + right) / 2
  })
  secants.forEach((secant, i) => {
    if (secant === 0) return
    const [a, b] = [(slopes[i] ?? 0) / secant, (slopes[i + 1] ?? 0) / secant]
    const beyond = a * a + b * b
    if (beyond <= 9) return
    const factor = 3 / Math.sqrt(beyond)
    slopes[i] = factor * a * secant
    slopes[i + 1] = factor * b * secant
  })
  return slopes
}
