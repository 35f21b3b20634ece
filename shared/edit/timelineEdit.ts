/**
 * One timeline opened for an edit: its tracks as lists of items, to be changed freely and written back at once.
 * What it guarantees for every verb: locked tracks refuse, gaps are normal, records that did not change keep their
 * identity, clips that were cut are linked anew (relink.ts), transitions are settled (model/settledTransitions.ts).
 */
import type { Clip, Item } from '../model/clip.ts'
import type { ItemId, MakeId, TimelineId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import {
  holdsItem,
  type PlacedItem,
  place,
  placedItems,
  record,
  timelineOf,
  tracksOf,
} from '../model/select.ts'
import { type EdgeHolder, settled } from '../model/settledTransitions.ts'
import type { Timeline } from '../model/timeline.ts'
import type { Track } from '../model/track.ts'
import type { Transition } from '../model/transition.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import { Draft } from './draft.ts'
import { type Cutter, gapOf, type Items, normalise, replaceRange } from './itemList.ts'
import { refuse } from './refuse.ts'
import { type Part, relink } from './relink.ts'
import { withSettled } from './settleTransitions.ts'
import { settleUsers } from './settleUsers.ts'

export class TimelineEdit {
  readonly original: Project
  readonly timeline: Timeline
  readonly tracks: readonly Track[]
  readonly makeId: MakeId
  /** Parts of clips that were cut, by the part's id. */
  readonly parts = new Map<ItemId, Part>()
  readonly #lanes = new Map<TrackId, Items>()
  readonly #changed = new Set<TrackId>()
  readonly #cutter: Cutter
  readonly #newTransitions: Transition[] = []
  /** Clips that went, by the one that has their end from now on. */
  readonly #heirs = new Map<ItemId, ItemId>()
  #linksAreMended = false

  constructor(original: Project, timelineId: TimelineId, makeId: MakeId) {
    this.original = original
    this.timeline = timelineOf(original, timelineId)
    this.tracks = tracksOf(original, this.timeline)
    this.makeId = makeId
    this.#cutter = {
      rate: this.timeline.rate,
      newId: () => makeId<ItemId>(),
      onPart: (part, from, offset) => {
        const earlier = this.parts.get(from.id)
        this.parts.set(part.id, {
          origin: earlier?.origin ?? from.id,
          offset: (earlier?.offset ?? 0) + offset,
        })
      },
    }
  }

  /** The timeline that holds all of `itemIds`. */
  static of(original: Project, itemIds: readonly ItemId[], makeId: MakeId): TimelineEdit {
    const timelineIds = new Set(itemIds.map((id) => place(original, id).track.timelineId))
    const [timelineId] = timelineIds
    if (timelineId === undefined) return refuse('edit:nothingSelected')
    if (timelineIds.size > 1) {
      refuse('edit:clipsInTwoTimelines')
    }
    return new TimelineEdit(original, timelineId, makeId)
  }

  track(id: TrackId): Track {
    const track = this.tracks.find((candidate) => candidate.id === id)
    return track ?? refuse('edit:trackUnknown', { id, timeline: this.timeline.name })
  }

  /** The tracks on which some of these items lay before the edit. */
  tracksOf(ids: ReadonlySet<ItemId>): Track[] {
    return this.tracks.filter((track) => [...ids].some((id) => holdsItem(track, id)))
  }

  items(track: Track): Items {
    const items = this.#lanes.get(track.id)
    if (items) return items
    const original = placedItems(this.original, track).map(({ item }) => item)
    this.#lanes.set(track.id, original)
    return original
  }

  /** @throws EditRefused when the track is locked. */
  setItems(track: Track, items: Items): void {
    refuseLocked(track)
    this.#lanes.set(track.id, items)
    this.#changed.add(track.id)
  }

  replace(track: Track, start: number, end: number, replacement: Items): void {
    this.setItems(track, replaceRange(this.items(track), start, end, replacement, this.#cutter))
  }

  gap(duration: number): Item[] {
    return duration > 0 ? [gapOf(duration, this.makeId<ItemId>())] : []
  }

  /** One more transition, beside clips as they will lie; it is settled with all others. */
  addTransition(transition: Transition): void {
    this.#newTransitions.push(transition)
  }

  /** `heir` takes over the end of a clip that goes, and with it the transition there. */
  inheritEnd(id: ItemId, heir: ItemId): void {
    this.#heirs.set(id, heir)
  }

  /** Gives the parts of cut clips their links; `finish` does it where a verb did not. */
  mendLinks(): void {
    if (this.#linksAreMended) return
    this.#linksAreMended = true
    relink(this)
  }

  finish(): Project {
    this.mendLinks()
    const draft = new Draft(this.original)
    const kept = new Set<ItemId>()
    const gone: ItemId[] = []
    const changed = this.tracks.filter((track) => this.#changed.has(track.id))
    for (const track of changed) {
      const items = this.#normalised(track)
      // Of a long cut most is as it was: only what differs is looked up.
      const before = placedItems(this.original, track)
      const { at, end, endBefore } = differingPart(before, items)
      const part = items.slice(at, end).map((item) => this.#unchanged(item))
      for (const item of part) {
        kept.add(item.id)
        draft.put('items', item)
      }
      const was = track.items.slice(at, endBefore)
      gone.push(...was)
      if (part.length !== was.length || part.some(({ id }, i) => id !== was[i])) {
        const ids = track.items.toSpliced(at, was.length, ...part.map(({ id }) => id))
        draft.set('tracks', track.id, { items: ids })
      }
    }
    for (const id of gone) if (!kept.has(id)) draft.remove('items', id)
    const settledHere = this.#withTransitions(draft.finish(), changed)
    return settleUsers(this.original, settledHere, this.timeline.id)
  }

  #normalised(track: Track): Item[] {
    return normalise(this.items(track), (id) => holdsItem(track, id))
  }

  #withTransitions(moved: Project, changed: readonly Track[]): Project {
    const transitions = changed.flatMap(({ id }) => transitionsOf(this.original, id))
    const all = [...transitions, ...this.#newTransitions]
    if (all.length === 0) return moved
    const lanes = changed.map((track) => ({ track, items: this.#normalised(track) }))
    const { rate } = this.timeline
    return withSettled(moved, settled(moved, rate, lanes, all, this.#edgeHolder()))
  }

  /** The end of a clip that was cut belongs to its last part, as long as that still has it; so its start. */
  #edgeHolder(): EdgeHolder {
    const uncut: EdgeHolder = (id) => this.#heirs.get(id) ?? id
    if (this.parts.size === 0) return uncut
    const durations = new Map<ItemId, number>()
    for (const items of this.#lanes.values()) {
      for (const { id, duration } of items) durations.set(id, duration)
    }
    return (id, edge) => {
      const original = this.original.items.get(id)
      const parts = [...this.parts].filter(([, { origin }]) => origin === id)
      if (parts.length === 0 || !original) return uncut(id, edge)
      const found = parts.find(([part, { offset }]) =>
        edge === 'start' ? offset === 0 : offset + (durations.get(part) ?? 0) === original.duration,
      )
      return found?.[0] ?? null
    }
  }

  /** A gap that was cut and merged again is the gap it was. */
  #unchanged(item: Item): Item {
    if (item.kind === 'clip') return item
    const before = this.original.items.get(item.id)
    return before?.duration === item.duration ? before : item
  }
}

/** Where a track's new items differ from those it had: `[at, end)` of them in place of `[at, endBefore)`. */
function differingPart(
  before: readonly PlacedItem[],
  items: Items,
): { readonly at: number; readonly end: number; readonly endBefore: number } {
  const shorter = Math.min(before.length, items.length)
  let at = 0
  while (at < shorter && before[at]?.item === items[at]) at++
  let [end, endBefore] = [items.length, before.length]
  while (end > at && endBefore > at && before[endBefore - 1]?.item === items[end - 1]) {
    end--
    endBefore--
  }
  return { at, end, endBefore }
}

/** @throws EditRefused when the track is locked. */
export function refuseLocked(track: Track): void {
  if (track.locked) refuse('edit:trackLocked', { track: track.name })
}

/** The clip as people know it: `"oak_push"`. */
export const quoted = (clip: Clip): Said =>
  clip.name === '' ? say('words:aClip') : say('words:quoted', { name: clip.name })

/** @throws EditRefused for a gap. */
export function clipAt(project: Project, id: ItemId): Clip {
  const item = record(project, 'items', id)
  return item.kind === 'clip' ? item : refuse('edit:gapChosen')
}
