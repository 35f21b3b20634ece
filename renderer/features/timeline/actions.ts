/** What menus and keys do on the timeline. Each reads the stores and dispatches at most one command. */

import type { PayloadOf } from '../../../shared/commands/registry.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { MarkerId } from '../../../shared/model/ids.ts'
import {
  clipOf,
  isPlacedClip,
  type PlacedItem,
  placedItems,
  timelineEnd,
  tracksOf,
} from '../../../shared/model/select.ts'
import { say } from '../../../shared/words/say.ts'
import { placeSource } from '../../playback/placeSource.ts'
import { goTo } from '../../playback/transport.ts'
import { dispatchAll, newCommand } from '../../store/dispatchAll.ts'
import { dispatch } from '../../store/document.ts'
import type { PlaceMode } from '../../store/placeMedia.ts'
import { selectClips, selectNothing, useSession } from '../../store/session.ts'
import { addToLane } from './lanes/addToLane.ts'
import { removedKeys } from './lanes/laneCommands.ts'
import { openHere, playheadFrame, unlockedClips } from './verbs/here.ts'
import { fitting, framesToFit, revealing, xOf, zoomAbout } from './zoom.ts'

const inside = ({ start, end }: PlacedItem, frame: number): boolean => frame > start && frame < end

export function selectAll(): void {
  selectClips(unlockedClips().map(({ item }) => item.id))
}

/** The selected clips under the playhead, or every unlocked one where none of them is. */
export function splitAtPlayhead(): void {
  const here = openHere()
  if (!here) return
  const { clips, linked } = useSession.getState()
  const itemIds = unlockedClips()
    .filter((placed) => clips.includes(placed.item.id) && inside(placed, playheadFrame()))
    .map(({ item }) => item.id)
  dispatch('clips.split', {
    timelineId: here.timeline.id,
    frame: playheadFrame(),
    linked,
    ...(itemIds.length > 0 && { itemIds }),
  })
}

/** Removes what is selected: keyframes, else pins, transitions, clips, which leave a gap. A selected gap is closed. */
export function lift(): void {
  const { keyframes, pins, transitions, clips, linked, gap } = useSession.getState()
  if (keyframes.length > 0) {
    if (dispatchAll(say('label:batchDeleteKeyframes'), removedKeys(keyframes)))
      useSession.setState({ keyframes: [] })
  } else if (pins.length > 0) {
    if (dispatch('pins.remove', { pinIds: [...pins] })) useSession.setState({ pins: [] })
  } else if (transitions.length > 0) {
    if (dispatch('transitions.remove', { transitionIds: [...transitions] })) selectNothing()
  } else if (clips.length > 0) {
    if (dispatch('clips.lift', { itemIds: [...clips], linked })) selectClips([])
  } else if (gap) closeGap(gap)
}

/** Removes the selected clips and closes up behind them; a selected gap is closed. */
export function extract(): void {
  const { clips, linked, gap } = useSession.getState()
  if (clips.length > 0) {
    if (dispatch('clips.extract', { itemIds: [...clips], linked })) selectClips([])
  } else if (gap) closeGap(gap)
}

const closeGap = (gap: PayloadOf<'gap.close'>): void => {
  if (dispatch('gap.close', gap)) useSession.setState({ gap: null })
}

/** What Q and W trim: a selected clip under the playhead, else the topmost picture, else the first sound. */
function clipToTrim(): PlacedItem<Clip> | undefined {
  const under = unlockedClips().filter((placed) => inside(placed, playheadFrame()))
  const { clips } = useSession.getState()
  return (
    under.find(({ item }) => clips.includes(item.id)) ??
    under.findLast(({ track }) => track.kind === 'picture') ??
    under[0]
  )
}

export function trimStartToPlayhead(): void {
  const placed = clipToTrim()
  if (!placed) return
  const { linked } = useSession.getState()
  const { item, start } = placed
  const delta = playheadFrame() - start
  if (dispatch('clip.trim', { itemId: item.id, edge: 'start', delta, ripple: true, linked })) {
    goTo(start)
  }
}

export function trimEndToPlayhead(): void {
  const placed = clipToTrim()
  if (!placed) return
  const { linked } = useSession.getState()
  const { item, end } = placed
  dispatch('clip.trim', {
    itemId: item.id,
    edge: 'end',
    delta: playheadFrame() - end,
    ripple: true,
    linked,
  })
}

export function addKeyframeAtPlayhead(): void {
  addToLane()
}

/** Every start and end of an item on the open timeline, ascending. */
function edits(): number[] {
  const here = openHere()
  if (!here) return []
  const frames = tracksOf(here.project, here.timeline)
    .flatMap((track) => placedItems(here.project, track))
    .filter(isPlacedClip)
    .flatMap(({ start, end }) => [start, end])
  return [...new Set([0, ...frames])].sort((a, b) => a - b)
}

export function previousEdit(): void {
  const frame = edits().findLast((edit) => edit < playheadFrame())
  if (frame !== undefined) goTo(frame)
}

export function nextEdit(): void {
  const frame = edits().find((edit) => edit > playheadFrame())
  if (frame !== undefined) goTo(frame)
}

export function fit(): void {
  const here = openHere()
  if (!here) return
  const { project, timeline } = here
  const frames = framesToFit(timelineEnd(project, timeline), timeline.rate)
  useSession.setState(fitting(frames, useSession.getState().tracksWidth))
}

/** About the playhead, which is brought into view first. */
function zoom(factor: number): void {
  const session = useSession.getState()
  const view = revealing(session, playheadFrame(), session.tracksWidth)
  const { framesPerPixel, scrollFrame } = zoomAbout(view, factor, xOf(playheadFrame(), view))
  useSession.setState({ framesPerPixel, scrollFrame })
}

export const zoomIn = (): void => zoom(1 / 1.5)
export const zoomOut = (): void => zoom(1.5)

export function addMarker(): void {
  const here = openHere()
  if (!here) return
  const count = here.project.markers.size
  dispatch('marker.add', {
    marker: {
      id: crypto.randomUUID() as MarkerId,
      timelineId: here.timeline.id,
      frame: playheadFrame(),
      duration: 0,
      name: `M${count + 1}`,
      color: 'amber',
    },
  })
}

/** Switches the selected clips off when any of them is on, else on. */
export function toggleEnabled(): void {
  const here = openHere()
  const { clips } = useSession.getState()
  if (!here || clips.length === 0) return
  const enabled = !clips.some((id) => clipOf(here.project, id).enabled)
  dispatchAll(
    say(enabled ? 'label:batchEnableClips' : 'label:batchDisableClips'),
    clips.map((itemId) => newCommand('clip.set', { itemId, patch: { enabled } })),
  )
}

/** The source monitor's marked part, else what is selected in the library, to the playhead (or the end). */
export function placeFromSource(mode: PlaceMode): void {
  placeSource(mode)
}
