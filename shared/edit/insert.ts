/**
 * Makes room for clips and puts them there.
 *
 *     before   V1 |A.......|B....|           frame 6, |X....|
 *              A1 |A.......|B....|           (linked to the picture)
 *     after    V1 |A....|X....|A'.|B....|
 *              A1 |A....|.....|A'.|B....|
 *
 * The receiving tracks are cut at the frame, and with them what is linked to the clip cut there; all other
 * sync-locked tracks get the same time, and refuse to have unlinked content cut. Does not touch: what lies before
 * the frame, tracks without sync lock, markers.
 *
 * Around: linked, sync-locked follow; shots, takes, pins, markers stay; transitions settle; locked refuse.
 */
import type { ItemId, MakeId, TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { linkedClips } from '../model/select.ts'
import { clipWithin, lengthOf } from './itemList.ts'
import type { PlacedClips } from './placedClips.ts'
import { openTime, refusePullingApart } from './ripple.ts'
import { TimelineEdit } from './timelineEdit.ts'

export function insert(project: Project, clips: PlacedClips, makeId: MakeId): Project {
  const edit = new TimelineEdit(project, clips.timelineId, makeId)
  makeRoom(edit, clips.frame, clips.length, new Set(clips.pieces.map(({ trackId }) => trackId)))
  for (const { trackId, offset, clip } of clips.pieces) {
    const start = clips.frame + offset
    edit.replace(edit.track(trackId), start, start + clip.duration, [clip])
  }
  refusePullingApart(edit)
  return edit.finish()
}

/** Opens `length` frames at `frame` on the receiving tracks, cutting what lies there, and on all that follow. */
export function makeRoom(
  edit: TimelineEdit,
  frame: number,
  length: number,
  receiving: ReadonlySet<TrackId>,
): void {
  const mayCut = new Set<ItemId>()
  for (const id of receiving) {
    const track = edit.track(id)
    const cut = clipWithin(edit.items(track), frame, frame)
    if (cut && edit.original.items.get(cut.id)) {
      for (const linked of linkedClips(edit.original, cut.id)) mayCut.add(linked)
    }
    if (lengthOf(edit.items(track)) > frame) edit.replace(track, frame, frame, edit.gap(length))
  }
  openTime(edit, frame, length, receiving, mayCut)
}
