/** The part of the cut that the tracks show, as it is moved and sized in the overview. Pure. */

import type { Rational } from '../../../../shared/time/rational.ts'
import { clampZoom, framesToFit, type View } from '../zoom.ts'

/** Air behind the end, so that there is room to go on. */
const AIR = 1.05

/** Frames that the overview stands for: the cut with some air, and whatever is shown behind that. */
export const wholeOf = (end: number, rate: Rational, view: View, width: number): number =>
  Math.max(framesToFit(end, rate) * AIR, view.scrollFrame + width * view.framesPerPixel)

/** With its left edge at `frame`, as far as there is something to show. */
export function movedTo(view: View, frame: number, whole: number, width: number): View {
  const last = Math.max(0, whole - width * view.framesPerPixel)
  return { ...view, scrollFrame: Math.min(last, Math.max(0, frame)) }
}

/** With one edge drawn to `frame` while the other stays: that zooms. */
export function drawnTo(view: View, edge: 'start' | 'end', frame: number, width: number): View {
  const end = view.scrollFrame + width * view.framesPerPixel
  const frames = edge === 'start' ? end - Math.max(0, frame) : frame - view.scrollFrame
  const framesPerPixel = clampZoom(frames / width)
  const start = edge === 'start' ? end - width * framesPerPixel : view.scrollFrame
  return { framesPerPixel, scrollFrame: Math.max(0, start) }
}
