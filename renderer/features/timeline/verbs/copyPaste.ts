/** Copy, cut and paste of what is selected: keyframes, else pins, else clips. */
import type { Command, PayloadOf } from '../../../../shared/commands/registry.ts'
import {
  effectParam,
  effectParamOf,
  type ValuePath,
} from '../../../../shared/model/animatedPath.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { Effect, EffectKind } from '../../../../shared/model/effect.ts'
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
import { selectClips, selectPins, useSession } from '../../../store/session.ts'
import { addedKey } from '../lanes/laneCommands.ts'
import { laneValue } from '../lanes/laneValues.ts'
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
      const clip = clipOf(project, itemId)
      const one = laneValue(clip, property).keyframes.find(({ id }) => id === keyframeId)
      const effect = effectBehind(clip, property)?.kind
      return one
        ? [{ property, effect, frame: one.frame, value: one.value, easing: one.easing }]
        : []
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
  const { item, start } = placeClip(committedProject(), itemId)
  const at = playheadFrame() - start
  const commands = keyframes.flatMap(({ frame, property, effect, value, easing }): Command[] => {
    const path = effect === undefined ? property : ownParam(item, property, effect)
    return path ? [addedKey({ itemId, property: path, frame: at + frame, value, easing })] : []
  })
  if (commands.length === 0) {
    useDocument.setState({ refusal: i18n.t('timeline.refusal.noEffect', { name: item.name }) })
    return
  }
  dispatchAll(say('label:batchPasteKeyframes'), commands)
}

const effectBehind = ({ effects }: Clip, path: ValuePath): Effect | undefined => {
  const param = path === 'speed' ? null : effectParamOf(path)
  return param ? effects?.find(({ id }) => id === param.effectId) : undefined
}

/** The same parameter of the clip's own effect of that kind. */
function ownParam(clip: Clip, path: ValuePath, kind: EffectKind): ValuePath | null {
  const param = path === 'speed' ? null : effectParamOf(path)
  const own =
    clip.effects?.find(({ id }) => id === param?.effectId) ??
    clip.effects?.find((effect) => effect.kind === kind)
  return own && param ? effectParam(own.id, param.param) : null
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
  if (isDone) selectPins(made.map(({ id }) => id))
}
