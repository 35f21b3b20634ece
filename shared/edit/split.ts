/**
 * Cuts clips in two at a frame.
 *
 *     before   V1 |A.........|           frame 4
 *     after    V1 |A...|A'...|
 *
 * The first part keeps its id; the second is a new clip on the same media or shot, showing what was shown there,
 * keyframes on their picture. Parts of linked clips are linked in pairs (relink.ts). Does not touch: what is seen
 * and heard, shots and their takes, pins, other clips. A split at an edge of a clip does nothing to it.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { ItemId, MakeId, TimelineId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { clipWithin } from './itemList.ts'
import { withLinked } from './linked.ts'
import { refuse } from './refuse.ts'
import { refuseLocked, TimelineEdit } from './timelineEdit.ts'

export interface Split {
  readonly timelineId: TimelineId
  readonly frame: number
  /** Absent: every clip under the frame on an unlocked track. */
  readonly itemIds?: readonly ItemId[] | undefined
  readonly linked: boolean
}

export function split(
  project: Project,
  { timelineId, frame, itemIds, linked }: Split,
  makeId: MakeId,
): Project {
  const edit = new TimelineEdit(project, timelineId, makeId)
  const chosen = itemIds && withLinked(project, itemIds, linked)
  let count = 0
  for (const track of edit.tracks) {
    const clip = clipWithin(edit.items(track), frame, frame)
    if (!clip || (chosen && !chosen.has(clip.id))) continue
    if (!chosen && track.locked) continue
    refuseLocked(track)
    edit.replace(track, frame, frame, [])
    count++
  }
  if (count === 0) refuse('edit:noClipToSplit')
  return edit.finish()
}
