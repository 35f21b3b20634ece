/**
 * Groups clips, so that moving, duplicating and deleting one takes all of them along, or dissolves their groups.
 *
 *     V2 |..|t...|          V2 |..|t...|
 *     V1 |A.|B...|    ⇄     V1 |A.|B...|   one group: t and B
 *
 * A group holds no media together: trims, slips, splits and speeds act on the one clip (and its link). A cut clip's
 * parts stay in its group. Does not touch: where anything lies, what it shows, links. A clip grouped anew leaves
 * the group it had; a group of which only one clip is left is taken away.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { groupedClips } from '../model/select.ts'
import { atLeastTwo, tied } from './tie.ts'

interface Chosen {
  readonly itemIds: readonly ItemId[]
}

export function group(project: Project, { itemIds }: Chosen, makeId: MakeId): Project {
  const ids = atLeastTwo(project, itemIds, 'groupId')
  return tied(project, ids, 'groupId', makeId<string>(), groupedClips)
}

/** The whole group of each clip is dissolved. */
export const ungroup = (project: Project, { itemIds }: Chosen): Project =>
  tied(
    project,
    new Set(itemIds.flatMap((id) => groupedClips(project, id))),
    'groupId',
    undefined,
    groupedClips,
  )
