/** Which clips an edit acts on. */
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { linkedClips } from '../model/select.ts'
import { clipAt } from './timelineEdit.ts'

/** The clips of `itemIds`, and with `linked` all that share a link with one of them. */
export function withLinked(
  project: Project,
  itemIds: readonly ItemId[],
  linked: boolean,
): ReadonlySet<ItemId> {
  for (const id of itemIds) clipAt(project, id)
  return new Set(linked ? itemIds.flatMap((id) => linkedClips(project, id)) : itemIds)
}
