/** The razor: where it would cut, and the cut. Shift cuts every unlocked track, Alt one half of a linked pair. */
import type { Clip } from '../../../../shared/model/clip.ts'
import type { PlacedItem } from '../../../../shared/model/select.ts'
import { dispatch } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import type { PointerAt } from '../../../ui/pointer.ts'
import { positionUnder, type Surface } from '../surface.ts'
import { startFrom } from './start.ts'

/** The edge between frames nearest to the pointer. Snaps to the playhead and to edges of other tracks; Alt-free. */
export function cutFrame(surface: Surface, at: PointerAt): number {
  const near = Math.round(positionUnder(surface, at.x))
  // Shift is the razor's "all tracks", so that only the switch decides on snapping here.
  const { delta } = startFrom(surface, at).snapped([near], 0, { ...at, shift: false })
  return Math.max(0, near + delta)
}

export function cut(surface: Surface, placed: PlacedItem<Clip>, at: PointerAt): void {
  const frame = cutFrame(surface, at)
  if (!at.shift && (frame <= placed.start || frame >= placed.end)) return
  const linked = useSession.getState().linked && !at.alt
  dispatch('clips.split', {
    timelineId: placed.track.timelineId,
    frame,
    linked,
    ...(!at.shift && { itemIds: [placed.item.id] }),
  })
}
