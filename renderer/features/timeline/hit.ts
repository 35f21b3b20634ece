/** What lies under the pointer on a track. Pure. */
import type { PlacedItem } from '../../../shared/model/select.ts'
import { firstWithin } from './within.ts'
import { positionAt, type View, xOf } from './zoom.ts'

/** Hot edges; a clip too narrow for both keeps at least a third of itself to be moved by. */
const EDGE_PIXELS = 6
/** Narrower clips have none: a hand that cannot aim at an edge means the clip. */
const NARROWEST = 9

export type Zone = 'start' | 'body' | 'end'

export interface Hit {
  readonly placed: PlacedItem
  readonly zone: Zone
}

export const edgeWidth = (clipWidth: number): number =>
  clipWidth < NARROWEST ? 0 : Math.min(EDGE_PIXELS, clipWidth / 3)

export function hit(placed: readonly PlacedItem[], x: number, view: View): Hit | null {
  const found = placed[firstWithin(placed, positionAt(x, view))]
  if (!found || x < xOf(found.start, view)) return null
  const left = xOf(found.start, view)
  const right = xOf(found.end, view)
  const edge = edgeWidth(right - left)
  const zone = x < left + edge ? 'start' : x >= right - edge ? 'end' : 'body'
  return { placed: found, zone }
}
