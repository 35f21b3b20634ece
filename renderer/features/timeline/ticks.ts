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

/** Half of a marker's width, and how many pixels show one of the markers that stand there, however many they are. */
const MARKER = { reach: 5, apart: 5 }

/** Of markers in order of time those in `[0, width]` pixels that can be told apart: no more of them than a window holds. */
export function markersInView<M extends { readonly frame: number }>(
  markers: readonly M[],
  view: View,
  width: number,
): M[] {
  // Places on the timeline, not in the window: scrolling must not show others.
  const each = MARKER.apart * view.framesPerPixel
  const first = Math.floor((view.scrollFrame - MARKER.reach * view.framesPerPixel) / each) * each
  const last = view.scrollFrame + (width + MARKER.reach) * view.framesPerPixel
  const found: M[] = []
  let taken: number | null = null
  for (let at = firstFrom(markers, first); at < markers.length; at++) {
    const marker = markers[at]
    if (!marker || marker.frame > last) break
    const place = Math.floor(marker.frame / each)
    if (place !== taken) found.push(marker)
    taken = place
  }
  return found
}

/** The place of the first marker at `frame` or behind it. */
function firstFrom(markers: readonly { readonly frame: number }[], frame: number): number {
  let low = 0
  let high = markers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((markers[middle]?.frame ?? Infinity) < frame) low = middle + 1
    else high = middle
  }
  return low
}
