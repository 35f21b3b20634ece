/** Arrow keys on keyframes, pins and clips: one frame or index, five with Shift; up and down change a keyframe's value. */

import { clipOf, record } from '../../../../shared/model/select.ts'
import { say } from '../../../../shared/words/say.ts'
import { dispatchAll } from '../../../store/dispatchAll.ts'
import { committedProject, dispatch } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import { clampValue, type ValueForm, valueForm } from '../../../ui/valueForms.ts'
import { type KeyMove, movedKeys } from './laneCommands.ts'
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
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const DIRECTIONS: Readonly<Record<string, Nudge>> = {
  ArrowLeft: { time: -1, value: 0 },
  ArrowRight: { time: 1, value: 0 },
  ArrowUp: { time: 0, value: 1 },
  ArrowDown: { time: 0, value: -1 },
}

/** Null for every other key, and where Ctrl or Command is held. */
export function nudgeOf(event: ArrowKey): Nudge | null {
  const direction = DIRECTIONS[event.key]
  if (!direction || event.ctrlKey || event.metaKey) return null
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
