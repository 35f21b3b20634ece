/** Reading a document. Lookups by id throw a MissingRecord, since a dangling id is a broken document. */
import { SaidError } from '../words/SaidError.ts'
import { say } from '../words/say.ts'
import type { Clip, Item } from './clip.ts'
import type { ItemId, ShotId, TimelineId, TrackId } from './ids.ts'
import type { Project, ProjectSettings, Row, Table } from './project.ts'
import { differingIds, type Records } from './records.ts'
import type { Pin, Shot } from './shot.ts'
import type { Marker, Timeline } from './timeline.ts'
import type { Track } from './track.ts'

export class MissingRecord extends SaidError {
  override readonly name = 'MissingRecord'
}

export function record<T extends Table>(project: Project, table: T, id: string): Row<T> {
  return (project[table] as unknown as Records<Row<T>>).get(id) ?? missing(table, id)
}

export function missing(table: Table, id: string): never {
  throw new MissingRecord(say('document:noRecord', { id, table }))
}

export const timelineOf = (project: Project, id: TimelineId): Timeline =>
  record(project, 'timelines', id)
export const trackOf = (project: Project, id: TrackId): Track => record(project, 'tracks', id)
export const shotOf = (project: Project, id: ShotId): Shot => record(project, 'shots', id)

export function clipOf(project: Project, id: ItemId): Clip {
  const item = record(project, 'items', id)
  if (item.kind !== 'clip')
    throw new MissingRecord(say('document:notAClip', { id, kind: item.kind }))
  return item
}

export function settingsOf(project: Project): ProjectSettings {
  const [settings] = project.settings.values()
  if (!settings) throw new MissingRecord(say('document:noSettings'))
  return settings
}

/** The one that opens first, then by name. */
export function timelinesOf(project: Project): Timeline[] {
  const opening = settingsOf(project).timelineId
  return [...project.timelines].sort(
    (a, b) => Number(b.id === opening) - Number(a.id === opening) || byName(a, b),
  )
}

/** For records that have no order of their own: by name, and among the same names by id. */
export const byName = (
  a: { readonly name: string; readonly id: string },
  b: { readonly name: string; readonly id: string },
): number => compareText(a.name, b.name) || compareText(a.id, b.id)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A timeline's markers in order of time, those on one frame by name. */
export const markersOf = (project: Project, timelineId: TimelineId): Marker[] =>
  project.markers
    .values()
    .filter((marker) => marker.timelineId === timelineId)
    .sort((a, b) => a.frame - b.frame || byName(a, b))

export const tracksOf = (project: Project, timeline: Timeline): Track[] =>
  timeline.tracks.map((id) => trackOf(project, id))

/** An item where it lies: `[start, end)` in the timeline's frames. */
export interface PlacedItem<I extends Item = Item> {
  readonly item: I
  readonly track: Track
  /** Position in `track.items`. */
  readonly order: number
  readonly start: number
  readonly end: number
}

interface KnownPlaces {
  readonly items: Project['items']
  readonly placed: readonly PlacedItem[]
}

const placesByTrack = new WeakMap<Track, KnownPlaces>()
/** The track of each id that was asked about last: one that was edited has most of its items from there. */
const latestById = new Map<TrackId, WeakRef<Track>>()
/** Ids of tracks that are remembered; those of the documents at hand are far fewer. */
const MOST_TRACKS = 10_000

function remember(track: Track, known: KnownPlaces): readonly PlacedItem[] {
  placesByTrack.set(track, known)
  if (latestById.get(track.id)?.deref() !== track) {
    if (latestById.size > MOST_TRACKS) latestById.clear()
    latestById.set(track.id, new WeakRef(track))
  }
  return known.placed
}

function placesBefore(track: Track): KnownPlaces | undefined {
  const latest = placesByTrack.has(track) ? track : latestById.get(track.id)?.deref()
  return latest && placesByTrack.get(latest)
}

/**
 * All items of a track with their places, gaps included. Painting and dragging ask again and again: as long as no item
 * of the track changes the answer is the same list, and an item in its old place the same object.
 */
export function placedItems(project: Project, track: Track): readonly PlacedItem[] {
  const { items } = project
  const known = placesByTrack.get(track)
  if (known?.items === items) return known.placed
  const before = known ?? placesBefore(track)
  const changed = before && new Set(differingIds(before.items, items))
  if (known && changed && ![...changed].some((id) => holdsItem(track, id))) {
    return remember(track, { items, placed: known.placed })
  }
  const itemAt = before && changed && itemsFrom(before.placed, track.items, changed)
  let start = 0
  const placed = track.items.map((id, order) => {
    const item = itemAt?.(order) ?? record(project, 'items', id)
    const was = known?.placed[order]
    const isAsItWas = was?.item === item && was.start === start
    const here = isAsItWas ? was : { item, track, order, start, end: start + item.duration }
    start = here.end
    return here
  })
  return remember(track, { items, placed })
}

/** Items as they were in an earlier list, which has the same ones at its beginning and at its end; those of `changed` aside. */
function itemsFrom(
  before: readonly PlacedItem[],
  ids: readonly ItemId[],
  changed: ReadonlySet<string>,
): (order: number) => Item | undefined {
  const shorter = Math.min(before.length, ids.length)
  let head = 0
  while (head < shorter && before[head]?.item.id === ids[head]) head++
  const shift = before.length - ids.length
  let tail = ids.length
  while (
    tail > head &&
    tail + shift > head &&
    before[tail + shift - 1]?.item.id === ids[tail - 1]
  ) {
    tail--
  }
  return (order) => {
    if (order >= head && order < tail) return undefined
    const item = before[order < head ? order : order + shift]?.item
    return item && !changed.has(item.id) ? item : undefined
  }
}

export const isPlacedClip = (placed: PlacedItem): placed is PlacedItem<Clip> =>
  placed.item.kind === 'clip'

const clipsByItems = new WeakMap<readonly PlacedItem[], readonly PlacedItem<Clip>[]>()

/** The clips among a track's items: the same list as long as those are. */
export function placedClips(project: Project, track: Track): readonly PlacedItem<Clip>[] {
  const placed = placedItems(project, track)
  const known = clipsByItems.get(placed)
  if (known) return known
  const clips = placed.filter(isPlacedClip)
  clipsByItems.set(placed, clips)
  return clips
}

const itemsByTrack = new WeakMap<readonly ItemId[], ReadonlySet<string>>()

/** Whether an item lies on a track. Looking through all tracks for it is quick once they have been looked through. */
export function holdsItem({ items }: Track, id: string): boolean {
  let known = itemsByTrack.get(items)
  if (!known) {
    known = new Set(items)
    itemsByTrack.set(items, known)
  }
  return known.has(id)
}

/** The track that holds an item, and the item's place on it. */
export function place(project: Project, id: ItemId): PlacedItem {
  const track = project.tracks.values().find((candidate) => holdsItem(candidate, id))
  if (!track) throw new MissingRecord(say('document:onNoTrack', { id }))
  const found = placedItems(project, track).find((placed) => placed.item.id === id)
  if (!found) throw new MissingRecord(say('document:onNoTrack', { id }))
  return found
}

export function placeClip(project: Project, id: ItemId): PlacedItem<Clip> {
  const placed = place(project, id)
  if (!isPlacedClip(placed))
    throw new MissingRecord(say('document:notAClip', { id, kind: placed.item.kind }))
  return placed
}

/** Frames from 0 to the end of the last item. */
export const trackEnd = (project: Project, track: Track): number =>
  placedItems(project, track).at(-1)?.end ?? 0

export const timelineEnd = (project: Project, timeline: Timeline): number =>
  Math.max(0, ...tracksOf(project, timeline).map((track) => trackEnd(project, track)))

/** A shot's pins in order of their index. */
export const pinsOf = (project: Project, shotId: ShotId): Pin[] =>
  project.pins
    .values()
    .filter((pin) => pin.shotId === shotId)
    .sort((a, b) => a.index - b.index)

/** The clip itself, then every clip that shares its link, on any track. */
export const linkedClips = (project: Project, id: ItemId): ItemId[] =>
  sharing(project, id, 'linkId')

/** The clip itself, then every clip of its group, on any track. */
export const groupedClips = (project: Project, id: ItemId): ItemId[] =>
  sharing(project, id, 'groupId')

type Tie = 'linkId' | 'groupId'

function sharing(project: Project, id: ItemId, tie: Tie): ItemId[] {
  const value = clipOf(project, id)[tie]
  if (value === undefined) return [id]
  const others = tiesOf(project.items, tie).get(value) ?? []
  return [id, ...others.filter((other) => other !== id)]
}

type Ties = ReadonlyMap<string, ItemId[]>

const tiesByTable: Readonly<Record<Tie, WeakMap<Project['items'], Ties>>> = {
  linkId: new WeakMap(),
  groupId: new WeakMap(),
}

/** Made once per table: a drag asks again and again about the same document. */
function tiesOf(items: Project['items'], tie: Tie): Ties {
  const known = tiesByTable[tie].get(items)
  if (known) return known
  const ties = new Map<string, ItemId[]>()
  for (const item of items) {
    const value = item.kind === 'clip' ? item[tie] : undefined
    if (value === undefined) continue
    const members = ties.get(value)
    if (members) members.push(item.id)
    else ties.set(value, [item.id])
  }
  tiesByTable[tie].set(items, ties)
  return ties
}
