/** Moves the colours of one set of pictures to another's: brightness by distribution, colour by mean and spread. */
import { type Triple, toOklab } from './colorSpace.ts'
import type { ColourChange } from './cube.ts'

export interface ColourStatistics {
  /** Lightness at even shares of the pixels, the darkest first. */
  readonly quantiles: readonly number[]
  readonly mean: readonly [a: number, b: number]
  readonly spread: readonly [a: number, b: number]
}

const SHARES = [0.01, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99]
/** How far contrast may be pulled apart or together anywhere, and colourfulness. */
const SLOPE = { least: 0.45, most: 2 }
const GAIN = { least: 0.4, most: 1.8 }

const within = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, value))

/** `rgb` holds bytes, three per pixel. */
export function statisticsOf(rgb: Uint8Array): ColourStatistics {
  const count = Math.floor(rgb.length / 3)
  const lightness = new Float64Array(count)
  let [sumA, sumB, squaresA, squaresB] = [0, 0, 0, 0]
  for (let i = 0; i < count; i++) {
    const [l, a, b] = toOklab([
      (rgb[3 * i] ?? 0) / 255,
      (rgb[3 * i + 1] ?? 0) / 255,
      (rgb[3 * i + 2] ?? 0) / 255,
    ])
    lightness[i] = l
    sumA += a
    sumB += b
    squaresA += a * a
    squaresB += b * b
  }
  lightness.sort()
  const n = Math.max(1, count)
  const mean = [sumA / n, sumB / n] as const
  const spread = (squares: number, middle: number): number =>
    Math.sqrt(Math.max(0, squares / n - middle * middle))
  return {
    quantiles: SHARES.map((share) => lightness[Math.floor(share * (count - 1))] ?? 0),
    mean,
    spread: [spread(squaresA, mean[0]), spread(squaresB, mean[1])],
  }
}

/** Rising lines through the quantiles; steep and flat parts are bounded, so that noise and bands do not show. */
export function lightnessCurve(
  from: readonly number[],
  to: readonly number[],
): (lightness: number) => number {
  const middle = Math.floor(SHARES.length / 2)
  const points: [x: number, y: number][] = from.map((x) => [x, 0])
  const put = (at: number, y: number): void => {
    const point = points[at]
    if (point) point[1] = y
  }
  put(middle, to[middle] ?? 0.5)
  const step = (at: number, towards: number): void => {
    const [x, next] = [from[at] ?? 0, from[at + towards] ?? 0]
    const wanted = ((to[at + towards] ?? 0) - (to[at] ?? 0)) / (next - x || 1)
    put(at + towards, (points[at]?.[1] ?? 0) + within(wanted, SLOPE) * (next - x))
  }
  for (let at = middle; at < SHARES.length - 1; at++) step(at, 1)
  for (let at = middle; at > 0; at--) step(at, -1)
  const [x0, y0] = points[0] ?? [0, 0]
  const [x1, y1] = points.at(-1) ?? [1, 1]
  // Black stays black and white white, unless the guide has neither.
  const ends: [x: number, y: number][] = [
    [0, Math.min(y0, Math.max(0, y0 - x0))],
    ...points,
    [1, Math.max(y1, Math.min(1, y1 + (1 - x1)))],
  ]
  return (lightness) => {
    const after = ends.findIndex(([x]) => x >= lightness)
    const [x1, y1] = ends[after === -1 ? ends.length - 1 : after] ?? [1, 1]
    const [x0, y0] = ends[Math.max(0, (after === -1 ? ends.length : after) - 1)] ?? [0, 0]
    return x1 === x0 ? y1 : y0 + ((y1 - y0) * (lightness - x0)) / (x1 - x0)
  }
}

/** `strength` 0 leaves everything, 1 goes all the way. */
export function transfer(
  source: ColourStatistics,
  guide: ColourStatistics,
  strength: number,
): ColourChange {
  const curve = lightnessCurve(source.quantiles, guide.quantiles)
  const gain = [0, 1].map((axis) =>
    within((guide.spread[axis] ?? 0) / ((source.spread[axis] ?? 0) || 1), GAIN),
  )
  const moved = (value: number, axis: 0 | 1): number =>
    guide.mean[axis] + (value - source.mean[axis]) * (gain[axis] ?? 1)
  return ([l, a, b]: Triple) => {
    // Black and white have no room for colour.
    const room = Math.min(1, 4 * Math.min(l, 1 - l) + 0.15)
    const mix = (from: number, to: number): number => from + (to - from) * strength
    return [
      mix(l, curve(l)),
      mix(a, a + (moved(a, 0) - a) * room),
      mix(b, b + (moved(b, 1) - b) * room),
    ]
  }
}
