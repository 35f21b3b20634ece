/** Puts a whole asset on the timeline at the playhead, or after everything that is there. */
import type { Asset } from '../../../shared/model/asset.ts'
import { tracksOf } from '../../../shared/model/select.ts'
import { frameAt } from '../../../shared/time/frames.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { activeTimeline, committedProject, dispatch } from '../../store/document.ts'
import { playhead } from '../../store/playhead.ts'

export type PlaceMode = 'insert' | 'overwrite' | 'append'

/** How long a still stands when it is first placed. */
const STILL_SECONDS = rational(5)

export function placeAsset(asset: Asset, mode: PlaceMode): void {
  const project = committedProject()
  const timeline = activeTimeline(project)
  const free = tracksOf(project, timeline).filter((track) => !track.locked)
  const pictureTrackId = free.find((track) => track.kind === 'picture')?.id
  const soundTrackId = free.find((track) => track.kind === 'sound')?.id
  const length = asset.info.kind === 'still' ? STILL_SECONDS : asset.info.duration
  dispatch('clips.place', {
    timelineId: timeline.id,
    mode,
    frame: playhead.getState().frame,
    ...(pictureTrackId && { pictureTrackId }),
    ...(soundTrackId && { soundTrackId }),
    media: [
      {
        source: { kind: 'asset', assetId: asset.id },
        name: asset.name,
        sourceStart: ZERO,
        duration: Math.max(1, frameAt(length, timeline.rate)),
        picture: asset.info.video.length > 0,
        sound: asset.info.audio.length > 0,
      },
    ],
  })
}
