/** Drawing a box over empty track selects what it touches, added to the selection with Ctrl or Shift. */
import type { ItemId } from '../../../../shared/model/ids.ts'
import { placedItems } from '../../../../shared/model/select.ts'
import { activeTimeline, committedProject } from '../../../store/document.ts'
import { selectClips, useSession } from '../../../store/session.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import type { Row } from '../rows.ts'
import { HEADER_WIDTH, positionUnder, type Surface, yWithin } from '../surface.ts'
import { within } from '../within.ts'
import { xOf } from '../zoom.ts'
import { withAutoScroll } from './autoScroll.ts'
import { clearFeedback, showFeedback } from './feedback.ts'

/** Tracks whose rows touch `[top, bottom]`. Pure. */
export const tracksTouched = (rows: readonly Row[], top: number, bottom: number) =>
  rows.flatMap((row) =>
    row.kind === 'track' && row.top < bottom && row.top + row.height > top ? [row.track] : [],
  )

export function marquee(
  surface: Surface,
  pressedAt: PointerAt,
  click: (at: PointerAt) => void,
): Gesture {
  const before = useSession.getState().clips
  const kept = pressedAt.ctrl || pressedAt.shift ? before : []
  const project = committedProject()
  const timeline = activeTimeline(project)
  const fromFrame = positionUnder(surface, pressedAt.x)
  const fromY = yWithin(surface, pressedAt.y)
  return withAutoScroll(surface, {
    click,
    update(at) {
      const toFrame = positionUnder(surface, at.x)
      const toY = yWithin(surface, at.y)
      const [first, last] = [Math.min(fromFrame, toFrame), Math.max(fromFrame, toFrame)]
      const [top, bottom] = [Math.min(fromY, toY), Math.max(fromY, toY)]
      const touched: ItemId[] = tracksTouched(surface.rows(), top, bottom)
        .filter((track) => timeline.tracks.includes(track.id) && !track.locked)
        .flatMap((track) => within(placedItems(project, track), first, last))
        .flatMap(({ item }) => (item.kind === 'clip' ? [item.id] : []))
      selectClips([...new Set([...kept, ...touched])])
      const session = useSession.getState()
      const area = surface.host.getBoundingClientRect()
      const left = area.left + HEADER_WIDTH + Math.max(0, xOf(first, session))
      showFeedback({
        marquee: {
          left,
          top: area.top + top - surface.host.scrollTop,
          width: area.left + HEADER_WIDTH + xOf(last, session) - left,
          height: bottom - top,
        },
      })
    },
    cancel: () => selectClips(before),
    over: clearFeedback,
  })
}
