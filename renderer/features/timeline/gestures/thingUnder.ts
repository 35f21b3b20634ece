/** What that is drawn with data of its own lies under the pointer, whether it is a part of the page or not. */
import type { AnimatedPath, ValuePath } from '../../../../shared/model/animatedPath.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { ItemId, PinId, TransitionId } from '../../../../shared/model/ids.ts'
import {
  clipOf,
  isPlacedClip,
  type PlacedItem,
  placeClip,
  placedItems,
} from '../../../../shared/model/select.ts'
import { activeTimeline, committedProject } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import { valueForm } from '../../../ui/valueForms.ts'
import { CLIP_MARGIN, NAME_STRIP, SLIVER } from '../clip/sizes.ts'
import { edgeWidth, hit } from '../hit.ts'
import type { KeyRef } from '../lanes/laneCommands.ts'
import { type Axis, faderAxis, linearAxis, valueRange } from '../lanes/laneGeometry.ts'
import { handleAt, isOnLine, keyframeAt, type LanePoint, pinAt } from '../lanes/laneMarks.ts'
import { laneValue } from '../lanes/laneValues.ts'
import type { LaneRow, PinRow, TrackRow } from '../rows.ts'
import { rowUnder, type Surface, xWithin, yWithin } from '../surface.ts'
import { pinsOnClip } from '../things.ts'
import { transitionsWithin } from '../transition/transitionsWithin.ts'
import { positionAt, xOf } from '../zoom.ts'
import type { Handle } from './dragHandle.ts'

/** Where a value stands: pixels of the lane or the clip, and of a clip its own axis. */
interface Stand {
  readonly height: number
  readonly axis?: Axis
}

export type ThingUnder =
  | ({ readonly kind: 'keyframe'; readonly ref: KeyRef } & Stand)
  | ({ readonly kind: 'line'; readonly itemId: ItemId; readonly property: ValuePath } & Stand)
  | { readonly kind: 'handle'; readonly handle: Handle }
  | { readonly kind: 'pin'; readonly itemId: ItemId; readonly pinId: PinId }
  | {
      readonly kind: 'transition'
      readonly id: TransitionId
      readonly edge: 'start' | 'end' | null
    }

export function thingUnder(
  surface: Surface,
  at: { readonly x: number; readonly y: number },
): ThingUnder | null {
  const row = rowUnder(surface, at.y)
  const x = xWithin(surface, at.x)
  if (!row || x < 0) return null
  const point = { x, y: yWithin(surface, at.y) - row.top }
  if (row.kind === 'track') return onTrack(row, point)
  return row.kind === 'pins' ? inPins(row, point) : inLane(row, point)
}

function inPins({ itemId }: PinRow, { x }: LanePoint): ThingUnder | null {
  const project = committedProject()
  const { pins, framesPerPixel, scrollFrame } = useSession.getState()
  const { item, start } = placeClip(project, itemId)
  const marks = pinsOnClip(project, item, activeTimeline(project).rate).map(({ id, frame }) => ({
    ...{ id, x: xOf(start + frame, { framesPerPixel, scrollFrame }) },
    ...{ isSelected: pins.includes(id), isRefused: false },
  }))
  const pin = pinAt(marks, x)
  return pin ? { kind: 'pin', itemId, pinId: pin.id } : null
}

function inLane(row: LaneRow, point: LanePoint): ThingUnder | null {
  const { itemId, property, height, isCurve } = row
  const project = committedProject()
  const view = useSession.getState()
  const clip = clipOf(project, itemId)
  const { start } = placeClip(project, itemId)
  const axis = linearAxis(valueRange(laneValue(clip, property), valueForm(clip, property)), height)
  const value = { clip, property, start, view, axis }
  const keyframe = keyframeAt(value, point)
  if (keyframe) {
    return { kind: 'keyframe', ref: { itemId, property, keyframeId: keyframe.id }, height }
  }
  const handle = isCurve ? handleAt(value, view.keyframes, point) : undefined
  if (handle) {
    const { from, side } = handle
    // Only values that have keyframes of their own have handles.
    const own = { itemId, property: property as AnimatedPath, keyframeId: from.id }
    return { kind: 'handle', handle: { ...own, side, height } }
  }
  return isOnLine(value, point) ? { kind: 'line', itemId, property, height } : null
}

function onTrack(row: TrackRow, point: LanePoint): ThingUnder | null {
  const project = committedProject()
  const view = useSession.getState()
  const isSound = row.track.kind === 'sound'
  const isOver = point.y >= CLIP_MARGIN + (isSound ? 0 : NAME_STRIP)
  const transition = isOver ? transitionAt(row, point.x) : null
  if (transition) return transition
  if (!isSound) return null
  const found = hit(placedItems(project, row.track), point.x, view)
  return found && isPlacedClip(found.placed) && found.zone === 'body'
    ? onSound(found.placed, row.height - 2 * CLIP_MARGIN, point)
    : null
}

function transitionAt({ track }: TrackRow, x: number): ThingUnder | null {
  const view = useSession.getState()
  const frame = positionAt(x, view)
  const found = transitionsWithin(committedProject(), track, frame, frame + 1e-6).at(-1)
  if (!found) return null
  const [left, right] = [xOf(found.start, view), xOf(found.end, view)]
  const reach = edgeWidth(right - left)
  const edge = x < left + reach ? 'start' : x >= right - reach ? 'end' : null
  return { kind: 'transition', id: found.transition.id, edge }
}

/** The volume on a clip: its keyframes, then its line. */
function onSound(placed: PlacedItem<Clip>, height: number, point: LanePoint): ThingUnder | null {
  const view = useSession.getState()
  const { item, start, end } = placed
  if ((end - start) / view.framesPerPixel < SLIVER) return null
  const axis = faderAxis(height)
  const value = { clip: item, property: 'volume', start, view, axis } as const
  const at = { x: point.x, y: point.y - CLIP_MARGIN }
  const keyframe = keyframeAt(value, at)
  const own = { itemId: item.id, property: 'volume' } as const
  if (keyframe) {
    return { kind: 'keyframe', ref: { ...own, keyframeId: keyframe.id }, height, axis }
  }
  return isOnLine(value, at) ? { kind: 'line', ...own, height, axis } : null
}
