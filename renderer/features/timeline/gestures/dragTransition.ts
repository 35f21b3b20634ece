/**
 * A transition in the hand. Its edges pull it longer and shorter on both sides of the cut, with Ctrl on one; its body
 * goes along the cut, and to another cut where it is held over one.
 */

import type { Command } from '../../../../shared/commands/registry.ts'
import { type CutRef, transitionRoom } from '../../../../shared/edit/cut.ts'
import { cutOf } from '../../../../shared/edit/setTransition.ts'
import type { TransitionId } from '../../../../shared/model/ids.ts'
import { record } from '../../../../shared/model/select.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { i18n } from '../../../i18n/i18n.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import { cancelPreview, committedProject, dispatch, preview } from '../../../store/document.ts'
import { selectTransitions } from '../../../store/session.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import type { Surface } from '../surface.ts'
import { cutUnder } from '../transition/cutUnder.ts'
import { placeTransition } from '../transition/placedTransition.ts'
import { moved, type Reach, trimmed } from '../transition/reach.ts'
import { withAutoScroll } from './autoScroll.ts'
import { clearFeedback, showFeedback } from './feedback.ts'
import { startFrom } from './start.ts'

export function dragTransition(
  surface: Surface,
  id: TransitionId,
  edge: 'start' | 'end' | null,
  pressedAt: PointerAt,
): Gesture {
  const project = committedProject()
  const transition = record(project, 'transitions', id)
  const place = placeTransition(project, transition)
  selectTransitions([id])
  if (!place) return {}
  const room = transitionRoom(project, cutOf(project, transition), id)
  const start = startFrom(surface, pressedAt)
  const own: CutRef = { from: transition.from, to: transition.to }
  const edges = edge === null ? [place.start, place.end] : [place[edge]]
  let wanted: Command | null = null

  const toOtherCut = (at: PointerAt): CutRef | null => {
    if (edge !== null) return null
    const found = cutUnder(surface, { clientX: at.x, clientY: at.y })
    return found && (found.from !== own.from || found.to !== own.to) ? found : null
  }
  const show = (
    command: Command | null,
    at: PointerAt,
    text: string,
    guide: number | null,
    stop: 'media' | null,
  ): void => {
    wanted = command
    const refused = command ? preview(command.type, command.payload) : null
    if (!command) cancelPreview()
    if (refused !== null) wanted = null
    showFeedback({ pointer: { x: at.x, y: at.y }, text, guide, refused, stop })
  }
  const textOf = ({ before, after }: Reach): string =>
    `${before} + ${after} · ${formatTimecode(before + after, start.timeline.rate, false)}`

  return withAutoScroll(surface, {
    update(at) {
      const cut = toOtherCut(at)
      if (cut) {
        show(
          newCommand('transition.move', { transitionId: id, ...cut }),
          at,
          i18n.t('transition.toCut'),
          null,
          null,
        )
        return
      }
      const { delta, guide } = start.snapped(edges, start.travelled(at), at)
      const reach =
        edge === null
          ? moved(transition, room, delta)
          : trimmed(transition, room, edge, delta, !at.ctrl)
      const isStill = reach.before === transition.before && reach.after === transition.after
      const isStopped = edge !== null && delta !== 0 && !reaches(transition, reach, edge, delta)
      const command = isStill
        ? null
        : newCommand('transition.set', { transitionId: id, patch: reach })
      show(command, at, textOf(reach), isStopped ? null : guide, isStopped ? 'media' : null)
    },
    drop() {
      cancelPreview()
      if (wanted) dispatch(wanted.type, wanted.payload)
    },
    cancel: cancelPreview,
    over: clearFeedback,
  })
}

/** Did the edge in the hand come as far as the hand? */
function reaches(was: Reach, is: Reach, edge: 'start' | 'end', delta: number): boolean {
  return edge === 'end' ? is.after - was.after === delta : was.before - is.before === delta
}
