/**
 * Takes clips away and leaves gaps.
 *
 *     before   V1 |A....|B....|C..|
 *     after    V1 |A....|.....|C..|      lift B
 *
 * Does not touch: the time of anything else; assets, shots and takes of the lifted clips.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { withGrouped } from './linked.ts'
import { TimelineEdit } from './timelineEdit.ts'

export interface Chosen {
  readonly itemIds: readonly ItemId[]
  readonly linked: boolean
}

export function lift(project: Project, { itemIds, linked }: Chosen, makeId: MakeId): Project {
  const edit = TimelineEdit.of(project, itemIds, makeId)
  leaveGaps(edit, withGrouped(project, itemIds, linked))
  return edit.finish()
}

export function leaveGaps(edit: TimelineEdit, ids: ReadonlySet<ItemId>): void {
  for (const track of edit.tracksOf(ids)) {
    edit.setItems(
      track,
      edit.items(track).flatMap((item) => (ids.has(item.id) ? edit.gap(item.duration) : [item])),
    )
  }
}
