/**
 * A double click on the rows: a nested timeline opens, a lane gets a keyframe or a pin. The rows take the pointer on every
 * press, so that the event itself names only them; what it is about is what lies under it.
 */
import { clipOf, placeClip, placedItems } from '../../../shared/model/select.ts'
import { committedProject } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { hit } from './hit.ts'
import { addKeyframeAt, addPinAt } from './lanes/addToLane.ts'
import { rowUnder, type Surface, xWithin } from './surface.ts'
import { frameUnder } from './zoom.ts'

export function doubleClick(
  surface: Surface,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
  openNested: () => void,
): void {
  const under = document.elementFromPoint(clientX, clientY)
  const x = xWithin(surface, clientX)
  if (!under || !surface.host.contains(under) || under.closest('button, select') || x < 0) return
  const project = committedProject()
  const row = rowUnder(surface, clientY)
  if (row?.kind === 'track') {
    const item = hit(placedItems(project, row.track), x, useSession.getState())?.placed.item
    if (item?.kind === 'clip' && item.source.kind === 'timeline') openNested()
    return
  }
  if (!row) return
  const placed = placeClip(project, row.itemId)
  const frame = frameUnder(x, useSession.getState()) - placed.start
  if (frame < 0 || frame >= placed.item.duration) return
  if (row.kind === 'pins') addPinAt(placed, frame)
  else addKeyframeAt(clipOf(project, row.itemId), row.property, frame)
}
