/** Keyframes in the hand: along time, and with Ctrl held also up and down in value. */

import type { Property } from '../../../../shared/model/clip.ts'
import { clipOf, placeClip } from '../../../../shared/model/select.ts'
import { say } from '../../../../shared/words/say.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import { type SessionState, useSession } from '../../../store/session.ts'
import type { PointerAt } from '../../../ui/pointer.ts'
import { animatedOf } from '../lanes/animatedOf.ts'
import { clampValue, formatValue, valuePerPixel, valueRange } from '../lanes/laneGeometry.ts'
import type { LaneDrag, LaneThings } from './lanes.ts'
import type { Start } from './start.ts'

export type KeyframeRef = SessionState['keyframes'][number]

const sameKeyframe = (a: KeyframeRef, b: KeyframeRef): boolean =>
  a.itemId === b.itemId && a.property === b.property && a.keyframeId === b.keyframeId

/** The selection after a press on `grabbed`: with Ctrl or Shift it joins or leaves, alone it replaces. */
export function pressKeyframe(grabbed: KeyframeRef, at: PointerAt): void {
  const { keyframes } = useSession.getState()
  const isIn = keyframes.some((other) => sameKeyframe(other, grabbed))
  if (isIn && !at.ctrl && !at.shift) return
  const rest = keyframes.filter((other) => !sameKeyframe(other, grabbed))
  const joins = at.ctrl || at.shift
  useSession.setState({
    keyframes: isIn ? rest : joins ? [...rest, grabbed] : [grabbed],
    pins: [],
    focusedLane: { itemId: grabbed.itemId, lane: grabbed.property },
  })
}

export function keyframesInHand(
  grabbed: KeyframeRef,
  laneHeight: number,
  from: PointerAt,
): LaneThings {
  const { keyframes } = useSession.getState()
  const chosen = keyframes.some((other) => sameKeyframe(other, grabbed)) ? keyframes : [grabbed]
  const pressedY = from.y

  function drag(start: Start, at: PointerAt): LaneDrag {
    const all = chosen.map((ref) => {
      const clip = clipOf(start.project, ref.itemId)
      const animated = animatedOf(clip, ref.property)
      const keyframe = animated.keyframes.find(({ id }) => id === ref.keyframeId)
      const range = valueRange(animated)
      return { ref, clip, keyframe, range, from: placeClip(start.project, ref.itemId).start }
    })
    const alive = all.flatMap((one) => (one.keyframe ? [{ ...one, keyframe: one.keyframe }] : []))
    const edges = alive.map(({ keyframe, from: clipStart }) => clipStart + keyframe.frame)
    const snapped = start.snapped(edges, start.travelled(at), at)
    // Nothing leaves its clip: a keyframe outside would work unseen.
    const earliest = Math.max(...alive.map(({ keyframe }) => Math.min(0, -keyframe.frame)))
    const latest = Math.min(
      ...alive.map(({ keyframe, clip }) => Math.max(0, clip.duration - 1 - keyframe.frame)),
    )
    const delta = Math.min(latest, Math.max(earliest, snapped.delta))
    const rise = at.ctrl ? pressedY - at.y : 0
    const moves = alive.map(({ ref, keyframe, range }) => ({
      ref,
      keyframeId: keyframe.id,
      frame: keyframe.frame + delta,
      value: clampValue(ref.property, keyframe.value + rise * valuePerPixel(range, laneHeight)),
    }))
    const own = moves.find(({ keyframeId }) => keyframeId === grabbed.keyframeId)
    const value = own && at.ctrl ? ` · ${formatValue(grabbed.property, own.value)}` : ''
    const itemIds = [...new Set(moves.map(({ ref }) => ref.itemId))]
    const commands = itemIds.map((itemId) =>
      newCommand('keyframes.move', {
        itemId,
        moves: moves
          .filter(({ ref }) => ref.itemId === itemId)
          .map(({ ref, keyframeId, frame, value: to }) => ({
            property: ref.property as Property,
            keyframeId,
            frame,
            ...(at.ctrl && { value: to }),
          })),
      }),
    )
    return {
      commands: delta === 0 && rise === 0 ? [] : commands,
      text: `${start.describe(delta)}${value}`,
      guide: delta === snapped.delta ? snapped.guide : null,
      held: Object.fromEntries(moves.map(({ keyframeId, frame }) => [keyframeId, frame])),
    }
  }

  return {
    label: say('label:batchMoveKeyframes'),
    ids: chosen.map(({ keyframeId }) => keyframeId),
    drag,
    click(at) {
      if (!at.ctrl && !at.shift) useSession.setState({ keyframes: [grabbed], pins: [] })
    },
  }
}
