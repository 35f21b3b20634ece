/**
 * Takes clips to another time, another track, or both.
 *
 *     before       V1 |A...|B...|C...|......|D...|
 *     overwrite    V1 |A...|....|C...|B...|.|D...|     B, 8 later: lies over what is there, leaves a gap
 *     insert       V1 |A...|....|C...|B...|......|D...|   B, 8 later: what lies there gives way on all
 *                                                          sync-locked tracks
 *
 * `trackDelta` counts tracks of the kind of the first clip, up positive, and takes the chosen clips of that kind and
 * their groups along; all others, linked ones among them, keep their track. Does not touch: the media shown, keyframes, markers.
 * Keeping linked clips together is the caller's choice (`linked`).
 *
 * Around: linked, sync-locked follow; shots, takes, pins, markers stay; transitions settle; locked refuse.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { groupedClips } from '../model/select.ts'
import type { Track } from '../model/track.ts'
import { say } from '../words/say.ts'
import { makeRoom } from './insert.ts'
import { placed } from './itemList.ts'
import { leaveGaps } from './lift.ts'
import { withGrouped } from './linked.ts'
import { refuse } from './refuse.ts'
import { refusePullingApart } from './ripple.ts'
import { quoted, TimelineEdit } from './timelineEdit.ts'

export interface Move {
  readonly itemIds: readonly ItemId[]
  readonly delta: number
  readonly trackDelta: number
  readonly mode: 'overwrite' | 'insert'
  readonly linked: boolean
}

/** A clip and where it comes to lie. */
export interface Landing {
  readonly clip: Clip
  readonly track: Track
  readonly start: number
  readonly end: number
}

export function move(project: Project, args: Move, makeId: MakeId): Project {
  if (args.delta === 0 && args.trackDelta === 0) return project
  const edit = TimelineEdit.of(project, args.itemIds, makeId)
  const ids = withGrouped(project, args.itemIds, args.linked)
  const landings = landingsOf(edit, ids, args)
  leaveGaps(edit, ids)
  land(edit, landings, args.mode)
  if (args.mode === 'insert') refusePullingApart(edit, args.linked ? new Set() : ids)
  return edit.finish()
}

export function land(
  edit: TimelineEdit,
  landings: readonly Landing[],
  mode: 'overwrite' | 'insert',
): void {
  if (mode === 'insert') {
    const start = Math.min(...landings.map((landing) => landing.start))
    const end = Math.max(...landings.map((landing) => landing.end))
    makeRoom(edit, start, end - start, new Set(landings.map(({ track }) => track.id)))
  }
  for (const { clip, track, start, end } of landings) edit.replace(track, start, end, [clip])
}

/** Where `ids` go. @throws EditRefused where there is no such place, or two clips would share one. */
export function landingsOf(edit: TimelineEdit, ids: ReadonlySet<ItemId>, args: Move): Landing[] {
  const chosen = new Set(
    args.linked ? args.itemIds.flatMap((id) => groupedClips(edit.original, id)) : args.itemIds,
  )
  const leading = edit.tracks.find((track) =>
    track.items.some((id) => id === args.itemIds[0]),
  )?.kind
  const landings: Landing[] = []
  for (const track of edit.tracksOf(ids)) {
    for (const { item, start, end } of placed(edit.items(track))) {
      if (item.kind !== 'clip' || !ids.has(item.id)) continue
      if (start + args.delta < 0) {
        refuse('edit:movedBeforeStart', { clip: quoted(item) })
      }
      const changesTrack = chosen.has(item.id) && track.kind === leading && args.trackDelta !== 0
      landings.push({
        clip: item,
        track: changesTrack ? neighbour(edit, track, args.trackDelta) : track,
        start: start + args.delta,
        end: end + args.delta,
      })
    }
  }
  refuseCollisions(landings)
  return landings
}

/** Picture tracks are listed from bottom to top, all others from top to bottom. */
function neighbour(edit: TimelineEdit, track: Track, up: number): Track {
  const same = edit.tracks.filter(({ kind }) => kind === track.kind)
  const to = same[same.indexOf(track) + (track.kind === 'picture' ? up : -up)]
  return to ?? refuse('edit:noTrackThere', { kind: say(`words:${track.kind}`) })
}

/** @throws EditRefused when two clips would share a place. */
export function refuseCollisions(landings: readonly Landing[]): void {
  const ends = new Map<TrackId, Landing>()
  for (const landing of [...landings].sort((a, b) => a.start - b.start)) {
    const before = ends.get(landing.track.id)
    if (before && before.end > landing.start) {
      refuse('edit:collision', {
        one: quoted(before.clip),
        other: quoted(landing.clip),
        track: landing.track.name,
      })
    }
    ends.set(landing.track.id, landing)
  }
}
