/** Tone curves: Fritsch and Carlson's monotone cubics, as their paper has it. */

interface Point {
  readonly input: number
  readonly output: number
}

/** Flat outside of the points; no points change nothing. */
export function toneCurve(points: readonly Point[]): (value: number) => number {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return (value) => value
  const secants = points.slice(1).map((point, i) => {
    const before = points[i] ?? first
    return (point.output - before.output) / (point.input - before.input)
  })
  const tangents = points.map((_, i) => {
    const [a, b] = [secants[i - 1], secants[i]]
    if (a === undefined) return b ?? 0
    if (b === undefined) return a
    return a * b <= 0 ? 0 : (a + b) / 2
  })
  secants.forEach((secant, i) => {
    if (secant === 0) {
      tangents[i] = 0
      tangents[i + 1] = 0
      return
    }
    const [alpha, beta] = [(tangents[i] ?? 0) / secant, (tangents[i + 1] ?? 0) / secant]
    const length = Math.hypot(alpha, beta)
    if (length <= 3) return
    tangents[i] = (3 / length) * alpha * secant
    tangents[i + 1] = (3 / length) * beta * secant
  })
  return (value) => {
    if (value <= first.input) return first.output
    if (value >= last.input) return last.output
    const i = points.findLastIndex(({ input }) => input <= value)
    const [from, to] = [points[i] ?? first, points[i + 1] ?? last]
    const width = to.input - from.input
    const t = (value - from.input) / width
    return (
      from.output * (2 * t ** 3 - 3 * t ** 2 + 1) +
      (tangents[i] ?? 0) * width * (t ** 3 - 2 * t ** 2 + t) +
      to.output * (3 * t ** 2 - 2 * t ** 3) +
      (tangents[i + 1] ?? 0) * width * (t ** 3 - t ** 2)
    )
  }
}
