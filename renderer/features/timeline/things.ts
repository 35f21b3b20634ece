/**
 * What lies in the rows, in order of time, as keys and screen readers go through it: clips and transitions on a track,
 * keyframes in a lane and between them the handles of its curve, pins under a shot. Pure.
 */
import type { ValuePath } from '../../../shared/model/animatedPath.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { ItemId, KeyframeId, PinId, TransitionId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { clipOf, pinsOf, placeClip, placedClips } from '../../../shared/model/select.ts'
import { transitionsOf } from '../../../shared/model/transitionsOf.ts'
import type { Rational } from '../../../shared/time/rational.ts'
import { type Bend, handlesOf } from './lanes/bezier.ts'
import { laneValue } from './lanes/laneValues.ts'
import { clipFrameOfIndex } from './lanes/pinTime.ts'
import type { LaneRow, PinRow, Row, TrackRow } from './rows.ts'
import { placeTransition } from './transition/placedTransition.ts'

export type ThingRef =
  | { readonly kind: 'clip'; readonly itemId: ItemId }
  | { readonly kind: 'transition'; readonly transitionId: TransitionId }
  | {
      readonly kind: 'keyframe'
      readonly itemId: ItemId
      readonly property: ValuePath
      readonly keyframeId: KeyframeId
    }
  | {
      readonly kind: 'handle'
      readonly itemId: ItemId
      readonly property: ValuePath
      /** The keyframe that the curve leaves. */
      readonly keyframeId: KeyframeId
      readonly side: Bend
    }
  | { readonly kind: 'pin'; readonly itemId: ItemId; readonly pinId: PinId }

export interface Thing {
  readonly ref: ThingRef
  /** Timeline frames `[start, end)`; a keyframe or pin has one, and it may lie between two. */
  readonly start: number
  readonly end: number
}

/** What tells things apart: in the session, and on the parts of the page that stand for them. */
export function keyOf(ref: ThingRef): string {
  switch (ref.kind) {
    case 'clip':
      return ref.itemId
    case 'transition':
      return ref.transitionId
    case 'keyframe':
      return `${ref.itemId}/${ref.property}/${ref.keyframeId}`
    case 'handle':
      return `${ref.itemId}/${ref.property}/${ref.keyframeId}/${ref.side}`
    case 'pin':
      return `${ref.itemId}/pins/${ref.pinId}`
  }
}

export function thingsOf(project: Project, rate: Rational, row: Row): readonly Thing[] {
  if (row.kind === 'track') return onTrack(project, row)
  return row.kind === 'pins' ? pinsIn(project, rate, row) : inLane(project, row)
}

function onTrack(project: Project, { track }: TrackRow): Thing[] {
  const clips = placedClips(project, track).map(
    ({ item, start, end }): Thing => ({ ref: { kind: 'clip', itemId: item.id }, start, end }),
  )
  const transitions = transitionsOf(project, track.id).flatMap((transition): Thing[] => {
    const place = placeTransition(project, transition)
    const ref = { kind: 'transition', transitionId: transition.id } as const
    return place ? [{ ref, start: place.start, end: place.end }] : []
  })
  if (transitions.length === 0) return clips
  return [...clips, ...transitions].sort((a, b) => a.start - b.start)
}

function inLane(project: Project, { itemId, property, isCurve }: LaneRow): Thing[] {
  const { start } = placeClip(project, itemId)
  const { keyframes } = laneValue(clipOf(project, itemId), property)
  return keyframes.flatMap((from, order): Thing[] => {
    const own = { itemId, property, keyframeId: from.id }
    const at = (ref: ThingRef, frame: number): Thing => ({
      ...{ ref, start: start + frame, end: start + frame },
    })
    const key = at({ kind: 'keyframe', ...own }, from.frame)
    const to = keyframes[order + 1]
    if (!isCurve || !to || !isBent(property, from.easing.kind)) return [key]
    const { x1, x2 } = handlesOf(from.easing)
    const length = to.frame - from.frame
    return [
      key,
      at({ kind: 'handle', ...own, side: 'out' }, from.frame + x1 * length),
      at({ kind: 'handle', ...own, side: 'in' }, from.frame + x2 * length),
    ]
  })
}

/** Whether the way to the next keyframe has handles: a speed bends in one way only, and what is held does not. */
export const isBent = (property: ValuePath, easing: 'hold' | 'linear' | 'bezier'): boolean =>
  property !== 'speed' && easing !== 'hold'

function pinsIn(project: Project, rate: Rational, { itemId }: PinRow): Thing[] {
  const { item, start } = placeClip(project, itemId)
  return pinsOnClip(project, item, rate).map(({ id, frame }) => ({
    ref: { kind: 'pin', itemId, pinId: id },
    start: start + frame,
    end: start + frame,
  }))
}

export interface PinPlace {
  readonly id: PinId
  readonly index: number
  /** Of the clip, between two where the rates differ; outside where it shows another part of the shot. */
  readonly frame: number
}

/** A shot's pins where they lie on a clip of it; none on a frozen one, which has no place for them. */
export function pinsOnClip(project: Project, clip: Clip, rate: Rational): PinPlace[] {
  if (clip.source.kind !== 'shot') return []
  return pinsOf(project, clip.source.shotId).flatMap(({ id, index }) => {
    const frame = clipFrameOfIndex(clip, index, rate)
    return frame === null ? [] : [{ id, index, frame }]
  })
}

/** The thing that shows at `frame`, else the nearest; null where there is none. */
export function nearest(things: readonly Thing[], frame: number): Thing | null {
  const distance = ({ start, end }: Thing): number =>
    frame < start ? start - frame : frame >= end ? frame - end + Number(end > start) : 0
  return things.reduce<Thing | null>(
    (best, thing) => (!best || distance(thing) < distance(best) ? thing : best),
    null,
  )
}
