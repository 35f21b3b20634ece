/** Three-point editing from the library: the marked part of an asset goes to the playhead, or behind everything. */
import type { PayloadOf } from '../../shared/commands/registry.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { TrackId } from '../../shared/model/ids.ts'
import { tracksOf } from '../../shared/model/select.ts'
import { type Frame, frameAt } from '../../shared/time/frames.ts'
import { type Rational, rational, subtract, ZERO } from '../../shared/time/rational.ts'
import { activeTimeline, dispatch, useDocument } from './document.ts'

export type PlaceMode = PayloadOf<'clips.place'>['mode']
export type PlacedMedia = PayloadOf<'clips.place'>['media'][number]

/** How long a still lies on the timeline where nothing else is said. */
export const STILL_SECONDS: Rational = rational(5)

/** The marked part of an asset, or all of it, as one piece to place. A part of a frame at the end is left out, since no picture fills it. */
export function mediaToPlace(asset: Asset, rate: Rational): PlacedMedia {
  const start = asset.marks?.in ?? ZERO
  const end =
    asset.marks?.out ?? (asset.info.kind === 'still' ? STILL_SECONDS : asset.info.duration)
  return {
    source: { kind: 'asset', assetId: asset.id },
    name: asset.name,
    sourceStart: start,
    duration: Math.max(1, frameAt(subtract(end, start), rate, 'floor')),
    picture: asset.info.video.length > 0,
    sound: asset.info.audio.length > 0,
  }
}

export interface Place {
  readonly mode: PlaceMode
  readonly frame: Frame
  readonly trackId?: TrackId | undefined
}

/** The command for placing media with one track chosen; the other kind goes to the track of the same count: V2 with A2. */
export function placement(
  media: readonly PlacedMedia[],
  { mode, frame, trackId }: Place,
): PayloadOf<'clips.place'> | null {
  const { project } = useDocument.getState()
  if (!project) return null
  const timeline = activeTimeline(project)
  const tracks = tracksOf(project, timeline)
  const chosen = tracks.find(({ id }) => id === trackId)
  const count = chosen ? tracks.filter(({ kind }) => kind === chosen.kind).indexOf(chosen) : 0
  const track = (kind: 'picture' | 'sound') => {
    const same = tracks.filter((candidate) => candidate.kind === kind)
    const [first] = same.filter(({ locked }) => !locked)
    const wanted = same[count]
    return wanted && !wanted.locked ? wanted : first
  }
  const pictureTrack = media.some(({ picture }) => picture) ? track('picture') : undefined
  const soundTrack = media.some(({ sound }) => sound) ? track('sound') : undefined
  return {
    timelineId: timeline.id,
    mode,
    frame,
    ...(pictureTrack && { pictureTrackId: pictureTrack.id }),
    ...(soundTrack && { soundTrackId: soundTrack.id }),
    media: [...media],
  }
}

/** Places media; answers the frame behind them, or null when it was refused. */
export function placeMedia(media: readonly PlacedMedia[], where: Place): Frame | null {
  const payload = placement(media, where)
  if (!payload || !dispatch('clips.place', payload)) return null
  return where.frame + media.reduce((sum, { duration }) => sum + duration, 0)
}
