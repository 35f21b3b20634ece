/** The handles of a curve: how a value leaves one keyframe and comes to the next. */

import type { AnimatedPath } from '../../../../shared/model/animatedPath.ts'
import type { ItemId, KeyframeId } from '../../../../shared/model/ids.ts'
import type { Easing } from '../../../../shared/model/keyframe.ts'
import { clipOf } from '../../../../shared/model/select.ts'
import { say } from '../../../../shared/words/say.ts'
import { number } from '../../../i18n/numbers.ts'
import { committedProject } from '../../../store/document.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import { valueForm } from '../../../ui/valueForms.ts'
import { type Bend, bent, handlesOf } from '../lanes/bezier.ts'
import { easedKeys } from '../lanes/laneCommands.ts'
import { linearAxis, valueRange } from '../lanes/laneGeometry.ts'
import { laneValue } from '../lanes/laneValues.ts'
import type { Surface } from '../surface.ts'
import { dragInLane } from './lanes.ts'

export interface Handle {
  readonly itemId: ItemId
  readonly property: AnimatedPath
  /** The keyframe that the curve leaves. */
  readonly keyframeId: KeyframeId
  readonly side: Bend
  /** Pixels of the lane. */
  readonly height: number
}

export function dragHandle(surface: Surface, handle: Handle, pressedAt: PointerAt): Gesture {
  const { itemId, property, keyframeId, side, height } = handle
  const clip = clipOf(committedProject(), itemId)
  const animated = laneValue(clip, property)
  const at = animated.keyframes.findIndex(({ id }) => id === keyframeId)
  const [from, to] = [animated.keyframes[at], animated.keyframes[at + 1]]
  const range = valueRange(animated, valueForm(clip, property))
  const axis = linearAxis(range, height)
  if (!from || !to) return {}
  const start = handlesOf(from.easing)
  return dragInLane(surface, pressedAt, {
    label: say('label:batchEase'),
    ids: [keyframeId],
    drag(began, pointer) {
      const frames = began.exactly(pointer) / (to.frame - from.frame)
      const rise = axis.yOf(to.value) - axis.yOf(from.value)
      const values = rise === 0 ? 0 : (pointer.y - pressedAt.y) / rise
      const easing: Easing = bent(start, side, { x: frames, y: values })
      return {
        commands: easedKeys([{ itemId, property, keyframeId }], easing),
        text: textOf(easing),
        guide: null,
        held: {},
        ranges: { [`${itemId}/${property}`]: range },
      }
    },
    click: () => undefined,
  })
}

const textOf = (easing: Easing): string =>
  easing.kind === 'bezier'
    ? [easing.x1, easing.y1, easing.x2, easing.y2]
        .map((part) => number(part, { least: 2, most: 2 }))
        .join('  ')
    : ''
