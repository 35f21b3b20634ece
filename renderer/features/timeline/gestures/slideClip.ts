/** Dragging a clip between its neighbours, which give and take the time; what all of them show stays in its order. */
import { slideLimits } from '../../../../shared/edit/slide.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import { linkedClips, type PlacedItem } from '../../../../shared/model/select.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import { committedProject } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import type { Surface } from '../surface.ts'
import { timeDrag } from './timeDrag.ts'
import { fourUp } from './trimPanes.ts'

export function slideClip(
  surface: Surface,
  { item, start, end }: PlacedItem<Clip>,
  pressedAt: PointerAt,
): Gesture {
  const linked = useSession.getState().linked && !pressedAt.alt
  const chosen = { itemIds: [item.id], linked }
  return timeDrag(surface, pressedAt, {
    edges: [start, end],
    moving: linked ? linkedClips(committedProject(), item.id) : [item.id],
    panes: fourUp(committedProject(), item.id),
    limits: ({ project }) => slideLimits(project, chosen),
    commands: (delta) => [newCommand('clips.slide', { ...chosen, delta })],
  })
}
