/** The one description of the sound: which span of which asset is heard when. Players and exports both read it. */
import type { Asset } from '../model/asset.ts'
import type { Clip } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { Project } from '../model/project.ts'
import { placedClips, tracksOf } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import type { Rational } from '../time/rational.ts'

export interface SoundSpan {
  readonly clip: Clip
  readonly asset: Asset
  /** Exact seconds of the asset at which the clip's media time 0 lies. */
  readonly offset: Rational
  /** `[start, end)` in the timeline's frames. Media time follows from the clip through the time map. */
  readonly start: number
  readonly end: number
}

/** Spans on tracks that are heard: not muted, and solo where any sound track is. */
export function soundOf(project: Project, timeline: Timeline): SoundSpan[] {
  const tracks = tracksOf(project, timeline).filter((track) => track.kind === 'sound')
  const anySolo = tracks.some((track) => track.solo)
  return tracks
    .filter((track) => !track.muted && (!anySolo || track.solo))
    .flatMap((track) => placedClips(project, track))
    .flatMap(({ item, start, end }) => {
      const media = clipMedia(project, item)
      if (!item.enabled || media.kind !== 'asset' || media.asset.info.audio.length === 0) return []
      return [{ clip: item, asset: media.asset, offset: media.offset, start, end }]
    })
}
