/**
 * Lays copies of clips at another time, on another track, or both; the originals stay.
 *
 *     before      V1 |A...|B...|C...|D...|
 *     overwrite   V1 |A...|B...|C...|B+..|         B, 8 later, over what is there
 *     insert      V1 |A...|B...|C...|B+..|D...|    B, 8 later, what lies there gives way
 *
 * Copies of linked clips are linked to each other, copies of a group are a group of their own; a transition whose
 * clips are all copied is copied with them. `trackDelta` is that of moving. Does not touch: the media shown, the
 * originals (except where a copy lies over one), shots: a copied window shows the same shot.
 *
 * Around: linked, sync-locked follow; shots, takes, pins, markers stay; transitions settle; locked refuse.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId, TransitionId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import { withFields } from './draft.ts'
import { withGrouped } from './linked.ts'
import { type Landing, land, landingsOf, type Move } from './move.ts'
import { refuse } from './refuse.ts'
import { refusePullingApart } from './ripple.ts'
import type { Tie } from './tie.ts'
import { TimelineEdit } from './timelineEdit.ts'

export function duplicate(project: Project, args: Move, makeId: MakeId): Project {
  if (args.delta === 0 && args.trackDelta === 0) {
    refuse('edit:copyOnOriginal')
  }
  const edit = TimelineEdit.of(project, args.itemIds, makeId)
  const ids = withGrouped(project, args.itemIds, args.linked)
  const landings = landingsOf(edit, ids, args)
  const links = freshTies(landings, 'linkId', makeId)
  const groups = freshTies(landings, 'groupId', makeId)
  const copies = landings.map(({ clip, ...landing }): Landing => {
    const ties = { linkId: links(clip), groupId: groups(clip) }
    return { ...landing, clip: withFields<Clip>({ ...clip, id: makeId<ItemId>() }, ties) }
  })
  land(edit, copies, args.mode)
  const copyOf = new Map(landings.map(({ clip }, i) => [clip.id, copies[i]?.clip.id]))
  for (const transition of edit.tracksOf(ids).flatMap(({ id }) => transitionsOf(project, id))) {
    const from = transition.from && copyOf.get(transition.from)
    const to = transition.to && copyOf.get(transition.to)
    if (from === undefined || to === undefined) continue
    edit.addTransition({ ...transition, id: makeId<TransitionId>(), from, to })
  }
  if (args.mode === 'insert') refusePullingApart(edit)
  return edit.finish()
}

/** A new tie for each one that at least two copies had. */
export function freshTies(
  landings: readonly Landing[],
  tie: Tie,
  makeId: MakeId,
): (clip: Clip) => string | undefined {
  const counts = new Map<string, number>()
  for (const { clip } of landings) {
    const value = clip[tie]
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const fresh = new Map<string, string>()
  for (const [value, count] of counts) if (count > 1) fresh.set(value, makeId<string>())
  return (clip) => fresh.get(clip[tie] ?? '')
}
