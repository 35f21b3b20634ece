/**
 * Keyframes in the hand: along time, and with Ctrl held (on a clip's own line always) also up and down in value. With
 * Alt several are spread in time or drawn together about the one farthest from the hand.
 */
import type { Clip } from '../../../../shared/model/clip.ts'
import type { Keyframe } from '../../../../shared/model/keyframe.ts'
import { clipOf, placeClip } from '../../../../shared/model/select.ts'
import { say } from '../../../../shared/words/say.ts'
import { percent } from '../../../i18n/numbers.ts'
import { selectKeyframes, useSession } from '../../../store/session.ts'
import type { PointerAt } from '../../../ui/pointer.ts'
import { clampValue, formatValue, valueForm } from '../../../ui/valueForms.ts'
import { type KeyMove, type KeyRef, movedKeys } from '../lanes/laneCommands.ts'
import { type Axis, linearAxis, valueRange } from '../lanes/laneGeometry.ts'
import { laneValue } from '../lanes/laneValues.ts'
import type { LaneDrag, LaneThings } from './lanes.ts'
import type { Start } from './start.ts'

export const sameKeyframe = (a: KeyRef, b: KeyRef): boolean =>
  a.itemId === b.itemId && a.property === b.property && a.keyframeId === b.keyframeId

/** The selection after a press on `grabbed`: with Ctrl or Shift it joins or leaves, alone it replaces. */
export function pressKeyframe(grabbed: KeyRef, at: PointerAt): void {
  const { keyframes } = useSession.getState()
  const isIn = keyframes.some((other) => sameKeyframe(other, grabbed))
  if (isIn && !at.ctrl && !at.shift) return
  const rest = keyframes.filter((other) => !sameKeyframe(other, grabbed))
  const joins = at.ctrl || at.shift
  selectKeyframes(isIn ? rest : joins ? [...rest, grabbed] : [grabbed])
  useSession.setState({ focusedLane: { itemId: grabbed.itemId, lane: grabbed.property } })
}

interface Held {
  readonly ref: KeyRef
  readonly clip: Clip
  readonly keyframe: Keyframe
  /** The clip's first frame on the timeline. */
  readonly from: number
}

export interface KeyframeHand {
  readonly grabbed: KeyRef
  /** Pixels that the lane or the clip is high. */
  readonly height: number
  readonly pressedAt: PointerAt
  /** Where values stand, in place of the lane's own axis; the hand then moves in value, too. */
  readonly axis?: Axis
}

/** Pixels up or down before a free hand means the value, so that a keyframe is moved in time alone. */
const VALUE_THRESHOLD = 4

export function keyframesInHand({ grabbed, height, pressedAt, axis }: KeyframeHand): LaneThings {
  const { keyframes } = useSession.getState()
  const chosen = keyframes.some((other) => sameKeyframe(other, grabbed)) ? keyframes : [grabbed]

  function drag(start: Start, at: PointerAt): LaneDrag {
    const held = chosen.flatMap((ref): Held[] => {
      const clip = clipOf(start.project, ref.itemId)
      const { keyframes: own } = laneValue(clip, ref.property)
      const keyframe = own.find(({ id }) => id === ref.keyframeId)
      const { start: from } = placeClip(start.project, ref.itemId)
      return keyframe ? [{ ref, clip, keyframe, from }] : []
    })
    if (at.alt && held.length > 1) return scaled(start, at, held)
    const edges = held.map(({ keyframe, from }) => from + keyframe.frame)
    const snapped = start.snapped(edges, start.travelled(at), at)
    // Nothing leaves its clip: a keyframe outside would work unseen.
    const earliest = Math.max(...held.map(({ keyframe }) => Math.min(0, -keyframe.frame)))
    const latest = Math.min(
      ...held.map(({ keyframe, clip }) => Math.max(0, clip.duration - 1 - keyframe.frame)),
    )
    const delta = Math.min(latest, Math.max(earliest, snapped.delta))
    const travelled = at.y - pressedAt.y
    const isFree = axis !== undefined && Math.abs(travelled) >= VALUE_THRESHOLD
    const moves = held.map(({ ref, clip, keyframe }): KeyMove => {
      const frame = keyframe.frame + delta
      return at.ctrl || isFree
        ? { ...ref, frame, value: raised(clip, ref, keyframe.value, travelled) }
        : { ...ref, frame }
    })
    const own = moves.find((move) => sameKeyframe(move, grabbed))
    const clip = clipOf(start.project, grabbed.itemId)
    const value =
      own?.value === undefined
        ? ''
        : ` · ${formatValue(valueForm(clip, grabbed.property), own.value)}`
    const isStill = moves.every(
      ({ frame, value }, i) =>
        frame === held[i]?.keyframe.frame &&
        (value === undefined || value === held[i]?.keyframe.value),
    )
    return {
      commands: isStill ? [] : movedKeys(moves),
      text: `${start.describe(delta)}${value}`,
      guide: delta === snapped.delta ? snapped.guide : null,
      held: Object.fromEntries(moves.map(({ keyframeId, frame }) => [keyframeId, frame])),
      ranges: rangesOf(held),
    }
  }

  function raised(clip: Clip, ref: KeyRef, value: number, travelled: number): number {
    const form = valueForm(clip, ref.property)
    const own = axis ?? linearAxis(valueRange(laneValue(clip, ref.property), form), height)
    const to = own.valueAt(own.yOf(value) + travelled)
    return clampValue(form, Number(to.toFixed(6)))
  }

  /** The grabbed one follows the hand, the farthest stays, the others keep their part of the way between. */
  function scaled(start: Start, at: PointerAt, held: readonly Held[]): LaneDrag {
    const frames = held.map(({ keyframe, from }) => from + keyframe.frame)
    const own = held.find(({ ref }) => sameKeyframe(ref, grabbed))
    const hand = own ? own.from + own.keyframe.frame : 0
    const [first, last] = [Math.min(...frames), Math.max(...frames)]
    const anchor = hand - first < last - hand ? last : first
    const { delta, guide } = start.snapped([hand], start.travelled(at), at)
    const factor = hand === anchor ? 1 : Math.max(0, (hand + delta - anchor) / (hand - anchor))
    const moves = held.map(({ ref, clip, keyframe, from }): KeyMove => {
      const frame = Math.round(anchor + (from + keyframe.frame - anchor) * factor) - from
      return { ...ref, frame: Math.min(clip.duration - 1, Math.max(0, frame)) }
    })
    return {
      commands: factor === 1 ? [] : movedKeys(moves),
      text: percent(factor),
      guide,
      held: Object.fromEntries(moves.map(({ keyframeId, frame }) => [keyframeId, frame])),
      ranges: rangesOf(held),
    }
  }

  return {
    label: say('label:batchMoveKeyframes'),
    ids: chosen.map(({ keyframeId }) => keyframeId),
    drag,
    click(at) {
      if (!at.ctrl && !at.shift) selectKeyframes([grabbed])
    },
  }
}

/** A lane keeps its scale while something in it is dragged, so that things stay under the hand. */
const rangesOf = (held: readonly Held[]): NonNullable<LaneDrag['ranges']> =>
  Object.fromEntries(
    held.map(({ ref, clip }) => [
      `${ref.itemId}/${ref.property}`,
      valueRange(laneValue(clip, ref.property), valueForm(clip, ref.property)),
    ]),
  )
