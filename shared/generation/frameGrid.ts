/**
 * The model's index grid: 24 per second, index 0 at the first picture and the last index at the clip's end, so
 * that 5 s has 0 to 120 and 10 s has 0 to 240. A file holds one picture less than that.
 */
import { shotIndexAt } from '../model/timeMap.ts'
import { divide, multiply, type Rational, rational, round } from '../time/rational.ts'
import { RAY_3_2 } from './models.ts'
import type { FrameReference } from './request.ts'

/** The greatest index within `duration` (seconds): 120 for 5 s. */
export const lastIndex = (duration: Rational): number =>
  round(multiply(duration, RAY_3_2.rate), 'floor')

/** Exact seconds at which `index` is held. */
export const secondsOfIndex = (index: number): Rational => divide(rational(index), RAY_3_2.rate)

/** The index nearest to `seconds`, kept within 0 and `last`. */
export const indexOfSeconds = shotIndexAt

/** What a wire reference means on a grid that ends at `last`; other negative numbers stay as they are. */
export function indexOfReference(frame: FrameReference, last: number): number {
  if (frame === 'first') return 0
  return frame === 'last' || frame === -1 ? last : frame
}

/** The frame of a file with `frameCount` pictures that shows `index`: the end index shares the last picture. */
export const fileFrameOfIndex = (index: number, frameCount: number): number =>
  Math.min(Math.max(index, 0), Math.max(frameCount - 1, 0))

/**
 * The free index nearest to `wanted` within 0 and `last`, the earlier one where two are as near; null when every
 * index is taken.
 */
export function nearestFreeIndex(
  wanted: number,
  taken: ReadonlySet<number>,
  last: number,
): number | null {
  const start = Math.min(Math.max(Math.round(wanted), 0), last)
  for (let distance = 0; distance <= last; distance++) {
    for (const candidate of [start - distance, start + distance]) {
      if (candidate >= 0 && candidate <= last && !taken.has(candidate)) return candidate
    }
  }
  return null
}
