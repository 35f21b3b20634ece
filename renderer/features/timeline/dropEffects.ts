/** Transitions and effects dragged here from the library: each on what it is for, drawn there before it is let go. */

import type { Command } from '../../../shared/commands/registry.ts'
import { EFFECT_KINDS } from '../../../shared/model/effect.ts'
import { isPlacedClip, placedItems } from '../../../shared/model/select.ts'
import { newStyle, TRANSITION_KINDS } from '../../../shared/model/transition.ts'
import { i18n } from '../../i18n/i18n.ts'
import { newCommand } from '../../store/dispatchAll.ts'
import { cancelPreview, committedProject, dispatch, preview } from '../../store/document.ts'
import { carriedEffect, carriedTransition } from '../../store/dragTypes.ts'
import { selectClips, selectTransitions, useSession } from '../../store/session.ts'
import { clearFeedback, showFeedback } from './gestures/feedback.ts'
import { hit } from './hit.ts'
import { rowUnder, type Surface, xWithin } from './surface.ts'
import { cutUnder } from './transition/cutUnder.ts'

/** What letting go here would do; null where there is nothing to lay it on. Undefined: something else is dragged. */
function commandFor(surface: Surface, event: DragEvent): Command | null | undefined {
  const types = event.dataTransfer?.types ?? []
  const transition = TRANSITION_KINDS.find((kind) => carriedTransition(types) === kind)
  if (transition) {
    const cut = cutUnder(surface, event)
    return cut
      ? newCommand('transitions.add', {
          ...{ cuts: [cut], linked: useSession.getState().linked && !event.altKey },
          style: newStyle(transition),
        })
      : null
  }
  const effect = EFFECT_KINDS.find((kind) => carriedEffect(types) === kind)
  if (!effect) return undefined
  const row = rowUnder(surface, event.clientY)
  if (row?.kind !== 'track' || row.track.kind !== 'picture') return null
  const x = xWithin(surface, event.clientX)
  const found = hit(placedItems(committedProject(), row.track), x, useSession.getState())
  return found && isPlacedClip(found.placed)
    ? newCommand('effect.add', { itemId: found.placed.item.id, kind: effect })
    : null
}

const nameOf = (event: DragEvent): string => {
  const types = event.dataTransfer?.types ?? []
  const transition = carriedTransition(types)
  return transition
    ? i18n.t(`transition.kind.${transition}`)
    : i18n.t(`effect.kind.${carriedEffect(types)}`)
}

/** False where something else is dragged. */
export function onEffectOver(surface: Surface, event: DragEvent): boolean {
  const command = commandFor(surface, event)
  if (command === undefined || !event.dataTransfer) return false
  event.preventDefault()
  const refused = command ? preview(command.type, command.payload) : aimOf(event)
  if (!command) cancelPreview()
  event.dataTransfer.dropEffect = refused === null ? 'copy' : 'none'
  const pointer = { x: event.clientX, y: event.clientY }
  if (command) showFeedback({ pointer, text: nameOf(event), refused })
  else showFeedback({ pointer, text: `${nameOf(event)} · ${refused}` })
  return true
}

const aimOf = (event: DragEvent): string =>
  i18n.t(
    carriedTransition(event.dataTransfer?.types ?? []) ? 'transition.aim' : 'timeline.drop.effect',
  )

export function onEffectLeave(): void {
  cancelPreview()
  clearFeedback()
}

/** False where something else was dragged. */
export function onEffectDrop(surface: Surface, event: DragEvent): boolean {
  const command = commandFor(surface, event)
  if (command === undefined) return false
  event.preventDefault()
  onEffectLeave()
  if (!command || !dispatch(command.type, command.payload)) return true
  if (command.type === 'effect.add') {
    selectClips([command.payload.itemId])
    useSession.setState({ inspectorTab: 'effects' })
  }
  if (command.type === 'transitions.add') {
    const [cut] = command.payload.cuts
    const made = [...committedProject().transitions.values()].filter(
      ({ from, to }) => from === cut?.from && to === cut?.to,
    )
    selectTransitions(made.map(({ id }) => id))
  }
  return true
}
