/**
 * Dragging clips along their tracks and to others of the kind. The ripple tool inserts, every other overwrites; with
 * Ctrl the clips stay and copies are laid there.
 */
import type { Command } from '../../../../shared/commands/registry.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { ItemId } from '../../../../shared/model/ids.ts'
import { linkedClips, type PlacedItem, placeClip } from '../../../../shared/model/select.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import { cancelPreview, committedProject, dispatch, preview } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import type { Gesture, PointerAt } from '../../../ui/pointer.ts'
import type { TrackRow } from '../rows.ts'
import { HEADER_WIDTH, rowUnder, type Surface } from '../surface.ts'
import { xOf } from '../zoom.ts'
import { withAutoScroll } from './autoScroll.ts'
import { type Box, clearFeedback, showFeedback } from './feedback.ts'
import { startFrom } from './start.ts'

const trackRows = (surface: Surface): TrackRow[] =>
  surface.rows().filter((row) => row.kind === 'track')

/** How many tracks of its kind the pointer stands above the grabbed clip's. */
function trackDelta(surface: Surface, grabbed: PlacedItem<Clip>, at: PointerAt): number {
  const { kind, id } = grabbed.track
  const same = trackRows(surface).filter(({ track }) => track.kind === kind)
  const under = rowUnder(surface, at.y)
  const from = same.findIndex(({ track }) => track.id === id)
  const to = same.findIndex(({ track }) => track.id === under?.track.id)
  return to < 0 ? 0 : from - to
}

function ghostOf(surface: Surface, grabbed: PlacedItem<Clip>, delta: number, at: PointerAt): Box {
  const session = useSession.getState()
  const { left, top } = surface.host.getBoundingClientRect()
  const row = rowUnder(surface, at.y) ?? trackRows(surface)[0]
  return {
    left: left + HEADER_WIDTH + xOf(grabbed.start + delta, session),
    top: top + (row?.top ?? 0) - surface.host.scrollTop,
    width: grabbed.item.duration / session.framesPerPixel,
    height: row?.height ?? 0,
  }
}

export function moveClips(
  surface: Surface,
  grabbed: PlacedItem<Clip>,
  itemIds: readonly ItemId[],
  pressedAt: PointerAt,
): Pick<Gesture, 'update' | 'drop' | 'cancel' | 'over'> {
  const session = useSession.getState()
  const linked = session.linked && !pressedAt.alt
  const project = committedProject()
  const moving = itemIds.flatMap((id) => (linked ? linkedClips(project, id) : [id]))
  const start = startFrom(surface, pressedAt, { moving })
  const places = moving.map((id) => placeClip(start.project, id))
  const earliest = Math.min(...places.map((placed) => placed.start))
  // The grabbed clip's edges come first: they are what the eye follows.
  const edges = [grabbed, ...places].flatMap((placed) => [placed.start, placed.end])
  let wanted: Command | null = null

  const gesture: Gesture = {
    update(at) {
      const snapped = start.snapped(edges, start.travelled(at), at)
      const delta = Math.max(-earliest, snapped.delta)
      const up = trackDelta(surface, grabbed, at)
      const pointer = { x: at.x, y: at.y }
      const guide = delta === snapped.delta ? snapped.guide : null
      const text = start.describe(delta)
      if (delta === 0 && up === 0) {
        wanted = null
        cancelPreview()
        showFeedback({ pointer, text, guide })
        return
      }
      const mode = session.tool === 'ripple' ? 'insert' : 'overwrite'
      // The first id names the kind that `trackDelta` counts.
      const ids = [grabbed.item.id, ...itemIds.filter((id) => id !== grabbed.item.id)]
      const payload = { itemIds: ids, delta, trackDelta: up, mode, linked } as const
      const command = newCommand(at.ctrl ? 'clips.duplicate' : 'clips.move', payload)
      const refused = preview(command.type, command.payload)
      wanted = refused === null ? command : null
      const ghost = refused === null ? null : ghostOf(surface, grabbed, delta, at)
      showFeedback({ pointer, text, guide, refused, ghost })
    },
    drop() {
      cancelPreview()
      if (wanted) dispatch(wanted.type, wanted.payload)
    },
    cancel: cancelPreview,
    over: clearFeedback,
  }
  return withAutoScroll(surface, gesture)
}
