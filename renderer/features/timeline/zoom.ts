/** Pixels and frames along the timeline. Pure. `framesPerPixel` is the zoom, `scrollFrame` the frame at the left edge. */
import { frameAt } from '../../../shared/time/frames.ts'
import { type Rational, rational } from '../../../shared/time/rational.ts'

export interface View {
  readonly framesPerPixel: number
  /** May lie between two frames. */
  readonly scrollFrame: number
}

/** A single frame is never wider than this. */
const MAX_PIXELS_PER_FRAME = 48
/** A day at 60 fps in a narrow window. */
const MAX_FRAMES_PER_PIXEL = 8192

export const clampZoom = (framesPerPixel: number): number =>
  Math.min(MAX_FRAMES_PER_PIXEL, Math.max(1 / MAX_PIXELS_PER_FRAME, framesPerPixel))

export const xOf = (frame: number, view: View): number =>
  (frame - view.scrollFrame) / view.framesPerPixel

/** The position between frames under `x`. */
export const positionAt = (x: number, view: View): number =>
  view.scrollFrame + x * view.framesPerPixel

/** The frame whose span `[frame, frame + 1)` lies under `x`; 0 or later. */
export const frameUnder = (x: number, view: View): number =>
  Math.max(0, Math.floor(positionAt(x, view)))

/** The edge between frames nearest to `x`; 0 or later. */
export const edgeNear = (x: number, view: View): number =>
  Math.max(0, Math.round(positionAt(x, view)))

/** Zooms by `factor` (above 1 shows more) with the frame under `x` kept in its place. */
export function zoomAbout(view: View, factor: number, x: number): View {
  const framesPerPixel = clampZoom(view.framesPerPixel * factor)
  const anchor = positionAt(x, view)
  return { framesPerPixel, scrollFrame: Math.max(0, anchor - x * framesPerPixel) }
}

/** What an empty timeline shows, so that the first clip laid there has a place to be seen in. */
const EMPTY_SECONDS = rational(60)

/** The frames of a timeline that ends at `end`, or a minute where it is empty. */
export const framesToFit = (end: number, rate: Rational): number =>
  end > 0 ? end : frameAt(EMPTY_SECONDS, rate)

/** The whole of `frames` with a little air behind it. */
export function fitting(frames: number, width: number): View {
  const air = 0.95
  return {
    framesPerPixel: clampZoom(Math.max(1, frames) / Math.max(1, width * air)),
    scrollFrame: 0,
  }
}

/** What is seen in another width: whoever saw the whole of `frames` goes on seeing it, everything else stays where it is. */
export function inWidth(view: View, frames: number, before: number, now: number): View {
  const whole = fitting(frames, before)
  const sawAll =
    view.scrollFrame === 0 && Math.abs(view.framesPerPixel / whole.framesPerPixel - 1) < 1e-6
  return sawAll ? fitting(frames, now) : view
}

/** The least scrolling that brings `frame` into view, with some room ahead of it. */
export function revealing(view: View, frame: number, width: number): View {
  const x = xOf(frame, view)
  if (x >= 0 && x <= width) return view
  const room = x < 0 ? width * 0.25 : width * 0.75
  return { ...view, scrollFrame: Math.max(0, frame - room * view.framesPerPixel) }
}
