/** Dragging the media inside a clip: its place and length stay, pulling to the right shows earlier media. */
import { slipLimits } from '../../../../shared/edit/trimLimits.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import { committedProject } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import type { Surface } from '../surface.ts'
import { timeDrag } from './timeDrag.ts'
import { fourUp } from './trimPanes.ts'

export function slipClip(surface: Surface, clip: Clip, pressedAt: PointerAt): Gesture {
  const linked = useSession.getState().linked && !pressedAt.alt
  return timeDrag(surface, pressedAt, {
    edges: [],
    direction: -1,
    panes: fourUp(committedProject(), clip.id),
    limits: ({ project }) => slipLimits(project, clip.id, linked),
    commands: (delta) => [newCommand('clip.slip', { itemId: clip.id, delta, linked })],
  })
}
