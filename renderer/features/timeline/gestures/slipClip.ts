/** Dragging the media inside a clip: its place and length stay, pulling to the right shows earlier media. */
import type { PayloadOf } from '../../../../shared/commands/registry.ts'
import { slipLimits } from '../../../../shared/edit/trimLimits.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import { cancelPreview, dispatch, preview } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import type { Surface } from '../surface.ts'
import { clearFeedback, showFeedback } from './feedback.ts'
import { limited } from './limits.ts'
import type { Gesture, PointerAt } from './pointer.ts'
import { startFrom } from './start.ts'

export function slipClip(surface: Surface, clip: Clip, pressedAt: PointerAt): Gesture {
  const linked = useSession.getState().linked && !pressedAt.alt
  const start = startFrom(surface, pressedAt)
  let wanted: PayloadOf<'clip.slip'> | null = null
  return {
    update(at) {
      const limits = slipLimits(start.project, clip.id, linked)
      // Without the 0 of a negated nothing: -0 is no frame.
      const { delta, stop } = limited(0 - start.travelled(at), limits)
      const pointer = { x: at.x, y: at.y }
      const text = start.describe(delta)
      if (delta === 0) {
        wanted = null
        cancelPreview()
        showFeedback({ pointer, text, stop })
        return
      }
      const payload = { itemId: clip.id, delta, linked }
      const refused = preview('clip.slip', payload)
      wanted = refused === null ? payload : null
      showFeedback({ pointer, text, refused, stop })
    },
    drop() {
      cancelPreview()
      if (wanted) dispatch('clip.slip', wanted)
    },
    cancel: cancelPreview,
    over: clearFeedback,
  }
}
