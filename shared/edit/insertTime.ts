/**
 * Opens time on every sync-locked track.
 *
 *     before   V1 |A.......|B....|            frame 6, 4 frames
 *              A1 |A.......|B....|
 *     after    V1 |A....|....|A'.|B....|
 *              A1 |A....|....|A'.|B....|
 *
 * Clips under the frame are cut, linked ones in pairs. Markers and the in and out points behind it move along, since
 * time itself is inserted. Does not touch: what lies before the frame, tracks without sync lock; refused where that
 * or a locked track would lose its sync.
 *
 * Around: linked, sync-locked follow; shots, takes, pins stay; transitions settle; markers move; locked refuse.
 */
import type { ItemId, MakeId, TimelineId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { change } from './draft.ts'
import { clipWithin, lengthOf } from './itemList.ts'
import { refuse } from './refuse.ts'
import { openTime, refusePullingApart } from './ripple.ts'
import { TimelineEdit } from './timelineEdit.ts'

export interface InsertedTime {
  readonly timelineId: TimelineId
  readonly frame: number
  /** Frames; at least 1. */
  readonly duration: number
}

export function insertTime(
  project: Project,
  { timelineId, frame, duration }: InsertedTime,
  makeId: MakeId,
): Project {
  const edit = new TimelineEdit(project, timelineId, makeId)
  const followers = edit.tracks.filter(({ syncLocked }) => syncLocked)
  if (!followers.some((track) => lengthOf(edit.items(track)) > frame)) {
    refuse('edit:nothingBehind')
  }
  const mayCut = new Set<ItemId>()
  for (const track of followers) {
    const cut = clipWithin(edit.items(track), frame, frame)
    if (cut) mayCut.add(cut.id)
  }
  openTime(edit, frame, duration, new Set(), mayCut)
  refusePullingApart(edit)
  return change(edit.finish(), (draft) => {
    for (const marker of project.markers.values()) {
      if (marker.timelineId !== timelineId || marker.frame < frame) continue
      draft.set('markers', marker.id, { frame: marker.frame + duration })
    }
    const { inFrame, outFrame } = edit.timeline
    if (inFrame !== undefined && inFrame >= frame) {
      draft.set('timelines', timelineId, { inFrame: inFrame + duration })
    }
    if (outFrame !== undefined && outFrame > frame) {
      draft.set('timelines', timelineId, { outFrame: outFrame + duration })
    }
  })
}
