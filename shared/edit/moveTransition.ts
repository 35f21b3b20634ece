/**
 * Takes a transition to another cut of its timeline.
 *
 *     before   V1 |A....|B....|C....|          after   V1 |A....|B....|C....|
 *                   [-|-]                                          [-|-]
 *
 * It keeps its look, and its length as far as there is room; refused where there is none, or where another lies.
 * Touches nothing but the transition itself.
 *
 * Around: linked, shots, takes, pins, markers, sync-locked stay; transitions change; locked refuse.
 */
import type { TransitionId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { record, trackOf } from '../model/select.ts'
import { refuseUnsuited, refuseWithoutRoom } from './addTransitions.ts'
import { type CutRef, cutsAt, transitionAt, transitionRoom } from './cut.ts'
import { change } from './draft.ts'
import { refuse } from './refuse.ts'
import { refuseLocked } from './timelineEdit.ts'

export function moveTransition(
  project: Project,
  { transitionId, ...ref }: CutRef & { readonly transitionId: TransitionId },
): Project {
  const transition = record(project, 'transitions', transitionId)
  const old = trackOf(project, transition.trackId)
  const [cut] = cutsAt(project, ref, false)
  if (!cut) return project
  for (const track of [old, cut.track]) refuseLocked(track)
  if (old.timelineId !== cut.track.timelineId) {
    refuse('transition:otherTimeline')
  }
  refuseUnsuited(cut, transition.style)
  const there = transitionAt(project, cut)
  if (there?.id === transitionId) return project
  if (there) refuse('transition:taken')
  const room = transitionRoom(project, cut, transitionId)
  const total = transition.before + transition.after
  const half = Math.floor(total / 2)
  const isAlike =
    (transition.from === null) === (cut.from === null) &&
    (transition.to === null) === (cut.to === null)
  // At another kind of place its length is laid out anew: about a cut, or all on the side that there is.
  const anew =
    cut.from && cut.to ? { before: half, after: total - half } : { before: total, after: total }
  const wanted = isAlike ? transition : anew
  const before = Math.min(wanted.before, room.before)
  const after = Math.min(wanted.after, room.after)
  if (before + after < 1) return refuseWithoutRoom(project, [ref])
  return change(project, (draft) =>
    draft.set('transitions', transitionId, {
      ...{ trackId: cut.track.id, from: ref.from, to: ref.to, before, after },
    }),
  )
}
