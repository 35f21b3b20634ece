/**
 * Ties clips together, so that they are moved, trimmed and split as one, or lets them go.
 *
 *     V1 |A....|            V1 |A....|
 *     A1 |a....|     ⇄      A1 |a....|   one link
 *
 * Does not touch: where anything lies, what it shows. A clip linked anew leaves the link it had; a link of which
 * only one clip is left is taken away.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { linkedClips, place } from '../model/select.ts'
import { change, type Draft, withFields } from './draft.ts'
import { refuse } from './refuse.ts'
import { clipAt, refuseLocked } from './timelineEdit.ts'

interface Chosen {
  readonly itemIds: readonly ItemId[]
}

export function link(project: Project, { itemIds }: Chosen, makeId: MakeId): Project {
  const ids = new Set(itemIds)
  if (ids.size < 2) refuse('Linking takes at least two clips; choose another one.')
  const timelines = new Set([...ids].map((id) => place(project, id).track.timelineId))
  if (timelines.size > 1) refuse('Clips of different timelines cannot be linked.')
  return relinked(project, ids, makeId<string>())
}

export const unlink = (project: Project, { itemIds }: Chosen): Project =>
  relinked(project, new Set(itemIds), undefined)

function relinked(project: Project, ids: ReadonlySet<ItemId>, linkId: string | undefined): Project {
  const left = [...ids].flatMap((id) => linkedClips(project, id)).filter((id) => !ids.has(id))
  const linked = change(project, (draft) => {
    for (const id of ids) setLink(draft, id, linkId)
  })
  return change(linked, (draft) => {
    for (const id of left) {
      if (linkedClips(linked, id).length === 1) setLink(draft, id, undefined)
    }
  })
}

function setLink(draft: Draft, id: ItemId, linkId: string | undefined): void {
  refuseLocked(place(draft.project, id).track)
  draft.put('items', withFields<Clip>(clipAt(draft.project, id), { linkId }))
}
