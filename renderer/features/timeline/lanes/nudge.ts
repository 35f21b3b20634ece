/** Arrow keys on keyframes, pins and clips: one frame or index, five with Shift; up and down change a keyframe's value. */

import type { Property } from '../../../../shared/model/clip.ts'
import { clipOf, record } from '../../../../shared/model/select.ts'
import { say } from '../../../../shared/words/say.ts'
import { dispatchAll, newCommand } from '../../../store/dispatchAll.ts'
import { committedProject, dispatch } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import { animatedOf } from './animatedOf.ts'
import { clampValue } from './laneGeometry.ts'

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

/** A step of a value: a hundredth, of decibels a half, of degrees a whole one. */
const STEPS: Partial<Record<Property, number>> = { volume: 0.5, rotation: 1 }

export function nudgeKeyframes({ time, value }: Nudge): boolean {
  const project = committedProject()
  const { keyframes } = useSession.getState()
  const itemIds = [...new Set(keyframes.map(({ itemId }) => itemId))]
  const commands = itemIds.map((itemId) => {
    const clip = clipOf(project, itemId)
    const moves = keyframes
      .filter((one) => one.itemId === itemId)
      .flatMap(({ property, keyframeId }) => {
        const keyframe = animatedOf(clip, property).keyframes.find(({ id }) => id === keyframeId)
        if (!keyframe) return []
        const rise = value * (STEPS[property] ?? 0.01)
        const frame = Math.min(Math.max(keyframe.frame + time, 0), clip.duration - 1)
        const to = clampValue(property, Number((keyframe.value + rise).toFixed(6)))
        return [{ property, keyframeId, frame, ...(value !== 0 && { value: to }) }]
      })
    return newCommand('keyframes.move', { itemId, moves })
  })
  return dispatchAll(say('label:batchMoveKeyframes'), commands)
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
