import type { PlacedItem } from '../../../shared/model/select.ts'

/** The place in the list of the first item that ends behind `frame`; `placed` is in order of time. */
export function firstWithin(placed: readonly PlacedItem[], frame: number): number {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.end ?? Infinity) <= frame) low = middle + 1
    else high = middle
  }
  return low
}

/** The items that overlap `[start, end)`; `placed` is in order of time. */
export function within<Placed extends PlacedItem>(
  placed: readonly Placed[],
  start: number,
  end: number,
): Placed[] {
  const found: Placed[] = []
  for (let index = firstWithin(placed, start); index < placed.length; index++) {
    const item = placed[index]
    if (!item || item.start >= end) break
    found.push(item)
  }
  return found
}
