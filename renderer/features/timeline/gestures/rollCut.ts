/** Dragging the cut between two neighbours: one gets shorter by what the other gets longer. */
import type { EditPoint } from '../../../../shared/edit/editPoint.ts'
import { rollLimits } from '../../../../shared/edit/roll.ts'
import { linkedClips } from '../../../../shared/model/select.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import { committedProject } from '../../../store/document.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import type { Surface } from '../surface.ts'
import { timeDrag } from './timeDrag.ts'
import { twoUp } from './trimPanes.ts'

/** `frame` is where the two meet. */
export function rollCut(
  surface: Surface,
  point: EditPoint,
  frame: number,
  pressedAt: PointerAt,
): Gesture {
  const project = committedProject()
  const own = [point.leftId, point.rightId]
  return timeDrag(surface, pressedAt, {
    edges: [frame],
    moving: point.linked ? own.flatMap((id) => linkedClips(project, id)) : own,
    panes: twoUp(project, point.leftId, 'end'),
    limits: (start) => rollLimits(start.project, point),
    commands: (delta) => [newCommand('clips.roll', { ...point, delta })],
  })
}
