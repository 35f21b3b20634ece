/** A drag along time that makes one command: snapped, held within its limits, previewed, kept on release. */
import type { Command } from '../../../../shared/commands/registry.ts'
import { EditRefused } from '../../../../shared/edit/refuse.ts'
import type { Limits } from '../../../../shared/edit/trimLimits.ts'
import type { ItemId } from '../../../../shared/model/ids.ts'
import type { Said } from '../../../../shared/words/Said.ts'
import { errorInWords } from '../../../i18n/inWords.ts'
import { dispatchAll, previewAll } from '../../../store/dispatchAll.ts'
import { cancelPreview } from '../../../store/document.ts'
import { type Trim, useSession } from '../../../store/session.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import type { Surface } from '../surface.ts'
import { withAutoScroll } from './autoScroll.ts'
import { clearFeedback, showFeedback } from './feedback.ts'
import { limited } from './limits.ts'
import { type Start, startFrom } from './start.ts'

export interface TimeDrag {
  /** Of several commands; a single one has its own. */
  readonly label?: Said
  /** Frames that snap; none: the drag is free. */
  readonly edges: readonly number[]
  /** What moves along, whose edges hold nothing. */
  readonly moving?: Iterable<ItemId>
  /** What is in the hand and no clip: it does not hold itself. */
  readonly held?: Iterable<string>
  /** -1 where pulling to the right makes less. */
  readonly direction?: 1 | -1
  /** May throw EditRefused. */
  limits(start: Start, at: PointerAt): Limits
  commands(delta: number, at: PointerAt): readonly Command[]
  /** What the program monitor shows meanwhile. */
  readonly panes?: Trim['panes'] | null
  /** Beside the pointer, in place of the distance. */
  text?(delta: number, at: PointerAt): string
}

export function timeDrag(surface: Surface, pressedAt: PointerAt, drag: TimeDrag): Gesture {
  const { moving = [], held = [] } = drag
  const start = startFrom(surface, pressedAt, { moving, held })
  const sign = drag.direction ?? 1
  let wanted: readonly Command[] = []
  return withAutoScroll(surface, {
    update(at) {
      const pointer = { x: at.x, y: at.y }
      // Without the 0 of a negated nothing: -0 is no frame.
      const travelled = sign === 1 ? start.travelled(at) : 0 - start.travelled(at)
      const snapped =
        drag.edges.length === 0
          ? { delta: travelled, guide: null }
          : start.snapped(drag.edges, travelled, at)
      const limits = limitsOf(() => drag.limits(start, at))
      if (typeof limits === 'string') {
        wanted = []
        cancelPreview()
        tellMonitor(drag.panes, start.describe(snapped.delta))
        showFeedback({ pointer, text: start.describe(snapped.delta), refused: limits })
        return
      }
      const { delta, stop } = limited(snapped.delta, limits)
      const guide = stop ? null : snapped.guide
      const text = drag.text?.(delta, at) ?? start.describe(delta)
      tellMonitor(drag.panes, text)
      if (delta === 0) {
        wanted = []
        cancelPreview()
        showFeedback({ pointer, text, guide, stop })
        return
      }
      const commands = drag.commands(delta, at)
      const refused = previewAll(drag.label, commands)
      wanted = refused === null ? commands : []
      showFeedback({ pointer, text, guide, refused, stop })
    },
    drop() {
      cancelPreview()
      dispatchAll(drag.label, wanted)
    },
    cancel: cancelPreview,
    over() {
      useSession.setState({ trim: null })
      clearFeedback()
    },
  })
}

/** Nothing is told twice: everybody who reads the session would look again. */
function tellMonitor(panes: TimeDrag['panes'], moved: string): void {
  if (panes && useSession.getState().trim?.moved !== moved) {
    useSession.setState({ trim: { panes, moved } })
  }
}

function limitsOf(read: () => Limits): Limits | string {
  try {
    return read()
  } catch (error) {
    if (error instanceof EditRefused) return errorInWords(error)
    throw error
  }
}
