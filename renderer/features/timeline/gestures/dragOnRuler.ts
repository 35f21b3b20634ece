/** What stands on the ruler, in the hand: a marker, or where the marked range begins or ends. */
import type { Command } from '../../../../shared/commands/registry.ts'
import type { MarkerId } from '../../../../shared/model/ids.ts'
import { record } from '../../../../shared/model/select.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { goTo } from '../../../playback/transport.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import { activeTimeline, committedProject } from '../../../store/document.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import type { Surface } from '../surface.ts'
import { timeDrag } from './timeDrag.ts'

export type RulerPoint =
  | { readonly kind: 'marker'; readonly id: MarkerId }
  | { readonly kind: 'in' | 'out' }

/** A click goes there. */
export function dragOnRuler(surface: Surface, point: RulerPoint, pressedAt: PointerAt): Gesture {
  const project = committedProject()
  const timeline = activeTimeline(project)
  const { id: timelineId, rate, startFrame, inFrame = null, outFrame = null } = timeline
  const frame =
    point.kind === 'marker'
      ? record(project, 'markers', point.id).frame
      : ((point.kind === 'in' ? inFrame : outFrame) ?? 0)
  // A range holds a frame at least; the out-point stands behind its last one.
  const least = point.kind === 'out' ? (inFrame ?? 0) + 1 : 0
  const most = point.kind === 'in' && outFrame !== null ? outFrame - 1 : Infinity
  const shown = point.kind === 'out' ? frame - 1 : frame
  const command = (to: number): Command =>
    point.kind === 'marker'
      ? newCommand('marker.move', { markerId: point.id, frame: to })
      : newCommand('timeline.setRange', {
          ...{ timelineId, inFrame, outFrame },
          [point.kind === 'in' ? 'inFrame' : 'outFrame']: to,
        })
  const drag = timeDrag(surface, pressedAt, {
    edges: [frame],
    held: [point.kind === 'marker' ? point.id : point.kind],
    limits: () => ({ min: least - frame, minBy: 'none', max: most - frame, maxBy: 'none' }),
    commands: (delta) => [command(frame + delta)],
    text: (delta) => formatTimecode(startFrame + shown + delta, rate),
  })
  return { ...drag, click: () => goTo(shown) }
}
