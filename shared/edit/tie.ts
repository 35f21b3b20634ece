/** Ties between clips by a shared id: links (one recording) and groups (chosen together). What their verbs share. */
import type { Clip } from '../model/clip.ts'
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { place } from '../model/select.ts'
import { change, type Draft, withFields } from './draft.ts'
import { refuse } from './refuse.ts'
import { clipAt, refuseLocked } from './timelineEdit.ts'

export type Tie = 'linkId' | 'groupId'

/** The clips of the selection, each once. @throws EditRefused for fewer than two, or for several timelines. */
export function atLeastTwo(
  project: Project,
  itemIds: readonly ItemId[],
  tie: Tie,
): ReadonlySet<ItemId> {
  const ids = new Set(itemIds)
  if (ids.size < 2) refuse(tie === 'linkId' ? 'edit:linkTooFew' : 'edit:groupTooFew')
  const timelines = new Set([...ids].map((id) => place(project, id).track.timelineId))
  if (timelines.size > 1) refuse(tie === 'linkId' ? 'edit:linkAcross' : 'edit:groupAcross')
  return ids
}

/** Gives `ids` the tie `value`, or none. A tie they leave with only one clip in it is taken from that one too. */
export function tied(
  project: Project,
  ids: ReadonlySet<ItemId>,
  tie: Tie,
  value: string | undefined,
  members: (project: Project, id: ItemId) => ItemId[],
): Project {
  const left = [...ids].flatMap((id) => members(project, id)).filter((id) => !ids.has(id))
  const changed = change(project, (draft) => {
    for (const id of ids) setTie(project, draft, id, tie, value)
  })
  return change(changed, (draft) => {
    for (const id of left) {
      if (members(changed, id).length === 1) setTie(changed, draft, id, tie, undefined)
    }
  })
}

function setTie(
  project: Project,
  draft: Draft,
  id: ItemId,
  tie: Tie,
  value: string | undefined,
): void {
  refuseLocked(place(project, id).track)
  draft.put('items', withFields<Clip>(clipAt(project, id), { [tie]: value }))
}
