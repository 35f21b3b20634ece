/** Narrow clips as bars to be painted: no more of them than there are pixels. Pure. */
import type { PlacedItem } from '../../../../shared/model/select.ts'
import { type View, xOf } from '../zoom.ts'

export interface Bar<Look> {
  /** Pixels from the left of the lane. */
  readonly left: number
  readonly width: number
  readonly look: Look
}

/**
 * Bars of clips that are in order of time, whole pixels wide, at least one. Of clips that would begin on a pixel which
 * is taken already only one is seen; neighbours that look alike are one bar where no pixel is between them and each is
 * as narrow as a gap would be.
 */
export function barsOf<Placed extends PlacedItem, Look>(
  clips: readonly Placed[],
  view: View,
  width: number,
  lookOf: (placed: Placed) => Look,
): Bar<Look>[] {
  const bars: { left: number; width: number; look: Look }[] = []
  let taken = 0
  for (const placed of clips) {
    const left = Math.max(taken, Math.round(xOf(placed.start, view)))
    const right = Math.min(width, Math.max(left + 1, Math.round(xOf(placed.end, view))))
    if (right <= left || xOf(placed.end, view) < taken) continue
    taken = right
    const look = lookOf(placed)
    const last = bars.at(-1)
    const isThin = right - left <= THIN
    if (isThin && last && last.look === look && last.left + last.width === left) {
      last.width += right - left
    } else bars.push({ left, width: right - left, look })
  }
  return bars
}

/** Narrower bars have no edges of their own. */
export const THIN = 2
