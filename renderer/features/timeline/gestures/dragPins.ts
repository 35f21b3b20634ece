/** Pins in the hand: they land on the model's 24 fps indices, whatever the timeline's rate. */

import type { ItemId, PinId } from '../../../../shared/model/ids.ts'
import { clipOf, placeClip, record, shotOf } from '../../../../shared/model/select.ts'
import { lastPinIndex } from '../../../../shared/model/shotLength.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { say } from '../../../../shared/words/say.ts'
import { newCommand } from '../../../store/dispatchAll.ts'
import { selectPins, useSession } from '../../../store/session.ts'
import type { PointerAt } from '../../../ui/pointer.ts'
import { PIN } from '../lanes/paintLane.ts'
import { clipFrameOfIndex, placeOnGrid } from '../lanes/pinTime.ts'
import type { LaneDrag, LaneThings } from './lanes.ts'
import type { Start } from './start.ts'

export function pressPin(itemId: ItemId, pinId: PinId, at: PointerAt): void {
  const { pins } = useSession.getState()
  const isIn = pins.includes(pinId)
  const focusedLane = { itemId, lane: 'pins' } as const
  if (isIn && !at.ctrl && !at.shift) return
  const rest = pins.filter((id) => id !== pinId)
  const joins = at.ctrl || at.shift
  selectPins(isIn ? rest : joins ? [...rest, pinId] : [pinId])
  useSession.setState({ focusedLane })
}

export function pinsInHand(itemId: ItemId, grabbed: PinId): LaneThings {
  const { pins } = useSession.getState()
  const chosen = pins.includes(grabbed) ? pins : [grabbed]

  function drag(start: Start, at: PointerAt): LaneDrag {
    const { project, timeline } = start
    const clip = clipOf(project, itemId)
    const { start: clipStart } = placeClip(project, itemId)
    const pin = record(project, 'pins', grabbed)
    const shot = shotOf(project, pin.shotId)
    const from = clipFrameOfIndex(clip, pin.index, timeline.rate) ?? 0
    const snapped = start.snapped([Math.round(clipStart + from)], start.travelled(at), at)
    const wanted = placeOnGrid(clip, from + snapped.delta, timeline.rate)
    const own = chosen.map((id) => record(project, 'pins', id))
    const last = lastPinIndex(shot)
    const lowest = -Math.min(...own.map(({ index }) => index))
    const highest = last - Math.max(...own.map(({ index }) => index))
    const delta = Math.min(highest, Math.max(lowest, wanted - pin.index))
    const stop =
      wanted - pin.index < lowest ? 'shotStart' : wanted - pin.index > highest ? 'shotEnd' : null
    const moves = own.map(({ id, index }) => ({ pinId: id, index: index + delta }))
    const index = pin.index + delta
    const frame = clipFrameOfIndex(clip, index, timeline.rate) ?? 0
    const timecode = formatTimecode(Math.round(clipStart + frame), timeline.rate)
    return {
      commands: delta === 0 ? [] : [newCommand('pins.move', { moves })],
      text: `${index} / ${last} · ${timecode}`,
      ...{ guide: stop === null ? snapped.guide : null, stop },
      held: Object.fromEntries(moves.map((move) => [move.pinId, move.index])),
    }
  }

  return {
    label: say('label:batchMovePins'),
    ids: chosen,
    reach: PIN.size / 2,
    drag,
    click(at) {
      if (!at.ctrl && !at.shift) selectPins([grabbed])
    },
  }
}
