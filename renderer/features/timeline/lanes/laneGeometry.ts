/** Values as heights in a lane. Pure. */
import { valueAt } from '../../../../shared/model/animate.ts'
import type { Property } from '../../../../shared/model/clip.ts'
import type { Animated } from '../../../../shared/model/keyframe.ts'
import { number, percent } from '../../../i18n/numbers.ts'
import { type View, xOf } from '../zoom.ts'

/** Room above the highest and below the lowest value, for a whole diamond. */
const PADDING = 8

export interface ValueRange {
  readonly low: number
  readonly high: number
}

/** The values that keyframes take. One value alone lies in the middle of a range about it. */
export function valueRange(animated: Animated): ValueRange {
  const values = animated.keyframes.map(({ value }) => value)
  if (values.length === 0) return { low: animated.value - 0.5, high: animated.value + 0.5 }
  const low = Math.min(...values)
  const high = Math.max(...values)
  return low === high ? { low: low - 0.5, high: high + 0.5 } : { low, high }
}

/** Pixels from the lane's top; greater values are higher. */
export const yOfValue = (value: number, { low, high }: ValueRange, height: number): number =>
  PADDING + ((high - value) / (high - low)) * (height - 2 * PADDING)

/** How much a value changes over one pixel upwards. */
export const valuePerPixel = ({ low, high }: ValueRange, height: number): number =>
  (high - low) / (height - 2 * PADDING)

export interface CurveSpan {
  /** The clip's first frame on the timeline. */
  readonly start: number
  /** Frames. */
  readonly duration: number
  readonly width: number
  readonly height: number
}

const STEP_PIXELS = 3

/** Finer than a pixel, and short in the path. */
const tenth = (pixels: number): number => Math.round(pixels * 10) / 10

/** The value curve of a clip as an SVG path over what of the clip is in `[0, width]` pixels. */
export function curvePath(animated: Animated, view: View, span: CurveSpan): string {
  const range = valueRange(animated)
  const left = Math.max(0, xOf(span.start, view))
  const right = Math.min(span.width, xOf(span.start + span.duration, view))
  if (right <= left) return ''
  const xs: number[] = []
  for (let x = left; x < right; x += STEP_PIXELS) xs.push(x)
  xs.push(right)
  // Keyframes themselves are points of the curve: steps between would round their corners off.
  for (const { frame } of animated.keyframes) {
    const x = xOf(span.start + frame, view)
    if (x > left && x < right) xs.push(x)
  }
  xs.sort((a, b) => a - b)
  return xs
    .map((x, index) => {
      const frame = view.scrollFrame + x * view.framesPerPixel - span.start
      const y = yOfValue(valueAt(animated, frame), range, span.height)
      return `${index === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`
    })
    .join(' ')
}

/** A value with its unit, as the inspector shows it. */
export function formatValue(property: Property, value: number): string {
  if (property === 'volume') return `${number(value, { most: 1 })} dB`
  if (property === 'rotation') return `${number(value, { most: 1 })}°`
  if (property === 'pan') return number(value, { most: 2 })
  return percent(value, 1)
}

/** The limits of a value; the rest is free. */
export function clampValue(property: Property, value: number): number {
  if (property === 'opacity' || property.startsWith('crop')) return Math.min(1, Math.max(0, value))
  if (property === 'pan') return Math.min(1, Math.max(-1, value))
  return property === 'scale' ? Math.max(0, value) : value
}
