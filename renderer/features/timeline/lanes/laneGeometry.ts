/** Values as heights in a lane or on a clip. Pure. */
import { valueAt } from '../../../../shared/model/animate.ts'
import type { Animated } from '../../../../shared/model/keyframe.ts'
import type { ValueForm } from '../../../ui/valueForms.ts'
import { type View, xOf } from '../zoom.ts'

/** Room above the highest and below the lowest value: for a whole diamond, and in a high lane for its ring and what is written. */
const paddingOf = (height: number): number => Math.max(8, Math.round(height * 0.14))

export interface ValueRange {
  readonly low: number
  readonly high: number
}

/**
 * The values that keyframes take, and those that the form always has room for. One value alone lies in the middle of a
 * range about it.
 */
export function valueRange(animated: Animated, { span }: Pick<ValueForm, 'span'> = {}): ValueRange {
  const keyed = animated.keyframes.map(({ value }) => value)
  const values = keyed.length > 0 ? keyed : [animated.value]
  const low = Math.min(...values, span?.low ?? Infinity)
  const high = Math.max(...values, span?.high ?? -Infinity)
  return low === high ? { low: low - 0.5, high: high + 0.5 } : { low, high }
}

/** Where values stand, in pixels from the top, and back. */
export interface Axis {
  yOf(value: number): number
  valueAt(y: number): number
}

/** A lane's: greater values are higher. */
export function linearAxis({ low, high }: ValueRange, height: number): Axis {
  const padding = paddingOf(height)
  const room = height - 2 * padding
  return {
    yOf: (value) => padding + ((high - value) / (high - low)) * room,
    valueAt: (y) => high - ((y - padding) / room) * (high - low),
  }
}

/** Decibels at the top of a clip, and how many of them make a tenth of what is left. */
const LOUDEST = 12
const DECADE = 40
const SILENT = -96

/** A sound clip's, as a fader has it: the upper half of the way from silence to +12 dB is what one mixes with. */
export const faderAxis = (height: number): Axis => ({
  yOf: (value) => height * (1 - Math.min(1, 10 ** ((value - LOUDEST) / DECADE))),
  valueAt: (y) => {
    const fraction = Math.min(1, Math.max(0, 1 - y / height))
    return fraction === 0 ? SILENT : Math.max(SILENT, LOUDEST + DECADE * Math.log10(fraction))
  },
})

export interface CurveSpan {
  /** The clip's first frame on the timeline. */
  readonly start: number
  /** Frames. */
  readonly duration: number
  readonly width: number
}

const STEP_PIXELS = 3

/** Finer than a pixel, and short in the path. */
const tenth = (pixels: number): number => Math.round(pixels * 10) / 10

/** The value curve of a clip as an SVG path over what of the clip is in `[0, width]` pixels. */
export function curvePath(animated: Animated, view: View, span: CurveSpan, axis: Axis): string {
  const left = Math.max(0, xOf(span.start, view))
  const right = Math.min(span.width, xOf(span.start + span.duration, view))
  if (right <= left) return ''
  const xs: number[] = [left, right]
  if (animated.keyframes.length > 1) {
    for (let x = left + STEP_PIXELS; x < right; x += STEP_PIXELS) xs.push(x)
  }
  // Keyframes themselves are points of the curve: steps between would round their corners off.
  for (const { frame } of animated.keyframes) {
    const x = xOf(span.start + frame, view)
    if (x > left && x < right) xs.push(x)
  }
  xs.sort((a, b) => a - b)
  return xs
    .map((x, index) => {
      const frame = view.scrollFrame + x * view.framesPerPixel - span.start
      const y = axis.yOf(valueAt(animated, frame))
      return `${index === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`
    })
    .join(' ')
}
