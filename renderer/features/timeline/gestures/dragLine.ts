/** The line of a value, dragged up and down: the whole of it, or of a keyed one the keyframes on both sides of the hand. */

import { valueAt } from '../../../../shared/model/animate.ts'
import type { ValuePath } from '../../../../shared/model/animatedPath.ts'
import type { ItemId } from '../../../../shared/model/ids.ts'
import { clipOf, placeClip } from '../../../../shared/model/select.ts'
import { say } from '../../../../shared/words/say.ts'
import { dispatchAll } from '../../../store/dispatchAll.ts'
import { committedProject } from '../../../store/document.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import { clampValue, formatValue, valueForm } from '../../../ui/valueForms.ts'
import { addedKey, constantValue, movedKeys } from '../lanes/laneCommands.ts'
import { type Axis, linearAxis, valueRange } from '../lanes/laneGeometry.ts'
import { laneValue } from '../lanes/laneValues.ts'
import { positionUnder, type Surface } from '../surface.ts'
import { dragInLane } from './lanes.ts'

export interface Line {
  readonly itemId: ItemId
  readonly property: ValuePath
  /** Pixels of the lane or the clip. */
  readonly height: number
  /** Absent: the lane's own. */
  readonly axis?: Axis
}

/** With Ctrl a click sets a keyframe where the line is. */
export function dragLine(surface: Surface, line: Line, pressedAt: PointerAt): Gesture {
  const { itemId, property, height } = line
  const project = committedProject()
  const clip = clipOf(project, itemId)
  const animated = laneValue(clip, property)
  const form = valueForm(clip, property)
  const range = valueRange(animated, form)
  const axis = line.axis ?? linearAxis(range, height)
  const position = positionUnder(surface, pressedAt.x) - placeClip(project, itemId).start
  const { keyframes } = animated
  const before = keyframes.findLast(({ frame }) => frame <= position)
  const after = keyframes.find(({ frame }) => frame > position)
  const held = [before, after].flatMap((keyframe) => keyframe ?? [])
  const raised = (value: number, at: PointerAt): number =>
    clampValue(form, Number(axis.valueAt(axis.yOf(value) + at.y - pressedAt.y).toFixed(6)))
  return dragInLane(surface, pressedAt, {
    label: say('label:batchMoveKeyframes'),
    ids: held.map(({ id }) => id),
    drag(_start, at) {
      const moves = held.map(({ id, frame, value }) => ({
        ...{ itemId, property, keyframeId: id, frame, value: raised(value, at) },
      }))
      const here = valueAt(animated, position)
      return {
        commands:
          at.y === pressedAt.y
            ? []
            : held.length > 0
              ? movedKeys(moves)
              : [constantValue(itemId, property, raised(animated.value, at))],
        text: formatValue(form, raised(here, at)),
        guide: null,
        held: {},
        ranges: { [`${itemId}/${property}`]: range },
      }
    },
    click(at) {
      if (!at.ctrl) return
      const frame = Math.min(clip.duration - 1, Math.max(0, Math.floor(position)))
      dispatchAll(undefined, [addedKey({ itemId, property, frame })])
    },
  })
}
