/**
 * Time opened or closed on the tracks that follow a ripple. The verb changes its own tracks first and names them in
 * `done`; every other sync-locked track follows here.
 *
 *     openTime at 4 by 3    V2 |C...|D..|     →   V2 |C...|...|D..|
 *     closeTime [4, 7)      V2 |C...|...|D..| →   V2 |C...|D..|
 *
 * Never touched: tracks without sync lock, and what lies before the frame. Refused, rather than done silently: a
 * cut into content on a following track, and a locked track that would lose its sync.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, TrackId } from '../model/ids.ts'
import { type Standing, syncShift } from '../model/syncShift.ts'
import type { Track } from '../model/track.ts'
import { compare } from '../time/rational.ts'
import { clipWithin, lengthOf, placed } from './itemList.ts'
import { refuse } from './refuse.ts'
import { quoted, type TimelineEdit } from './timelineEdit.ts'

/** `mayCut`: clips on following tracks that are cut at the frame because they are linked to one that is. */
export function openTime(
  edit: TimelineEdit,
  frame: number,
  length: number,
  done: ReadonlySet<TrackId>,
  mayCut: ReadonlySet<ItemId> = new Set(),
): void {
  for (const track of followers(edit, done)) {
    const items = edit.items(track)
    if (lengthOf(items) <= frame) continue
    const cut = clipWithin(items, frame, frame)
    if (cut && !mayCut.has(cut.id)) refuseCut(track, cut)
    refuseLosingSync(track)
    edit.replace(track, frame, frame, edit.gap(length))
  }
}

export function closeTime(
  edit: TimelineEdit,
  start: number,
  end: number,
  done: ReadonlySet<TrackId>,
): void {
  for (const track of followers(edit, done)) {
    const items = edit.items(track)
    if (lengthOf(items) <= start) continue
    const cut = clipWithin(items, start, end)
    if (cut) refuseCut(track, cut)
    refuseLosingSync(track)
    edit.replace(track, start, end, [])
  }
}

const followers = (edit: TimelineEdit, done: ReadonlySet<TrackId>): Track[] =>
  edit.tracks.filter((track) => track.syncLocked && !done.has(track.id))

const refuseCut = (track: Track, clip: Clip): never =>
  refuse('edit:rippleCuts', { clip: quoted(clip), track: track.name })

/** Only tracks that have a clip at or behind the frame come here. */
function refuseLosingSync(track: Track): void {
  if (track.locked) {
    refuse('edit:rippleLosesSync', { track: track.name })
  }
}

/**
 * Refuses an edit that moved linked clips by different amounts; parts of a cut clip count from where they were.
 * `apart` are clips that the person chose to move on their own. Call it before `finish`.
 */
export function refusePullingApart(
  edit: TimelineEdit,
  apart: ReadonlySet<ItemId> = new Set(),
): void {
  const before = new Map<ItemId, Standing>()
  for (const track of edit.tracks) {
    let start = 0
    for (const id of track.items) {
      const item = edit.original.items.get(id)
      if (item?.kind === 'clip' && item.linkId !== undefined) before.set(id, { clip: item, start })
      start += item?.duration ?? 0
    }
  }
  if (before.size === 0) return
  edit.mendLinks()
  const shifts = new Map<
    string,
    { clip: Clip; track: Track; shift: ReturnType<typeof syncShift> }
  >()
  for (const track of edit.tracks) {
    for (const { item, start } of placed(edit.items(track))) {
      if (item.kind !== 'clip' || item.linkId === undefined || apart.has(item.id)) continue
      const old = before.get(edit.parts.get(item.id)?.origin ?? item.id)
      if (!old) continue
      const shift = syncShift(old, { clip: item, start }, edit.timeline.rate)
      const other = shifts.get(item.linkId)
      if (!other) shifts.set(item.linkId, { clip: item, track, shift })
      else if (compare(other.shift, shift) !== 0) {
        refuse('edit:ripplePullsApart', {
          clip: quoted(other.clip),
          clipTrack: other.track.name,
          track: track.name,
        })
      }
    }
  }
}
