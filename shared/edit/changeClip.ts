/** A change of one clip that moves nothing: the track must not be locked, all other records stay as they are. */
import type { Clip } from '../model/clip.ts'
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { place } from '../model/select.ts'
import { change } from './draft.ts'
import { clipAt, refuseLocked } from './timelineEdit.ts'

export function changeClip(
  project: Project,
  itemId: ItemId,
  changed: (clip: Clip) => Clip,
): Project {
  const clip = clipAt(project, itemId)
  refuseLocked(place(project, itemId).track)
  return change(project, (draft) => draft.put('items', changed(clip)))
}
