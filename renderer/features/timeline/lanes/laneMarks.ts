/** Where keyframes, the handles of curves and pins stand, for those who draw them and those who look for them. Pure. */
import { valueAt } from '../../../../shared/model/animate.ts'
import type { ValuePath } from '../../../../shared/model/animatedPath.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { PinId } from '../../../../shared/model/ids.ts'
import type { Keyframe } from '../../../../shared/model/keyframe.ts'
import type { SessionState } from '../../../store/session.ts'
import { isBent } from '../things.ts'
import { positionAt, type View, xOf } from '../zoom.ts'
import { type Bend, handlesOf } from './bezier.ts'
import type { Axis } from './laneGeometry.ts'
import { laneValue } from './laneValues.ts'

/** Pixels from the lane's left and upper edge. */
export interface LanePoint {
  readonly x: number
  readonly y: number
}

/** One value of a clip as a lane shows it. */
export interface ValueInLane {
  readonly clip: Clip
  readonly property: ValuePath
  /** The clip's first frame on the timeline. */
  readonly start: number
  readonly view: View
  readonly axis: Axis
}

export interface KeyframePoint extends LanePoint {
  readonly keyframe: Keyframe
}

/** `held`: the frames of those in the hand, by their ids. */
export const keyframePoints = (
  { clip, property, start, view, axis }: ValueInLane,
  held: Readonly<Record<string, number>> = {},
): KeyframePoint[] =>
  laneValue(clip, property).keyframes.map((keyframe) => ({
    keyframe,
    x: xOf(start + (held[keyframe.id] ?? keyframe.frame), view),
    y: axis.yOf(keyframe.value),
  }))

export interface HandlePoint extends LanePoint {
  /** The keyframe that the curve leaves. */
  readonly from: Keyframe
  readonly side: Bend
  /** The keyframe that the handle belongs to. */
  readonly own: LanePoint
}

/** Handles of the chosen keyframes, of all where none of the lane's is chosen. */
export function handlePoints(
  { clip, property, start, view, axis }: ValueInLane,
  chosen: SessionState['keyframes'],
): HandlePoint[] {
  const { keyframes } = laneValue(clip, property)
  const ids = new Set(chosen.map(({ keyframeId }) => keyframeId))
  const isAny = !keyframes.some(({ id }) => ids.has(id))
  return keyframes.flatMap((from, order): HandlePoint[] => {
    const to = keyframes[order + 1]
    if (!to || !isBent(property, from.easing.kind)) return []
    if (!isAny && !ids.has(from.id) && !ids.has(to.id)) return []
    const { x1, y1, x2, y2 } = handlesOf(from.easing)
    const at = (x: number, y: number): LanePoint => ({
      x: xOf(start + from.frame + x * (to.frame - from.frame), view),
      y: axis.yOf(from.value + y * (to.value - from.value)),
    })
    return [
      { from, side: 'out', own: at(0, 0), ...at(x1, y1) },
      { from, side: 'in', own: at(1, 1), ...at(x2, y2) },
    ]
  })
}

/** Half of the square by which a keyframe is taken, and the radius by which a handle is. */
const KEYFRAME_REACH = 8.5
const HANDLE_REACH = 6
/** Pixels from a line. */
const LINE_REACH = 4.5

/** The topmost of points that are drawn one over the other. */
const topmost = <P extends LanePoint>(
  points: readonly P[],
  { x, y }: LanePoint,
  reach: number,
): P | undefined =>
  points.findLast((point) => Math.abs(point.x - x) <= reach && Math.abs(point.y - y) <= reach)

export const keyframeAt = (value: ValueInLane, at: LanePoint): Keyframe | undefined =>
  topmost(keyframePoints(value), at, KEYFRAME_REACH)?.keyframe

export const handleAt = (
  value: ValueInLane,
  chosen: SessionState['keyframes'],
  at: LanePoint,
): HandlePoint | undefined => topmost(handlePoints(value, chosen), at, HANDLE_REACH)

/** Whether the value's line passes a point within a few pixels, steep ones included. */
export function isOnLine(value: ValueInLane, { x, y }: LanePoint): boolean {
  const { clip, property, start, view, axis } = value
  const animated = laneValue(clip, property)
  const heights = [-LINE_REACH, -LINE_REACH / 2, 0, LINE_REACH / 2, LINE_REACH].flatMap((aside) => {
    const frame = positionAt(x + aside, view) - start
    return frame < 0 || frame > clip.duration ? [] : [axis.yOf(valueAt(animated, frame))]
  })
  return (
    heights.length > 0 &&
    y >= Math.min(...heights) - LINE_REACH &&
    y <= Math.max(...heights) + LINE_REACH
  )
}

export interface PinMark {
  readonly id: PinId
  readonly x: number
  readonly isSelected: boolean
  readonly isRefused: boolean
}

/** Half as wide as a pin's picture. */
const PIN_REACH = 23

/** A chosen pin is drawn over the others. */
export const inPaintingOrder = (pins: readonly PinMark[]): PinMark[] =>
  [...pins].sort((a, b) => Number(a.isSelected) - Number(b.isSelected))

export const pinAt = (pins: readonly PinMark[], x: number): PinMark | undefined =>
  inPaintingOrder(pins).findLast((pin) => Math.abs(pin.x - x) <= PIN_REACH)
