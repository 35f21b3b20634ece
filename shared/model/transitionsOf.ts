/** Reading transitions: those of a track, and the room that one has. */
import type { TrackId } from './ids.ts'
import type { Project } from './project.ts'
import type { Transition } from './transition.ts'

type ByTrack = ReadonlyMap<TrackId, readonly Transition[]>

const byTable = new WeakMap<Project['transitions'], ByTrack>()

/** In no order that means anything. */
export const transitionsOf = (project: Project, trackId: TrackId): readonly Transition[] =>
  indexOf(project.transitions).get(trackId) ?? []

/** Made once per table, since most edits leave it as it is. */
function indexOf(table: Project['transitions']): ByTrack {
  const known = byTable.get(table)
  if (known) return known
  const index = new Map<TrackId, Transition[]>()
  for (const transition of table) {
    const list = index.get(transition.trackId)
    if (list) list.push(transition)
    else index.set(transition.trackId, [transition])
  }
  byTable.set(table, index)
  return index
}
