/** Settling transitions (model/settledTransitions.ts has the rule) in a document that changed. */
import type { TrackId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { placedItems, timelineOf, trackOf } from '../model/select.ts'
import { settled } from '../model/settledTransitions.ts'
import type { Transition } from '../model/transition.ts'
import { transitionsOf } from '../model/transitionsOf.ts'
import { change } from './draft.ts'

/** The document with the settled ones in place of what they were, and without those that must go. */
export const withSettled = (
  project: Project,
  changes: ReadonlyMap<Transition, Transition | null>,
): Project =>
  change(project, (draft) => {
    for (const [was, is] of changes) {
      if (is) draft.put('transitions', is)
      else if (project.transitions.has(was.id)) draft.remove('transitions', was.id)
    }
  })

/** The document with the transitions of these tracks settled: for changes of media that move nothing. */
export function settleTracks(project: Project, trackIds: Iterable<TrackId>): Project {
  let result = project
  for (const id of trackIds) {
    const transitions = transitionsOf(project, id)
    if (transitions.length === 0) continue
    const track = trackOf(project, id)
    const items = placedItems(project, track).map(({ item }) => item)
    const { rate } = timelineOf(project, track.timelineId)
    result = withSettled(result, settled(project, rate, [{ track, items }], transitions))
  }
  return result
}
