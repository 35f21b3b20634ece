/** Dragging a clip's edge. The ripple tool, or Ctrl held, closes and opens the cut behind it. */
import { trimLimits } from '../../../../shared/edit/trimLimits.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import { linkedClips, type PlacedItem } from '../../../../shared/model/select.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import { committedProject } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import type { Surface } from '../surface.ts'
import { timeDrag } from './timeDrag.ts'
import { twoUp } from './trimPanes.ts'

export function trimClip(
  surface: Surface,
  { item, start, end }: PlacedItem<Clip>,
  edge: 'start' | 'end',
  pressedAt: PointerAt,
): Gesture {
  const session = useSession.getState()
  const linked = session.linked && !pressedAt.alt
  const range = (at: PointerAt) => {
    const ripple = session.tool === 'ripple' || at.ctrl
    return { itemId: item.id, edge, ripple, linked }
  }
  return timeDrag(surface, pressedAt, {
    edges: [edge === 'start' ? start : end],
    // A linked partner's edge moves along, so it must not hold this one where it began.
    moving: linked ? linkedClips(committedProject(), item.id) : [item.id],
    panes: twoUp(committedProject(), item.id, edge),
    limits: ({ project }, at) => trimLimits(project, range(at)),
    commands: (delta, at) => [newCommand('clip.trim', { ...range(at), delta })],
  })
}
