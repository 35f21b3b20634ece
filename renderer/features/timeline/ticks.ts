/** Which marks the ruler shows. Steps are round in timecode, so that labels read 00:00:05:00 and not 00:00:04:23. Pure. */

import { formatPosition, type TimeDisplay } from '../../../shared/time/position.ts'
import type { Rational } from '../../../shared/time/rational.ts'
import { round } from '../../../shared/time/rational.ts'
import { type View, xOf } from './zoom.ts'

/** Room for a timecode in the ruler's type. */
const LABEL_PIXELS = 92
const MINOR_PIXELS = 14

export interface Tick {
  readonly frame: number
  readonly x: number
  /** Null on the short marks between labels. */
  readonly label: string | null
}

const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200]

/** Steps in frames, ascending: within a second those that divide it, then round numbers of seconds. */
export function tickSteps(rate: Rational): number[] {
  const second = round(rate, 'nearest')
  const within = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 24, 25, 30, 40, 60].filter(
    (step) => step < second && second % step === 0,
  )
  return [...within, ...SECONDS.map((seconds) => seconds * second)]
}

/** Frames between labels and between the short marks at a zoom. */
export function tickSpacing(
  framesPerPixel: number,
  rate: Rational,
): { readonly major: number; readonly minor: number } {
  const steps = tickSteps(rate)
  const wide = (pixels: number) => (step: number) => step / framesPerPixel >= pixels
  const longest = steps.at(-1) ?? 1
  const major = steps.find(wide(LABEL_PIXELS)) ?? longest
  const minor =
    steps.find((step) => major % step === 0 && wide(MINOR_PIXELS)(step) && step < major) ?? major
  return { major, minor }
}

/** Marks within `[0, width]` pixels; `startFrame` is the timecode at frame 0. */
export function ticks(
  view: View,
  width: number,
  { rate, startFrame }: { readonly rate: Rational; readonly startFrame: number },
  display: TimeDisplay,
): Tick[] {
  const { major, minor } = tickSpacing(view.framesPerPixel, rate)
  const first = Math.floor(Math.max(0, view.scrollFrame) / minor) * minor
  const end = view.scrollFrame + width * view.framesPerPixel
  const count = Math.max(0, Math.floor((end - first) / minor) + 1)
  return Array.from({ length: count }, (_, index) => {
    const frame = first + index * minor
    return {
      frame,
      x: xOf(frame, view),
      label: frame % major === 0 ? formatPosition(frame + startFrame, rate, display) : null,
    }
  })
}
