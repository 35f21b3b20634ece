/** What every gesture starts from: the document as it was, the view, and a snapper for its edges. */
import type { ItemId } from '../../../../shared/model/ids.ts'
import type { Project } from '../../../../shared/model/project.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { activeTimeline, committedProject } from '../../../store/document.ts'
import { playhead } from '../../../store/playhead.ts'
import { useSession } from '../../../store/session.ts'
import type { PointerAt } from '../../../ui/pointer.ts'
import { positionUnder, type Surface } from '../surface.ts'
import { createSnapper, type Snapped, snapCandidates } from './snapping.ts'

export interface Start {
  readonly surface: Surface
  readonly project: Project
  readonly timeline: Timeline
  /** Whole frames that the pointer has travelled since the press; scrolling counts. */
  travelled(at: PointerAt): number
  /** The same, between frames. */
  exactly(at: PointerAt): number
  /** Snaps the nearest of `edges` after `delta`; Shift inverts the snap switch. */
  snapped(edges: readonly number[], delta: number, at: PointerAt): Snapped
  /** `+12 · +00:00:00:12` */
  describe(delta: number): string
}

export function startFrom(
  surface: Surface,
  at: PointerAt,
  still: { readonly moving?: Iterable<ItemId>; readonly held?: Iterable<string> } = {},
): Start {
  const project = committedProject()
  const timeline = activeTimeline(project)
  const origin = positionUnder(surface, at.x)
  const snapper = createSnapper(
    snapCandidates({
      project,
      timeline,
      playhead: playhead.getState().frame,
      moving: new Set(still.moving),
      held: new Set(still.held),
      lanes: useSession.getState().openLanes,
    }),
  )
  return {
    surface,
    project,
    timeline,
    exactly: ({ x }) => positionUnder(surface, x) - origin,
    travelled: ({ x }) => Math.round(positionUnder(surface, x) - origin),
    snapped(edges, delta, { shift }) {
      const { snapping, framesPerPixel } = useSession.getState()
      return snapper.snapDelta(edges, delta, framesPerPixel, snapping !== shift)
    },
    describe: (delta) => {
      const sign = delta > 0 ? '+' : ''
      return `${sign}${delta} · ${sign}${formatTimecode(delta, timeline.rate)}`
    },
  }
}
