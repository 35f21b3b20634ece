/**
 * Takes clips away and closes the time they took (ripple delete).
 *
 *     before   V1 |A....|B....|C..|            before   V1 |A....|B....|C..|
 *              A1 |A....|B....|C..|                     A1 |A..|B........|C..|    (a split edit)
 *     after    V1 |A....|C..|                  after    V1 |A....|C..|
 *              A1 |A....|C..|                           A1 |A..|....|C..|
 *
 * The time that closes is the time the clips had in common on their tracks, so that what follows stays in sync. All
 * other sync-locked tracks lose it too, and refuse to have content cut. Does not touch: what lies before, tracks
 * without sync lock, markers; assets, shots and takes of the clips.
 *
 * Around: linked, sync-locked follow; shots, takes, pins, markers stay; transitions settle; locked refuse.
 */
import type { ItemId, MakeId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { emptyRanges, placed } from './itemList.ts'
import { type Chosen, leaveGaps } from './lift.ts'
import { withGrouped } from './linked.ts'
import { closeTime, refusePullingApart } from './ripple.ts'
import { TimelineEdit } from './timelineEdit.ts'

interface Range {
  readonly start: number
  readonly end: number
  readonly trackIds: ReadonlySet<TrackId>
}

export function extract(project: Project, { itemIds, linked }: Chosen, makeId: MakeId): Project {
  const edit = TimelineEdit.of(project, itemIds, makeId)
  const ids = withGrouped(project, itemIds, linked)
  const ranges = rangesOf(edit, ids)
  leaveGaps(edit, ids)
  // From the end, so that closing one range does not move those still to be closed.
  for (const range of ranges.reverse()) {
    for (const { start, end } of commonlyEmpty(edit, range).reverse()) {
      for (const id of range.trackIds) edit.replace(edit.track(id), start, end, [])
      closeTime(edit, start, end, range.trackIds)
    }
  }
  refusePullingApart(edit)
  return edit.finish()
}

/** The time the clips take, clips that meet or overlap on any track as one range. */
function rangesOf(edit: TimelineEdit, ids: ReadonlySet<ItemId>): Range[] {
  const single = edit
    .tracksOf(ids)
    .flatMap((track) =>
      placed(edit.items(track))
        .filter(({ item }) => ids.has(item.id))
        .map(({ start, end }) => ({ start, end, trackIds: new Set([track.id]) })),
    )
    .sort((a, b) => a.start - b.start)
  const merged: Range[] = []
  for (const range of single) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) {
      merged[merged.length - 1] = {
        start: last.start,
        end: Math.max(last.end, range.end),
        trackIds: new Set([...last.trackIds, ...range.trackIds]),
      }
    } else {
      merged.push(range)
    }
  }
  return merged
}

function commonlyEmpty(edit: TimelineEdit, { start, end, trackIds }: Range) {
  let common = [{ start, end }]
  for (const id of trackIds) {
    const items = edit.items(edit.track(id))
    common = common.flatMap((range) => emptyRanges(items, range.start, range.end))
  }
  return common
}
