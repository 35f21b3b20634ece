/**
 * Ties clips together, so that they are moved, trimmed and split as one, or lets them go.
 *
 *     V1 |A....|            V1 |A....|
 *     A1 |a....|     ⇄      A1 |a....|   one link
 *
 * Does not touch: where anything lies, what it shows. A clip linked anew leaves the link it had; a link of which
 * only one clip is left is taken away.
 *
 * Around: linked follow; shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { linkedClips } from '../model/select.ts'
import { atLeastTwo, tied } from './tie.ts'

interface Chosen {
  readonly itemIds: readonly ItemId[]
}

export function link(project: Project, { itemIds }: Chosen, makeId: MakeId): Project {
  const ids = atLeastTwo(project, itemIds, 'linkId')
  return tied(project, ids, 'linkId', makeId<string>(), linkedClips)
}

export const unlink = (project: Project, { itemIds }: Chosen): Project =>
  tied(project, new Set(itemIds), 'linkId', undefined, linkedClips)
