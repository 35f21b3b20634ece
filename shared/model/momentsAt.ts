/**
 * The time map from end to end: which moments of which media a clip shows, through its speed, through shots, and through
 * timelines nested in timelines.
 */
import type { Rational } from '../time/rational.ts'
import type { Asset } from './asset.ts'
import type { Clip } from './clip.ts'
import { clipMedia } from './clipMedia.ts'
import type { Project } from './project.ts'
import { placedClips, tracksOf } from './select.ts'
import type { Shot } from './shot.ts'
import { lastPinIndex } from './shotLength.ts'
import { assetTimeAt, mediaTimeAt, nestedFrameAt, shotIndexAt } from './timeMap.ts'
import type { TrackKind } from './track.ts'

export interface Moment {
  /** The innermost clip. */
  readonly clip: Clip
  readonly asset: Asset
  /** Exact seconds of the asset. */
  readonly time: Rational
  /** Where the clip is a window on one, with the nearest index of its 24 fps grid. */
  readonly shot?: { readonly shot: Shot; readonly index: number }
}

/**
 * Bottom first; several where a nested timeline shows several clips there, none for what has no media. `clipFrame`
 * counts at `rate`, that of the timeline the clip lies on; a nested timeline is on the last of its own frames that
 * starts at or before the media time.
 */
export function momentsAt(
  project: Project,
  clip: Clip,
  clipFrame: number,
  rate: Rational,
  kind: TrackKind,
): Moment[] {
  const media = clipMedia(project, clip)
  const mediaTime = mediaTimeAt(clip, clipFrame, rate)
  if (media.kind === 'asset') {
    const { asset, shot } = media
    const time = assetTimeAt(clip, media, clipFrame, rate)
    if (!shot) return [{ clip, asset, time }]
    return [
      { clip, asset, time, shot: { shot, index: shotIndexAt(mediaTime, lastPinIndex(shot)) } },
    ]
  }
  if (media.kind !== 'timeline') return []
  const frame = nestedFrameAt(mediaTime, media.timeline.rate)
  return tracksOf(project, media.timeline)
    .filter((track) => track.kind === kind && !track.hidden && !track.muted)
    .flatMap((track) => placedClips(project, track))
    .filter(({ item, start, end }) => item.enabled && frame >= start && frame < end)
    .flatMap(({ item, start }) =>
      momentsAt(project, item, frame - start, media.timeline.rate, kind),
    )
}
