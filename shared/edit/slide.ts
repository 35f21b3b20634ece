/**
 * Moves clips between their neighbours, which give and take the time.
 *
 *     before   V1 |A.......|B....|C.......|
 *     after    V1 |A..........|B....|C'...|       B, 3 later
 *
 * A gap beside them grows or shrinks the same way. Linked clips slide along between their own neighbours. Does not
 * touch: what the clips show, what lies beyond the neighbours, markers; the neighbours' keyframes stay on their
 * picture.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { Item } from '../model/clip.ts'
import type { ItemId, MakeId } from '../model/ids.ts'
import { mediaRoom } from '../model/mediaLimits.ts'
import type { Project } from '../model/project.ts'
import { type PlacedItem, place, placedItems, timelineOf } from '../model/select.ts'
import type { Track } from '../model/track.ts'
import type { Rational } from '../time/rational.ts'
import { gapOf } from './itemList.ts'
import { withLinked } from './linked.ts'
import { refuse } from './refuse.ts'
import { TimelineEdit } from './timelineEdit.ts'
import { trimmedClip } from './trim.ts'
import { downTo, type Limits, NO_LIMITS, refuseBeyond, upTo } from './trimLimits.ts'

export interface Slide {
  /** Side by side on each track. */
  readonly itemIds: readonly ItemId[]
  /** Frames; positive = later. */
  readonly delta: number
  readonly linked: boolean
}

export function slide(project: Project, { delta, ...chosen }: Slide, makeId: MakeId): Project {
  refuseBeyond(delta, slideLimits(project, chosen), 'clip')
  if (delta === 0) return project
  const edit = TimelineEdit.of(project, chosen.itemIds, makeId)
  for (const { track, items, first, last } of slotsOf(project, chosen)) {
    const all = items.map(({ item }) => item)
    const left = all[first - 1]
    const right = all[last + 1]
    edit.setItems(track, [
      ...all.slice(0, Math.max(0, first - 1)),
      ...(left ? resized(left, 'end', delta, edit.timeline.rate) : edit.gap(delta)),
      ...all.slice(first, last + 1),
      ...(right ? resized(right, 'start', delta, edit.timeline.rate) : []),
      ...all.slice(last + 2),
    ])
  }
  return edit.finish()
}

/** Media and length of the neighbours, and the room in gaps. */
export function slideLimits(project: Project, chosen: Omit<Slide, 'delta'>): Limits {
  let limits = NO_LIMITS
  for (const { track, items, first, last } of slotsOf(project, chosen)) {
    const { rate } = timelineOf(project, track.timelineId)
    const left = items[first - 1]?.item
    const right = items[last + 1]?.item
    if (!left) limits = downTo(limits, 0, 'zero')
    else if (left.kind === 'gap') {
      limits = downTo(limits, -left.duration, first === 1 ? 'zero' : 'neighbour')
    } else {
      limits = downTo(limits, 1 - left.duration, 'length')
      limits = upTo(limits, mediaRoom(project, left, rate).tail, 'media')
    }
    if (right?.kind === 'gap') limits = upTo(limits, right.duration, 'neighbour')
    else if (right) {
      limits = upTo(limits, right.duration - 1, 'length')
      limits = downTo(limits, -mediaRoom(project, right, rate).head, 'media')
    }
  }
  return limits
}

/** The clips of one track that slide: items `first` to `last`. */
interface Slot {
  readonly track: Track
  readonly items: readonly PlacedItem[]
  readonly first: number
  readonly last: number
}

function slotsOf(project: Project, { itemIds, linked }: Omit<Slide, 'delta'>): Slot[] {
  const ids = withLinked(project, itemIds, linked)
  const tracks = new Set([...ids].map((id) => place(project, id).track))
  return [...tracks].map((track) => {
    const items = placedItems(project, track)
    const first = items.findIndex(({ item }) => ids.has(item.id))
    const last = items.findLastIndex(({ item }) => ids.has(item.id))
    if (items.slice(first, last).some(({ item }) => !ids.has(item.id))) {
      refuse('edit:slideApart', { track: track.name })
    }
    return { track, items, first, last }
  })
}

function resized(item: Item, edge: 'start' | 'end', delta: number, rate: Rational): Item[] {
  if (item.kind === 'clip') return [trimmedClip(item, edge, delta, rate)]
  const duration = item.duration + (edge === 'end' ? delta : -delta)
  return duration > 0 ? [gapOf(duration, item.id)] : []
}
