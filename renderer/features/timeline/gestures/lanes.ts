/** One mechanism for everything that is dragged in a lane: keyframes by frame and value, pins by index. */

import type { Command } from '../../../../shared/commands/registry.ts'
import type { Said } from '../../../../shared/words/Said.ts'
import { dispatchAll, previewAll } from '../../../store/dispatchAll.ts'
import { cancelPreview } from '../../../store/document.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import type { Surface } from '../surface.ts'
import { withAutoScroll } from './autoScroll.ts'
import { clearFeedback, type Feedback, showFeedback } from './feedback.ts'
import { type Start, startFrom } from './start.ts'

/** What the pointer's travel means for the things in hand. */
export interface LaneDrag {
  /** Empty: everything lies where it was. */
  readonly commands: readonly Command[]
  /** Beside the pointer. */
  readonly text: string
  readonly guide: number | null
  readonly stop?: Feedback['stop']
  /** Where the things in hand are drawn while the document refuses: by id, a clip frame or an index. */
  readonly held: Readonly<Record<string, number>>
  /** The scales of lanes while it lasts, by the keys of their rows. */
  readonly ranges?: Feedback['ranges']
}

export interface LaneThings {
  readonly label: Said
  readonly ids: readonly string[]
  /** Pixels from the middle of what is grabbed to its side. */
  readonly reach?: number
  drag(start: Start, at: PointerAt): LaneDrag
  /** Pressed and let go without a drag. */
  click(at: PointerAt): void
}

export function dragInLane(surface: Surface, pressedAt: PointerAt, things: LaneThings): Gesture {
  const start = startFrom(surface, pressedAt, { held: things.ids })
  let wanted: readonly Command[] = []
  return withAutoScroll(surface, {
    click: things.click,
    update(at) {
      const { commands, text, guide, stop = null, held, ranges = {} } = things.drag(start, at)
      const told = {
        ...{ pointer: { x: at.x, y: at.y }, reach: things.reach ?? 0 },
        ...{ text, guide, stop, ranges },
      }
      if (commands.length === 0) {
        wanted = []
        cancelPreview()
        showFeedback(told)
        return
      }
      const refused = previewAll(things.label, commands)
      wanted = refused === null ? commands : []
      showFeedback({ ...told, refused, held })
    },
    drop() {
      cancelPreview()
      dispatchAll(things.label, wanted)
    },
    cancel: cancelPreview,
    over: clearFeedback,
  })
}
