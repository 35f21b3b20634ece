/** A value for every frame of a span, and its way into an ffmpeg expression. */
import { decimal } from './escape.ts'

/** One number where the value never changes, else one number per frame. */
export type Curve = number | readonly number[]

export const isConstant = (curve: Curve): curve is number => typeof curve === 'number'

export const curveAt = (curve: Curve, frame: number): number =>
  typeof curve === 'number' ? curve : (curve[Math.min(frame, curve.length - 1)] ?? 0)

/** `count` values, as one number when they are all the same. */
export function curveOf(count: number, valueAt: (frame: number) => number): Curve {
  const values = Array.from({ length: count }, (_, frame) => valueAt(frame))
  const first = values[0] ?? 0
  return values.every((value) => value === first) ? first : values
}

/** Frames `[start, end)`: value = `value + slope * (frame - start)`. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly slope: number
}

/** The fewest lines, found greedily, that pass every frame's value within `tolerance`. */
export function linesThrough(curve: Curve, tolerance: number): Line[] {
  if (typeof curve === 'number') return [{ start: 0, end: 1, value: curve, slope: 0 }]
  const lines: Line[] = []
  let start = 0
  while (start < curve.length) {
    const value = curve[start] ?? 0
    let [low, high] = [-Infinity, Infinity]
    let end = start + 1
    // The slopes that keep every frame so far within reach form an interval, which each further frame narrows.
    for (; end < curve.length; end++) {
      const at = curve[end] ?? 0
      const nextLow = Math.max(low, (at - tolerance - value) / (end - start))
      const nextHigh = Math.min(high, (at + tolerance - value) / (end - start))
      if (nextLow > nextHigh) break
      low = nextLow
      high = nextHigh
    }
    const last = curve[end - 1] ?? value
    const through = end - start > 1 ? (last - value) / (end - 1 - start) : 0
    lines.push({ start, end, value, slope: Math.min(high, Math.max(low, through)) })
    start = end
  }
  return lines
}

/**
 * The lines as an ffmpeg expression of `frame` (an expression for the frame's number, counted from 0). Choices are
 * nested as a balanced tree, since ffmpeg's parser allows only so much depth.
 */
export function expressionOf(lines: readonly Line[], frame: string): string {
  const [first] = lines
  if (!first) return '0'
  if (lines.length === 1) {
    if (first.slope === 0) return decimal(first.value)
    const from = first.start === 0 ? frame : `(${frame}-${first.start})`
    const slope = first.slope.toPrecision(9).replace(/e(.*)/, '*pow(10,$1)')
    return `${decimal(first.value)}+${from}*(${slope})`
  }
  const middle = lines.length >> 1
  const [left, right] = [lines.slice(0, middle), lines.slice(middle)]
  const bound = decimal((right[0]?.start ?? 0) - 0.5)
  return `if(lt(${frame},${bound}),${expressionOf(left, frame)},${expressionOf(right, frame)})`
}
