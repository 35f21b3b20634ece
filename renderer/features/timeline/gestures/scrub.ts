/** Dragging along the ruler. Shift snaps the playhead to edits, markers and keyframes. */
import { goTo } from '../../../playback/transport.ts'
import { activeTimeline, committedProject } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import { frameUnder } from '../zoom.ts'
import { createSnapper, snapCandidates } from './snapping.ts'

/** Moves at once on the press; the playhead is no part of the document, so that Esc has nothing to restore. */
export function scrub(ruler: HTMLElement, pressedX: number): Gesture {
  const project = committedProject()
  const candidates = snapCandidates({
    project,
    timeline: activeTimeline(project),
    playhead: -1,
    moving: new Set(),
    held: new Set(),
    lanes: useSession.getState().openLanes,
  }).filter(({ kind }) => kind !== 'playhead')
  const snapper = createSnapper(candidates)
  const follow = ({ x, shift }: Pick<PointerAt, 'x' | 'shift'>): void => {
    const session = useSession.getState()
    const frame = frameUnder(x - ruler.getBoundingClientRect().left, session)
    const { delta } = snapper.snapDelta([frame], 0, session.framesPerPixel, shift)
    goTo(frame + delta)
  }
  follow({ x: pressedX, shift: false })
  return { update: follow }
}
