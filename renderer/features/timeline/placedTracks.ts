/** Where items lie, computed once for each document and track: scrolling and zooming only look up. */
import type { Project } from '../../../shared/model/project.ts'
import { type PlacedItem, placedItems } from '../../../shared/model/select.ts'
import type { Track } from '../../../shared/model/track.ts'

const cache = new WeakMap<Project, Map<string, readonly PlacedItem[]>>()

export function placedOn(project: Project, track: Track): readonly PlacedItem[] {
  const tracks = cache.get(project) ?? new Map<string, readonly PlacedItem[]>()
  cache.set(project, tracks)
  const known = tracks.get(track.id)
  if (known) return known
  const placed = placedItems(project, track)
  tracks.set(track.id, placed)
  return placed
}

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
