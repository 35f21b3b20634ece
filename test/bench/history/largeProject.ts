/** A document as large as a finished film: 10,000 clips on 24 tracks, with a gap after each clip. */
import type { Asset } from '../../../shared/model/asset.ts'
import { type Clip, defaultPicture, defaultSound, type Item } from '../../../shared/model/clip.ts'
import type { AssetId, ItemId, TimelineId } from '../../../shared/model/ids.ts'
import { newProject } from '../../../shared/model/newProject.ts'
import { newTrack } from '../../../shared/model/newTimeline.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import type { Track } from '../../../shared/model/track.ts'
import { rational } from '../../../shared/time/rational.ts'
import { videoAsset } from '../../main/services/videoAsset.ts'

const TRACKS = 24
const CLIPS = 10_000
const ASSETS = 40

export function largeProject(): Project {
  let count = 0
  const makeId = <T extends string>() => `large.${++count}` as T
  const format = { rate: rational(24), width: 1920, height: 1080 }
  const empty = newProject('A large film', format, makeId)
  const { timelineId } = settingsOf(empty)
  const items: Item[] = []
  const tracks: Track[] = []
  for (let t = 0; t < TRACKS; t++) {
    const kind = t < TRACKS / 2 ? 'picture' : 'sound'
    const track = newTrack(kind, `${kind === 'picture' ? 'V' : 'A'}${t + 1}`, timelineId, makeId)
    const ids: ItemId[] = []
    const here = Math.floor((CLIPS * (t + 1)) / TRACKS) - Math.floor((CLIPS * t) / TRACKS)
    for (let i = 0; i < here; i++) {
      const clip = largeClip(makeId(), `clip ${t}-${i}`, i)
      const gapId = makeId<ItemId>()
      items.push(clip, { kind: 'gap', id: gapId, duration: 48 })
      ids.push(clip.id, gapId)
    }
    tracks.push({ ...track, items: ids })
  }
  const timeline = empty.timelines.get(timelineId as TimelineId)
  if (!timeline) throw new Error('A new project has a timeline')
  return {
    ...empty,
    timelines: Records.of([{ ...timeline, tracks: tracks.map(({ id }) => id) }]),
    tracks: Records.of(tracks),
    items: Records.of(items),
    assets: Records.of(Array.from({ length: ASSETS }, (_, i) => longFootage(i))),
  }
}

/** An hour of it, so that every trim has media. */
function longFootage(i: number): Asset {
  const asset = videoAsset(`asset-${i}` as AssetId, `key-${i}`)
  const duration = rational(3600)
  const video = asset.info.video.map((stream) => ({ ...stream, frameCount: 86_400, duration }))
  return { ...asset, info: { ...asset.info, duration, video } }
}

const largeClip = (id: ItemId, name: string, i: number): Clip => ({
  kind: 'clip',
  id,
  name,
  source: { kind: 'asset', assetId: `asset-${i % ASSETS}` as AssetId },
  sourceStart: rational(i, 24),
  duration: 96,
  speed: rational(1),
  enabled: true,
  picture: defaultPicture(),
  sound: defaultSound(),
})
