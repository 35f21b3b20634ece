import type { PlacedItem } from '../../../shared/model/select.ts'

/** The items that overlap `[start, end)`; `placed` is in order of time. */
export function within(placed: readonly PlacedItem[], start: number, end: number): PlacedItem[] {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.end ?? Infinity) <= start) low = middle + 1
    else high = middle
  }
  const found: PlacedItem[] = []
  for (let index = low; index < placed.length; index++) {
    const item = placed[index]
    if (!item || item.start >= end) break
    found.push(item)
  }
  return found
}
