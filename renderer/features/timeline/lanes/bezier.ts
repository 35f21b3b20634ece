/** The two handles of a curve between keyframes, as fractions of its time and of its value. Pure. */
import type { Easing } from '../../../../shared/model/keyframe.ts'

export type Handles = Omit<Extract<Easing, { kind: 'bezier' }>, 'kind'>
/** Which end of the curve is bent. */
export type Bend = 'out' | 'in'

/** Beyond these a curve leaves the lane for good. */
const LOWEST = -2
const HIGHEST = 3

/** Those of a straight line lie on it, a third from its ends; a held value has none that do anything. */
export const handlesOf = (easing: Easing): Handles =>
  easing.kind === 'bezier' ? easing : { x1: 1 / 3, y1: 1 / 3, x2: 2 / 3, y2: 2 / 3 }

const kept = (value: number, low: number, high: number): number =>
  Number(Math.min(high, Math.max(low, value)).toFixed(4))

/** The curve with one handle moved by fractions of its time and value. */
export function bent(
  { x1, y1, x2, y2 }: Handles,
  side: Bend,
  by: { readonly x: number; readonly y: number },
): Easing {
  return side === 'out'
    ? { kind: 'bezier', x1: kept(x1 + by.x, 0, 1), y1: kept(y1 + by.y, LOWEST, HIGHEST), x2, y2 }
    : { kind: 'bezier', x1, y1, x2: kept(x2 + by.x, 0, 1), y2: kept(y2 + by.y, LOWEST, HIGHEST) }
}
