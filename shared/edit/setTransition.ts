/**
 * Changes how long a transition is, where it stands about its cut, and how it looks or sounds.
 *
 *     before   V1 |A.......|B.......|          after   V1 |A.......|B.......|
 *                      [---|---]                         [-----|-]
 *
 * Refused beyond what clips, media and other transitions allow. Touches nothing but the transition itself.
 *
 * Around: linked, shots, takes, pins, markers, sync-locked stay; transitions change; locked refuse.
 */
import type { TransitionId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { record, trackOf } from '../model/select.ts'
import type { Transition, TransitionStyle } from '../model/transition.ts'
import { refuseUnsuited } from './addTransitions.ts'
import { type Cut, transitionRoom } from './cut.ts'
import { change } from './draft.ts'
import { refuse } from './refuse.ts'
import { clipAt, refuseLocked } from './timelineEdit.ts'

export interface TransitionPatch {
  readonly before?: number | undefined
  readonly after?: number | undefined
  readonly style?: TransitionStyle | undefined
}

export function setTransition(
  project: Project,
  { transitionId, patch }: { readonly transitionId: TransitionId; readonly patch: TransitionPatch },
): Project {
  const transition = record(project, 'transitions', transitionId)
  const cut = cutOf(project, transition)
  refuseLocked(cut.track)
  refuseUnsuited(cut, patch.style)
  const room = transitionRoom(project, cut, transitionId)
  const before = patch.before ?? transition.before
  const after = patch.after ?? transition.after
  refuseLonger(before, room.before, 'before')
  refuseLonger(after, room.after, 'after')
  if (before + after < 1) refuse('transition:empty')
  return change(project, (draft) =>
    draft.set('transitions', transitionId, {
      before,
      after,
      style: patch.style ?? transition.style,
    }),
  )
}

export const cutOf = (project: Project, { trackId, from, to }: Transition): Cut => ({
  track: trackOf(project, trackId),
  from: from === null ? null : clipAt(project, from),
  to: to === null ? null : clipAt(project, to),
})

function refuseLonger(wanted: number, most: number, side: 'before' | 'after'): void {
  if (wanted <= most) return
  refuse(side === 'before' ? 'transition:longerBefore' : 'transition:longerAfter', { count: most })
}
