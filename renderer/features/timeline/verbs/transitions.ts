/** Transitions by menus and keys: on the cuts that are meant, of the kind that is wanted. */
import { type CutRef, cutsAt } from '../../../../shared/edit/cut.ts'
import { EditRefused } from '../../../../shared/edit/refuse.ts'
import type { TransitionId } from '../../../../shared/model/ids.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { tracksOf } from '../../../../shared/model/select.ts'
import {
  newStyle,
  type Transition,
  type TransitionStyle,
} from '../../../../shared/model/transition.ts'
import { transitionsOf } from '../../../../shared/model/transitionsOf.ts'
import { say } from '../../../../shared/words/say.ts'
import { i18n } from '../../../i18n/i18n.ts'
import { dispatchAll, newCommand } from '../../../store/dispatchAll.ts'
import { committedProject, dispatch, useDocument } from '../../../store/document.ts'
import { selectTransitions, useSession } from '../../../store/session.ts'
import { revealFrame } from '../reveal.ts'
import { frameOfCut, placeTransition } from '../transition/placedTransition.ts'
import { chosenCuts } from './cuts.ts'
import { openHere, playheadFrame } from './here.ts'

/** Selected transitions that still exist. */
export function chosenTransitions(): readonly Transition[] {
  const { project } = useDocument.getState()
  const { transitions } = useSession.getState()
  return transitions.flatMap((id) => project?.transitions.get(id) ?? [])
}

export const hasTransitions = (): boolean => chosenTransitions().length > 0
export const canAddTransition = (): boolean => chosenCuts().length > 0

function lay(cuts: readonly CutRef[], linked: boolean, style?: TransitionStyle): void {
  if (cuts.length === 0) {
    useDocument.setState({ refusal: i18n.t('transition.noCut') })
    return
  }
  const done = dispatch('transitions.add', { cuts: [...cuts], linked, ...(style && { style }) })
  if (done) selectTransitions(laidOn(committedProject(), cuts))
}

const laidOn = (project: Project, cuts: readonly CutRef[]): TransitionId[] =>
  [...project.transitions.values()]
    .filter(({ from, to }) => cuts.some((cut) => cut.from === from && cut.to === to))
    .map(({ id }) => id)

/** The usual one on the chosen cuts; linked sound gets its crossfade. */
export const addTransition = (): void => lay(chosenCuts(), useSession.getState().linked)

/** A crossfade on the sound of the chosen cuts alone. */
export function addCrossfade(): void {
  const project = committedProject()
  const cuts = chosenCuts().flatMap((ref): CutRef[] => {
    try {
      return cutsAt(project, ref, true)
        .filter(({ track }) => track.kind === 'sound')
        .map(({ from, to }) => ({ from: from?.id ?? null, to: to?.id ?? null }))
    } catch (error) {
      if (error instanceof EditRefused) return []
      throw error
    }
  })
  lay(cuts, false)
}

/** The selected transitions become of a kind, else one of it is laid on the chosen cuts. */
export function makeTransition(kind: TransitionStyle['kind']): void {
  const chosen = chosenTransitions()
  if (chosen.length === 0) {
    if (kind === 'crossfade') addCrossfade()
    else lay(chosenCuts(), useSession.getState().linked, newStyle(kind))
    return
  }
  const style = newStyle(kind)
  dispatchAll(
    say('label:batchTransitions'),
    chosen.map(({ id }) => newCommand('transition.set', { transitionId: id, patch: { style } })),
  )
}

/** As much before the cut as behind it, as long as it was. */
export function centreTransitions(): void {
  dispatchAll(
    say('label:batchTransitions'),
    chosenTransitions()
      .filter(({ from, to }) => from !== null && to !== null)
      .map(({ id, before, after }) => {
        const half = Math.floor((before + after) / 2)
        const patch = { before: half, after: before + after - half }
        return newCommand('transition.set', { transitionId: id, patch })
      }),
  )
}

/** Every transition of the open timeline with the frame of its cut. */
function all(): { readonly transition: Transition; readonly frame: number }[] {
  const here = openHere()
  if (!here) return []
  return tracksOf(here.project, here.timeline)
    .flatMap(({ id }) => transitionsOf(here.project, id))
    .flatMap((transition) => {
      const frame = frameOfCut(here.project, transition)
      return frame === null ? [] : [{ transition, frame }]
    })
}

export const canSelectTransition = (): boolean => all().length > 0

/** Selects the transition nearest to the playhead and gives it the focus, so that arrow keys trim it. */
export function selectTransition(): void {
  const at = playheadFrame()
  const [nearest] = all().sort((a, b) => Math.abs(a.frame - at) - Math.abs(b.frame - at))
  if (!nearest) return
  const { id } = nearest.transition
  selectTransitions([id])
  const place = placeTransition(committedProject(), nearest.transition)
  if (place) revealFrame(place.start)
  useSession.setState({ focusedThing: id })
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-thing="${CSS.escape(id)}"]`)?.focus()
  })
}
