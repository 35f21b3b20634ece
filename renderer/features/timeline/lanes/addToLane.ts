/** Adds a keyframe or a pin at the playhead, in the focused lane or in the selected clip's first one. */
import { valueAt } from '../../../../shared/model/animate.ts'
import type { ValuePath } from '../../../../shared/model/animatedPath.ts'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { PinId } from '../../../../shared/model/ids.ts'
import { type PlacedItem, placeClip } from '../../../../shared/model/select.ts'
import type { PictureRef } from '../../../../shared/model/shot.ts'
import { footageIn } from '../../../../shared/render/footageIn.ts'
import { clipAt, pictureAt } from '../../../../shared/render/pictureAt.ts'
import { ZERO } from '../../../../shared/time/rational.ts'
import { dispatchAll } from '../../../store/dispatchAll.ts'
import { activeTimeline, dispatch, useDocument } from '../../../store/document.ts'
import { playhead } from '../../../store/playhead.ts'
import { type FocusedLane, selectPins, useSession } from '../../../store/session.ts'
import { addedKey } from './laneCommands.ts'
import { hasValue, laneValue } from './laneValues.ts'
import { indexOfClipFrame } from './pinTime.ts'
import { openLane } from './showLane.ts'

/** Where Ctrl+Alt+K goes: the focused lane of a clip that still exists, else the scale of the one selected clip. */
function laneInUse(): FocusedLane | null {
  const { project } = useDocument.getState()
  const { focusedLane, clips } = useSession.getState()
  if (!project) return null
  const lane = focusedLane?.lane
  const focused = focusedLane && project.items.get(focusedLane.itemId)
  if (focusedLane && focused?.kind === 'clip' && lane !== undefined) {
    if (lane === 'pins' || hasValue(focused, lane)) return focusedLane
  }
  const [itemId] = clips
  if (itemId === undefined || project.items.get(itemId)?.kind !== 'clip') return null
  const { track } = placeClip(project, itemId)
  return { itemId, lane: track.kind === 'sound' ? 'volume' : 'scale' }
}

/** True when something was added. */
export function addToLane(lane: FocusedLane | null = laneInUse()): boolean {
  const { project } = useDocument.getState()
  if (!project || !lane) return false
  const placed = placeClip(project, lane.itemId)
  const { frame } = playhead.getState()
  if (frame < placed.start || frame >= placed.end) return false
  return lane.lane === 'pins'
    ? addPinAt(placed, frame - placed.start)
    : addKeyframeAt(placed.item, lane.lane, frame - placed.start)
}

/** Keeps the value that is there: adding a keyframe changes no picture. */
export function addKeyframeAt(clip: Clip, property: ValuePath, frame: number): boolean {
  const value = property === 'speed' ? undefined : valueAt(laneValue(clip, property), frame)
  const added = dispatchAll(undefined, [addedKey({ itemId: clip.id, property, frame, value })])
  if (added) openLane({ itemId: clip.id, lane: property })
  return added
}

/** `clipFrame` counts from the clip's in-point. The picture is the library's selection, else what is seen there. */
export function addPinAt(placed: PlacedItem<Clip>, clipFrame: number): boolean {
  const { project } = useDocument.getState()
  const { source } = placed.item
  if (!project || source.kind !== 'shot') return false
  const timeline = activeTimeline(project)
  const shot = project.shots.get(source.shotId)
  const picture = chosenPicture() ?? pictureSeen(placed, placed.start + clipFrame)
  if (!shot || !picture) return false
  const index = indexOfClipFrame(placed.item, clipFrame, timeline.rate, shot)
  const id = crypto.randomUUID() as PinId
  if (!dispatch('pin.add', { pin: { id, shotId: shot.id, index, picture } })) return false
  openLane({ itemId: placed.item.id, lane: 'pins' })
  selectPins([id])
  return true
}

const hasPicture = (asset: Asset | undefined): asset is Asset => (asset?.info.video.length ?? 0) > 0

function chosenPicture(): PictureRef | null {
  const { project } = useDocument.getState()
  const [assetId] = useSession.getState().assets
  const asset = project?.assets.get(assetId ?? '')
  return hasPicture(asset) ? { assetId: asset.id, time: ZERO } : null
}

/** The topmost picture of the library at a frame, the shot's own slate aside; its source footage counts. */
function pictureSeen(placed: PlacedItem<Clip>, frame: number): PictureRef | null {
  const { project } = useDocument.getState()
  if (!project) return null
  const timeline = activeTimeline(project)
  const top = footageIn(pictureAt(project, timeline, frame))
    .filter(({ asset }) => project.assets.get(asset.id))
    .at(-1)
  return top ? { assetId: top.asset.id, time: top.time } : neighbour(placed)
}

/** The last picture of the clip before it on its track: what an image-to-video shot most often starts from. */
function neighbour({ track, order }: PlacedItem<Clip>): PictureRef | null {
  const { project } = useDocument.getState()
  const id = track.items[order - 1]
  const before = id === undefined ? undefined : project?.items.get(id)
  if (!project || before?.kind !== 'clip') return null
  const timeline = activeTimeline(project)
  const node = clipAt(project, timeline, before, before.duration - 1)
  if (node.kind !== 'layer') return null
  const { content } = node
  if (content.kind !== 'media' || !project.assets.get(content.asset.id)) return null
  return { assetId: content.asset.id, time: content.time }
}
