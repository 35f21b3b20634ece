/** In and out, of the source monitor while it is open, else of the timeline. */

import { sourcePlayer } from '../../../playback/players.ts'
import {
  clearSourceIn,
  clearSourceMarks,
  clearSourceOut,
  markSourceIn,
  markSourceOut,
  sourceMarks,
} from '../../../playback/sourceMarks.ts'
import { goTo } from '../../../playback/transport.ts'
import { dispatch } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import { clipUnder, openHere, playheadFrame, selectedClips } from './here.ts'

const isSource = (): boolean => useSession.getState().source !== null

function setRange(inFrame: number | null, outFrame: number | null): void {
  const here = openHere()
  if (here) dispatch('timeline.setRange', { timelineId: here.timeline.id, inFrame, outFrame })
}

/** An out-point before the new in-point goes away. */
export function markIn(): void {
  if (isSource()) {
    markSourceIn()
    return
  }
  const out = openHere()?.timeline.outFrame
  setRange(playheadFrame(), out !== undefined && out > playheadFrame() ? out : null)
}

/** The frame under the playhead is the last one inside. */
export function markOut(): void {
  if (isSource()) {
    markSourceOut()
    return
  }
  const start = openHere()?.timeline.inFrame
  const out = playheadFrame() + 1
  setRange(start !== undefined && start < out ? start : null, out)
}

export function clearRange(): void {
  if (isSource()) {
    clearSourceMarks()
    return
  }
  setRange(null, null)
}

export function clearIn(): void {
  if (isSource()) {
    clearSourceIn()
    return
  }
  setRange(null, openHere()?.timeline.outFrame ?? null)
}

export function clearOut(): void {
  if (isSource()) {
    clearSourceOut()
    return
  }
  setRange(openHere()?.timeline.inFrame ?? null, null)
}

/** X: from the start to the end of the selection, or of the clip under the playhead. */
export function markClip(): void {
  const under = clipUnder(playheadFrame())
  const chosen = selectedClips()
  const clips = chosen.length > 0 ? chosen : under ? [under] : []
  if (clips.length === 0) return
  setRange(Math.min(...clips.map(({ start }) => start)), Math.max(...clips.map(({ end }) => end)))
}

export function goToIn(): void {
  if (isSource()) {
    sourcePlayer.seek(sourceMarks().in ?? 0)
    return
  }
  const frame = openHere()?.timeline.inFrame
  if (frame !== undefined) goTo(frame)
}

/** The last frame inside. */
export function goToOut(): void {
  if (isSource()) {
    const { out } = sourceMarks()
    if (out !== null) sourcePlayer.seek(out - 1)
    return
  }
  const frame = openHere()?.timeline.outFrame
  if (frame !== undefined) goTo(frame - 1)
}
