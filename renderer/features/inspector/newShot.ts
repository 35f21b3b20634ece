/** Making shots from nothing, from pictures and from footage in the cut. */
import type { Output } from '../../../shared/ipc/contract.ts'
import { clipMedia } from '../../../shared/model/clipMedia.ts'
import type { PinId, ShotId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { clipOf, placeClip, tracksOf } from '../../../shared/model/select.ts'
import type { PictureRef, Pin, Shot, ShotMode } from '../../../shared/model/shot.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import type { Track } from '../../../shared/model/track.ts'
import { footageIn } from '../../../shared/render/footageIn.ts'
import { pictureAt } from '../../../shared/render/pictureAt.ts'
import { frameAt } from '../../../shared/time/frames.ts'
import { rational } from '../../../shared/time/rational.ts'
import { say } from '../../../shared/words/say.ts'
import { i18n } from '../../i18n/i18n.ts'
import { dispatchAll, newCommand } from '../../store/dispatchAll.ts'
import { activeTimeline, committedProject, dispatch } from '../../store/document.ts'
import { playhead } from '../../store/playhead.ts'
import { selectClips, useSession } from '../../store/session.ts'

const newId = <T extends string>(): T => crypto.randomUUID() as string as T

export function blankShot(project: Project, mode: ShotMode): Shot {
  const number = project.shots.size + 1
  return {
    id: newId<ShotId>(),
    name: i18n.t(`shot.newName.${mode}`, { number }),
    mode,
    prompt: '',
    length: 5,
    resolution: '720p',
    aspect: '16:9',
    loop: false,
    hdr: false,
    exrExport: false,
  }
}

/** The picture on screen at a timeline frame: the topmost footage there, or null where there is none. */
export function pictureUnder(
  project: Project,
  timeline: Timeline,
  frame: number,
): PictureRef | null {
  const top = footageIn(pictureAt(project, timeline, frame)).at(-1)
  if (!top) return null
  const { asset, time } = top
  return project.assets.get(asset.id) ? { assetId: asset.id, time } : null
}

const pin = (shot: Shot, index: number, picture: PictureRef): Pin => ({
  id: newId<PinId>(),
  shotId: shot.id,
  index,
  picture,
})

/** First and last: the library's selection, else the pictures on screen where the shot will begin and end. */
function firstAndLast(project: Project, shot: Shot): Pin[] {
  const timeline = activeTimeline(project)
  const { frame } = playhead.getState()
  const last = shot.length * 24
  const chosen = useSession.getState().assets.flatMap((id) => project.assets.get(id) ?? [])
  const [a, b] =
    chosen.length > 0
      ? chosen.map((asset) => ({ assetId: asset.id, time: rational(0) }))
      : [
          pictureUnder(project, timeline, Math.max(0, frame - 1)),
          pictureUnder(project, timeline, frame),
        ]
  return [...(a ? [pin(shot, 0, a)] : []), ...(b ? [pin(shot, last, b)] : [])]
}

/** The lowest picture track that can be edited. */
const targetTrack = (project: Project, timeline: Timeline): Track | undefined =>
  tracksOf(project, timeline).find((track) => track.kind === 'picture' && !track.locked)

/** Puts a new shot on the timeline at the playhead, pushing later clips along so that nothing is covered. */
export function newShot(mode: 'text' | 'pins'): void {
  const project = committedProject()
  const timeline = activeTimeline(project)
  const track = targetTrack(project, timeline)
  const shot = blankShot(project, mode)
  const { frame } = playhead.getState()
  const placed = dispatch('shot.create', {
    shot,
    pins: mode === 'pins' ? firstAndLast(project, shot) : [],
    ...(track && {
      place: {
        timelineId: timeline.id,
        pictureTrackId: track.id,
        frame,
        mode: 'insert' as const,
        duration: frameAt(rational(shot.length), timeline.rate, 'nearest'),
      },
    }),
  })
  if (placed) selectClipOf(shot.id)
}

/** Puts a shot that was read from a document at the playhead, with what it needs, in one step. */
export function placeReadShot({ shot, pins, assets }: Output<'shot:fromRequest'>): boolean {
  const project = committedProject()
  const timeline = activeTimeline(project)
  const track = targetTrack(project, timeline)
  const length = shot.source ? shot.source.duration : rational(shot.length)
  const { frame } = playhead.getState()
  const place = track && {
    timelineId: timeline.id,
    pictureTrackId: track.id,
    frame,
    mode: 'insert' as const,
    duration: Math.max(1, frameAt(length, timeline.rate, 'nearest')),
  }
  const create = newCommand('shot.create', { shot, pins, ...(place && { place }) })
  const isPlaced = dispatchAll(say('label:request', { name: shot.name }), [
    ...(assets.length === 0 ? [] : [newCommand('assets.add', { assets })]),
    create,
  ])
  if (isPlaced) selectClipOf(shot.id)
  return isPlaced
}

/** Makes the selected picture clip a window on a new shot of its own footage. */
export function shotFromSelection(mode: 'transform' | 'reframe'): void {
  const project = committedProject()
  const [clip] = selectedFootage(project)
  if (!clip) return
  const made = blankShot(project, mode)
  // Reframing to the shape it has already would change nothing, so a new frame starts upright.
  const shot: Shot = mode === 'reframe' ? { ...made, aspect: '9:16' } : made
  if (dispatch('shot.fromClip', { itemId: clip.id, shot, pins: [] })) selectClipOf(shot.id)
}

/** Selected picture clips that show footage. */
export function selectedFootage(project: Project) {
  return useSession
    .getState()
    .clips.filter((id) => project.items.get(id)?.kind === 'clip')
    .map((id) => clipOf(project, id))
    .filter(
      (clip) =>
        clip.source.kind === 'asset' &&
        placeClip(project, clip.id).track.kind === 'picture' &&
        clipMedia(project, clip).kind === 'asset',
    )
}

export function selectClipOf(shotId: ShotId): void {
  const clip = committedProject()
    .items.values()
    .find(
      (item) =>
        item.kind === 'clip' && item.source.kind === 'shot' && item.source.shotId === shotId,
    )
  if (!clip) return
  selectClips([clip.id])
  useSession.setState({ inspectorTab: 'content' })
  const mode = committedProject().shots.get(shotId)?.mode
  if (mode !== 'pins' && mode !== 'transform') return
  // Its pins are what one looks for next.
  useSession.setState(({ openLanes }) => ({
    openLanes: [...openLanes, clip.id],
    focusedLane: { itemId: clip.id, lane: 'pins' },
  }))
}
