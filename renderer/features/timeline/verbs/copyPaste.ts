/** Copy, cut and paste of what is selected: keyframes, else pins, else clips. */
import type { Command, PayloadOf } from '../../../../shared/commands/registry.ts'
import type { ItemId, PinId, TrackId } from '../../../../shared/model/ids.ts'
import {
  clipOf,
  placeClip,
  placedClips,
  record,
  shotOf,
  trackOf,
  tracksOf,
} from '../../../../shared/model/select.ts'
import type { Track } from '../../../../shared/model/track.ts'
import { say } from '../../../../shared/words/say.ts'
import { i18n } from '../../../i18n/i18n.ts'
import { type Copied, useClipboard } from '../../../store/clipboard.ts'
import { dispatchAll, newCommand } from '../../../store/dispatchAll.ts'
import { committedProject, dispatch, useDocument } from '../../../store/document.ts'
import { playhead } from '../../../store/playhead.ts'
import { selectClips, useSession } from '../../../store/session.ts'
import { animatedOf } from '../lanes/animatedOf.ts'
import { indexOfClipFrame } from '../lanes/pinTime.ts'
import { openHere, playheadFrame, selectedClips } from './here.ts'

export const hasSelection = (): boolean => {
  const { clips, keyframes, pins } = useSession.getState()
  return clips.length + keyframes.length + pins.length > 0
}

export const canPaste = (): boolean => useClipboard.getState().copied !== null
export const hasCopiedClips = (): boolean => useClipboard.getState().copied?.kind === 'clips'

function whatIsSelected(): Copied | null {
  const project = committedProject()
  const { keyframes, pins } = useSession.getState()
  if (keyframes.length > 0) {
    const found = keyframes.flatMap(({ itemId, property, keyframeId }) => {
      const one = animatedOf(clipOf(project, itemId), property).keyframes.find(
        ({ id }) => id === keyframeId,
      )
      return one ? [{ property, frame: one.frame, value: one.value, easing: one.easing }] : []
    })
    const first = Math.min(...found.map(({ frame }) => frame))
    return {
      kind: 'keyframes',
      keyframes: found.map((one) => ({ ...one, frame: one.frame - first })),
    }
  }
  if (pins.length > 0) {
    const found = pins.map((id) => record(project, 'pins', id))
    const first = Math.min(...found.map(({ index }) => index))
    return {
      kind: 'pins',
      pins: found.map(({ index, picture }) => ({ index: index - first, picture })),
    }
  }
  const placed = selectedClips()
  const [earliest] = placed
  if (!earliest) return null
  return {
    kind: 'clips',
    clips: placed.map(({ item, track, start }) => ({
      clip: item,
      trackId: track.id,
      trackKind: track.kind,
      offset: start - earliest.start,
    })),
  }
}

/** True when something was taken. */
export function copy(): boolean {
  const copied = whatIsSelected()
  if (copied) useClipboard.setState({ copied })
  return copied !== null
}

/** Without a ripple: what was cut leaves its gap, as Delete does. */
export function cut(remove: () => void): void {
  if (copy()) remove()
}

export function paste(mode: 'overwrite' | 'insert'): void {
  const { copied } = useClipboard.getState()
  if (copied?.kind === 'clips') pasteClips(copied, mode)
  if (copied?.kind === 'keyframes') pasteKeyframes(copied)
  if (copied?.kind === 'pins') pastePins(copied)
}

/** The track it came from, else the first open one of its kind. */
function trackFor(tracks: readonly Track[], trackId: TrackId, kind: Track['kind']): Track | null {
  const same = tracks.find(({ id }) => id === trackId)
  return same ?? tracks.find((track) => track.kind === kind && !track.locked) ?? null
}

function pasteClips(copied: Extract<Copied, { kind: 'clips' }>, mode: 'overwrite' | 'insert') {
  const here = openHere()
  if (!here) return
  const tracks = tracksOf(here.project, here.timeline)
  const clips = copied.clips.flatMap(({ clip, trackId, trackKind, offset }) => {
    const track = trackFor(tracks, trackId, trackKind)
    return track ? [{ clip, trackId: track.id, offset }] : []
  })
  const payload: PayloadOf<'clips.paste'> = {
    timelineId: here.timeline.id,
    clips,
    frame: playheadFrame(),
    mode,
  }
  if (!dispatch('clips.paste', payload)) return
  selectClips(clips.flatMap(({ trackId, offset }) => clipAt(trackId, payload.frame + offset) ?? []))
  const end = Math.max(...clips.map(({ clip, offset }) => offset + clip.duration))
  playhead.setState({ frame: payload.frame + end })
}

/** The clip that starts at a frame of a track. */
function clipAt(trackId: TrackId, frame: number): ItemId | null {
  const project = committedProject()
  const found = placedClips(project, trackOf(project, trackId)).find(({ start }) => start === frame)
  return found?.item.id ?? null
}

/** Where keyframes and pins go: the focused lane's clip, else the selected one. */
function receivingClip(): ItemId | null {
  const { project } = useDocument.getState()
  const { focusedLane, clips } = useSession.getState()
  const id = focusedLane && project?.items.has(focusedLane.itemId) ? focusedLane.itemId : clips[0]
  return id !== undefined && project?.items.get(id)?.kind === 'clip' ? id : null
}

function pasteKeyframes({ keyframes }: Extract<Copied, { kind: 'keyframes' }>): void {
  const itemId = receivingClip()
  if (itemId === null) {
    useDocument.setState({ refusal: i18n.t('timeline.refusal.noReceiver') })
    return
  }
  const at = playheadFrame() - placeClip(committedProject(), itemId).start
  const commands: Command[] = keyframes.map(({ frame, ...rest }) =>
    newCommand('keyframe.add', { itemId, frame: at + frame, ...rest }),
  )
  dispatchAll(say('label:batchPasteKeyframes'), commands)
}

function pastePins({ pins }: Extract<Copied, { kind: 'pins' }>): void {
  const project = committedProject()
  const here = openHere()
  const itemId = receivingClip()
  const placed = itemId === null ? null : placeClip(project, itemId)
  if (!here || placed?.item.source.kind !== 'shot') {
    useDocument.setState({ refusal: i18n.t('timeline.refusal.noShot') })
    return
  }
  const shot = shotOf(project, placed.item.source.shotId)
  const frame = playheadFrame() - placed.start
  const first = indexOfClipFrame(placed.item, frame, here.timeline.rate, shot)
  const made = pins.map(({ index, picture }) => ({
    id: crypto.randomUUID() as PinId,
    shotId: shot.id,
    index: first + index,
    picture,
  }))
  const isDone = dispatchAll(
    say('label:batchPastePins'),
    made.map((pin) => newCommand('pin.add', { pin })),
  )
  if (isDone) useSession.setState({ pins: made.map(({ id }) => id), keyframes: [] })
}
