/** The playhead on keyframes: of the focused lane, else of everything that is keyed in the selected clips. */
import type { ItemId } from '../../../../shared/model/ids.ts'
import { clipOf, placeClip } from '../../../../shared/model/select.ts'
import { goTo } from '../../../playback/transport.ts'
import { useDocument } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import { hasValue, keyedValues, laneValue } from '../lanes/laneValues.ts'
import { openLane, toggleCurve, toggleLanes } from '../lanes/showLane.ts'
import { playheadFrame, recordings, selectedClips } from './here.ts'

/** Timeline frames, ascending. */
function frames(): number[] {
  const { project } = useDocument.getState()
  const { focusedLane } = useSession.getState()
  if (!project) return []
  const item = focusedLane ? project.items.get(focusedLane.itemId) : undefined
  const own = (() => {
    const lane = focusedLane?.lane
    if (item?.kind !== 'clip' || lane === undefined || lane === 'pins' || !hasValue(item, lane)) {
      return []
    }
    const { start } = placeClip(project, item.id)
    return laneValue(clipOf(project, item.id), lane).keyframes.map(({ frame }) => start + frame)
  })()
  const all =
    own.length > 0
      ? own
      : selectedClips().flatMap(({ item: clip, start }) =>
          keyedValues(clip).flatMap((path) =>
            laneValue(clip, path).keyframes.map(({ frame }) => start + frame),
          ),
        )
  return [...new Set(all)].sort((a, b) => a - b)
}

export const hasKeyedValues = (): boolean => frames().length > 0

export function previousKeyframe(): void {
  const frame = frames().findLast((one) => one < playheadFrame())
  if (frame !== undefined) goTo(frame)
}

export function nextKeyframe(): void {
  const frame = frames().find((one) => one > playheadFrame())
  if (frame !== undefined) goTo(frame)
}

/** The lane that has the focus; else of the selected clip the first keyed value's. */
function curveLane() {
  const { project } = useDocument.getState()
  const { focusedLane } = useSession.getState()
  const focused = focusedLane && project?.items.get(focusedLane.itemId)
  if (focusedLane && focused?.kind === 'clip' && focusedLane.lane !== 'pins') {
    return hasValue(focused, focusedLane.lane) ? focusedLane : null
  }
  const [first] = selectedClips()
  const [path] = first ? keyedValues(first.item) : []
  return first && path ? { itemId: first.item.id, lane: path } : null
}

export const canEditCurve = (): boolean => curveLane() !== null

export function editCurve(): void {
  const lane = curveLane()
  if (!lane) return
  openLane(lane)
  toggleCurve(`${lane.itemId}/${lane.lane}`)
}

/** Clips whose lanes are meant: the one that has the keys, else the selected ones, pictures for their sound. */
function clipsWithLanes(): ItemId[] {
  const { focusedThing } = useSession.getState()
  const selected = selectedClips()
  const withKeys = selected.find(({ item }) => item.id === focusedThing)
  return (withKeys ? [withKeys] : recordings(selected)).map(({ item }) => item.id)
}

export const hasLanes = (): boolean => clipsWithLanes().length > 0

/** All open, or all closed where they are. */
export function toggleChosenLanes(): void {
  const { openLanes } = useSession.getState()
  const meant = clipsWithLanes()
  const closed = meant.filter((id) => !openLanes.includes(id))
  for (const id of closed.length > 0 ? closed : meant) toggleLanes(id)
}
