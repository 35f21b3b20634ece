/** Alt with arrow keys on a transition: left and right move it about its cut, up and down make it longer and shorter. */

import { transitionRoom } from '../../../../shared/edit/cut.ts'
import { cutOf } from '../../../../shared/edit/setTransition.ts'
import type { Transition } from '../../../../shared/model/transition.ts'
import { committedProject, dispatch } from '../../../store/document.ts'
import type { Nudge } from '../lanes/nudge.ts'
import { moved, trimmed } from './reach.ts'

export function nudgeTransition(transition: Transition, { time, value }: Nudge): void {
  const project = committedProject()
  const room = transitionRoom(project, cutOf(project, transition), transition.id)
  const patch =
    value === 0 ? moved(transition, room, time) : trimmed(transition, room, 'end', value, true)
  dispatch('transition.set', { transitionId: transition.id, patch })
}
