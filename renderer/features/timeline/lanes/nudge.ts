/** Alt with arrow keys on things: one frame or index, five with Shift; up and down change a keyframe's value. */

import { clipOf, record } from '../../../../shared/model/select.ts'
import { say } from '../../../../shared/words/say.ts'
import { dispatchAll } from '../../../store/dispatchAll.ts'
import { committedProject, dispatch } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import { clampValue, type ValueForm, valueForm } from '../../../ui/valueForms.ts'
import { type Bend, bent, handlesOf } from './bezier.ts'
import { easedKeys, type KeyMove, type KeyRef, movedKeys } from './laneCommands.ts'
import { laneValue } from './laneValues.ts'

export interface Nudge {
  /** Frames or indices. */
  readonly time: number
  /** Steps upwards. */
  readonly value: number
}

interface ArrowKey {
  readonly key: string
  readonly shiftKey: boolean
}

const DIRECTIONS: Readonly<Record<string, Nudge>> = {
  ArrowLeft: { time: -1, value: 0 },
  ArrowRight: { time: 1, value: 0 },
  ArrowUp: { time: 0, value: 1 },
  ArrowDown: { time: 0, value: -1 },
}

/** Null for every other key. */
export function nudgeOf(event: ArrowKey): Nudge | null {
  const direction = DIRECTIONS[event.key]
  if (!direction) return null
  const steps = event.shiftKey ? 5 : 1
  return { time: direction.time * steps, value: direction.value * steps }
}

/** A step of a value as the inspector has it, twice as far; of decibels a half, of degrees a whole one. */
const stepOf = ({ step, factor, unit }: ValueForm): number =>
  unit === 'dB' ? 0.5 : unit === '°' ? 1 : (2 * step) / factor

export function nudgeKeyframes({ time, value }: Nudge): boolean {
  const project = committedProject()
  const { keyframes } = useSession.getState()
  const moves = keyframes.flatMap((ref): KeyMove[] => {
    const clip = clipOf(project, ref.itemId)
    const form = valueForm(clip, ref.property)
    const keyframe = laneValue(clip, ref.property).keyframes.find(({ id }) => id === ref.keyframeId)
    if (!keyframe) return []
    const rise = value * stepOf(form)
    const frame = Math.min(Math.max(keyframe.frame + time, 0), clip.duration - 1)
    const to = clampValue(form, Number((keyframe.value + rise).toFixed(6)))
    return [{ ...ref, frame, ...(value !== 0 && { value: to }) }]
  })
  return dispatchAll(say('label:batchMoveKeyframes'), movedKeys(moves))
}

export function nudgePins({ time }: Nudge): boolean {
  const project = committedProject()
  const { pins } = useSession.getState()
  if (pins.length === 0 || time === 0) return false
  const moves = pins.map((pinId) => ({
    pinId,
    index: Math.max(0, record(project, 'pins', pinId).index + time),
  }))
  return dispatch('pins.move', { moves })
}

/** Of an arrow key on a handle, as a fraction of the way between the keyframes. */
const HANDLE_STEP = 0.02

export function nudgeHandle({ side, ...ref }: KeyRef & { readonly side: Bend }, by: Nudge): void {
  const from = laneValue(clipOf(committedProject(), ref.itemId), ref.property).keyframes.find(
    ({ id }) => id === ref.keyframeId,
  )
  if (!from) return
  const step = { x: by.time * HANDLE_STEP, y: by.value * HANDLE_STEP }
  dispatchAll(undefined, easedKeys([ref], bent(handlesOf(from.easing), side, step)))
}
