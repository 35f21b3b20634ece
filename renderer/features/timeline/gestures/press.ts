/** What a press on the rows starts, by what lies under it and which tool is in the hand. */
import type { Clip } from '../../../../shared/model/clip.ts'
import type { ItemId } from '../../../../shared/model/ids.ts'
import {
  isPlacedClip,
  linkedClips,
  type PlacedItem,
  placedItems,
} from '../../../../shared/model/select.ts'
import { activeTimeline, committedProject } from '../../../store/document.ts'
import {
  selectClips,
  selectEdges,
  selectNothing,
  type Tool,
  useSession,
} from '../../../store/session.ts'
import { type Gesture, type PointerAt, pointerAt } from '../../../ui/pointer.ts'
import { hit, type Zone } from '../hit.ts'
import type { TrackRow } from '../rows.ts'
import { positionUnder, rowUnder, type Surface, xWithin } from '../surface.ts'
import { cutAtEdge } from '../transition/cutUnder.ts'
import { dragFade } from './dragFade.ts'
import { dragHandle } from './dragHandle.ts'
import { keyframesInHand, pressKeyframe } from './dragKeyframes.ts'
import { dragLine } from './dragLine.ts'
import { pinsInHand, pressPin } from './dragPins.ts'
import { dragTransition } from './dragTransition.ts'
import { dragInLane } from './lanes.ts'
import { marquee } from './marquee.ts'
import { moveClips } from './moveClips.ts'
import { cut } from './razor.ts'
import { rollCut } from './rollCut.ts'
import { slideClip } from './slideClip.ts'
import { slipClip } from './slipClip.ts'
import { stretchClip } from './stretchClip.ts'
import { type ThingUnder, thingUnder } from './thingUnder.ts'
import { trimClip } from './trimClip.ts'

/** Null where the press belongs to a control of its own. */
export function gestureFor(surface: Surface, event: PointerEvent): Gesture | null {
  const at = pointerAt(event)
  const target = event.target instanceof Element ? event.target : null
  // The razor cuts through what lies on a clip.
  const isRazor = useSession.getState().tool === 'razor'
  const row = rowUnder(surface, at.y)
  const fade = target?.closest<HTMLElement>('[data-fade]')
  if (fade && !isRazor) {
    const { item, fade: side } = fade.dataset
    return dragFade(surface, item as ItemId, side as 'in' | 'out', at)
  }
  const isControl = target?.closest('select, [data-own-press], [role="rowheader"]')
  if (isControl || xWithin(surface, at.x) < 0) return null
  const thing = isRazor && row?.kind === 'track' ? null : thingUnder(surface, at)
  if (thing) return thingGesture(surface, thing, at)
  if (row?.kind !== 'track') return marquee(surface, at, () => unlessAdding(at))
  return trackGesture(surface, row, at)
}

const unlessAdding = (at: PointerAt): void => {
  if (!at.ctrl && !at.shift) selectNothing()
}

function thingGesture(surface: Surface, thing: ThingUnder, at: PointerAt): Gesture {
  switch (thing.kind) {
    case 'pin':
      pressPin(thing.itemId, thing.pinId, at)
      return dragInLane(surface, at, pinsInHand(thing.itemId, thing.pinId))
    case 'transition':
      return dragTransition(surface, thing.id, thing.edge, at)
    case 'handle':
      return dragHandle(surface, thing.handle, at)
    case 'line':
      return dragLine(surface, thing, at)
    case 'keyframe': {
      const { ref, ...stand } = thing
      pressKeyframe(ref, at)
      return dragInLane(surface, at, keyframesInHand({ grabbed: ref, pressedAt: at, ...stand }))
    }
  }
}

function trackGesture(surface: Surface, { track }: TrackRow, at: PointerAt): Gesture {
  const project = committedProject()
  const session = useSession.getState()
  const found = hit(placedItems(project, track), xWithin(surface, at.x), session)
  if (!found || !isPlacedClip(found.placed)) {
    const gap = found ? { trackId: track.id, frame: found.placed.start } : null
    return marquee(surface, at, () => {
      unlessAdding(at)
      useSession.setState({ gap })
    })
  }
  const placed: PlacedItem<Clip> = found.placed
  if (session.tool === 'razor') return { click: (released) => cut(surface, placed, released) }
  const wasIn = session.clips.includes(placed.item.id)
  const itemIds = pressClip(placed, at)
  const click = (): void => {
    const own = together(placed, at)
    // On release, since a drag with Ctrl duplicates the selection that it has hold of.
    if (at.ctrl && wasIn) selectClips(itemIds.filter((id) => !own.includes(id)))
    if (at.ctrl || at.shift) return
    // On an edge the cut is meant, where a tool takes hold of it.
    if (found.zone !== 'body' && EDGE_TOOLS.has(session.tool)) {
      selectEdges([cutAtEdge(project, placed, found.zone)])
    } else selectClips(own)
  }
  return { ...toolGesture(surface, { placed, zone: found.zone }, itemIds, at), click }
}

const EDGE_TOOLS: ReadonlySet<Tool> = new Set(['select', 'ripple', 'roll'])

interface ClipHit {
  readonly placed: PlacedItem<Clip>
  readonly zone: Zone
}

function toolGesture(
  surface: Surface,
  { placed, zone }: ClipHit,
  itemIds: readonly ItemId[],
  at: PointerAt,
): Gesture {
  const { tool } = useSession.getState()
  if (tool === 'slip') return slipClip(surface, placed.item, at)
  if (tool === 'slide') return slideClip(surface, placed, at)
  if (tool === 'rate') return zone === 'body' ? {} : stretchClip(surface, placed, zone, at)
  if (tool === 'roll') {
    if (zone === 'body') return {}
    const cut = cutAt(placed, zone, at)
    if (cut) return rollCut(surface, cut, zone === 'start' ? placed.start : placed.end, at)
  }
  return zone === 'body'
    ? moveClips(surface, placed, itemIds, at)
    : trimClip(surface, placed, zone, at)
}

/** The clip and its neighbour at an edge; null where there is none to roll with. */
function cutAt({ item, track, order }: PlacedItem<Clip>, edge: 'start' | 'end', at: PointerAt) {
  const other = placedItems(committedProject(), track)[edge === 'end' ? order + 1 : order - 1]
  if (!other || !isPlacedClip(other)) return null
  const linked = useSession.getState().linked && !at.alt
  return edge === 'end'
    ? { leftId: item.id, rightId: other.item.id, linked }
    : { leftId: other.item.id, rightId: item.id, linked }
}

/** A clip with its linked partners, while Linked is on and Alt is not held. */
function together({ item }: PlacedItem<Clip>, at: PointerAt): ItemId[] {
  const isAlone = !useSession.getState().linked || at.alt
  return isAlone ? [item.id] : linkedClips(committedProject(), item.id)
}

/** Selects on the press, so that a drag has hold of what it shows. Answers what is now selected. */
function pressClip(placed: PlacedItem<Clip>, at: PointerAt): readonly ItemId[] {
  const { clips } = useSession.getState()
  const own = together(placed, at)
  const isIn = clips.includes(placed.item.id)
  if (at.shift) selectClips(upTo(placed, clips, own))
  else if (!isIn) selectClips(at.ctrl ? [...clips, ...own] : own)
  const now = useSession.getState().clips
  return now.includes(placed.item.id) ? now : [placed.item.id]
}

/** Shift: everything on the track between the nearest selected clip and this one. */
function upTo(
  { item, track, order }: PlacedItem<Clip>,
  clips: readonly ItemId[],
  own: readonly ItemId[],
): ItemId[] {
  const project = committedProject()
  const timeline = activeTimeline(project)
  const placed = timeline.tracks.includes(track.id) ? placedItems(project, track) : []
  const chosen = placed.filter((other) => clips.includes(other.item.id))
  const nearest = chosen.reduce<PlacedItem | null>(
    (best, other) =>
      !best || Math.abs(other.order - order) < Math.abs(best.order - order) ? other : best,
    null,
  )
  if (!nearest) return [...new Set([...clips, ...own])]
  const [first, last] = [Math.min(order, nearest.order), Math.max(order, nearest.order)]
  const between = placed.slice(first, last + 1).filter(isPlacedClip)
  const linked = useSession.getState().linked
  const ids = between.flatMap((one) => (linked ? linkedClips(project, one.item.id) : [one.item.id]))
  return [...new Set([...clips, ...ids, item.id])]
}

/** The position between frames where a click with the razor would cut, for its line; null off the clips. */
export function razorPosition(surface: Surface, at: PointerAt): number | null {
  const row = rowUnder(surface, at.y)
  if (row?.kind !== 'track' || xWithin(surface, at.x) < 0) return null
  const found = hit(
    placedItems(committedProject(), row.track),
    xWithin(surface, at.x),
    useSession.getState(),
  )
  return found && isPlacedClip(found.placed) ? Math.round(positionUnder(surface, at.x)) : null
}
