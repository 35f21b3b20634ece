/** Which clips an edit acts on. */
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { groupedClips, linkedClips } from '../model/select.ts'
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

/** What moving, duplicating and deleting act on: with `linked`, links and groups of all clips that come along, too. */
export function withGrouped(
  project: Project,
  itemIds: readonly ItemId[],
  linked: boolean,
): ReadonlySet<ItemId> {
  let ids = withLinked(project, itemIds, linked)
  for (let size = 0; linked && size < ids.size; ) {
    size = ids.size
    const grouped = [...ids].flatMap((id) => groupedClips(project, id))
    ids = withLinked(project, grouped, true)
  }
  return ids
}
