/** Dragging a clip's edge. The ripple tool, or Ctrl held, closes and opens the cut behind it. */
import type { PayloadOf } from '../../../../shared/commands/registry.ts'
import { trimLimits } from '../../../../shared/edit/trimLimits.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import { linkedClips, type PlacedItem } from '../../../../shared/model/select.ts'
import { cancelPreview, committedProject, dispatch, preview } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import type { Surface } from '../surface.ts'
import { withAutoScroll } from './autoScroll.ts'
import { clearFeedback, showFeedback } from './feedback.ts'
import { limited } from './limits.ts'
import type { Gesture, PointerAt } from './pointer.ts'
import { startFrom } from './start.ts'

export function trimClip(
  surface: Surface,
  { item, start: from, end }: PlacedItem<Clip>,
  edge: 'start' | 'end',
  pressedAt: PointerAt,
): Gesture {
  const session = useSession.getState()
  const linked = session.linked && !pressedAt.alt
  // A linked partner's edge moves along, so it must not hold this one where it began.
  const moving = linked ? linkedClips(committedProject(), item.id) : [item.id]
  const start = startFrom(surface, pressedAt, { moving })
  const edgeFrame = edge === 'start' ? from : end
  let wanted: PayloadOf<'clip.trim'> | null = null

  return withAutoScroll(surface, {
    update(at) {
      const ripple = session.tool === 'ripple' || at.ctrl
      const snapped = start.snapped([edgeFrame], start.travelled(at), at)
      const base = { itemId: item.id, edge, ripple, linked }
      const { delta, stop } = limited(snapped.delta, trimLimits(start.project, base))
      const pointer = { x: at.x, y: at.y }
      const guide = stop ? null : snapped.guide
      const text = start.describe(delta)
      if (delta === 0) {
        wanted = null
        cancelPreview()
        showFeedback({ pointer, text, guide, stop })
        return
      }
      const payload = { ...base, delta }
      const refused = preview('clip.trim', payload)
      wanted = refused === null ? payload : null
      showFeedback({ pointer, text, guide, refused, stop })
    },
    drop() {
      cancelPreview()
      if (wanted) dispatch('clip.trim', wanted)
    },
    cancel: cancelPreview,
    over: clearFeedback,
  })
}
