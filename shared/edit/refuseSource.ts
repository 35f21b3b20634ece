/** What can lie where: pictures on picture tracks, captions on subtitle tracks, no timeline inside itself. */
import type { ClipSource } from '../model/clip.ts'
import { clipMedia } from '../model/clipMedia.ts'
import type { TimelineId } from '../model/ids.ts'
import { contains } from '../model/nesting.ts'
import type { Project } from '../model/project.ts'
import { timelineOf } from '../model/select.ts'
import type { TrackKind } from '../model/track.ts'
import { say } from '../words/say.ts'
import { refuse } from './refuse.ts'

/** Whether a clip on `source` has something to show or to play on such a track. */
export function hasKind(project: Project, source: ClipSource, kind: TrackKind): boolean {
  const media = clipMedia(project, { source })
  if (media.kind === 'caption' || kind === 'subtitle') {
    return media.kind === 'caption' && kind === 'subtitle'
  }
  switch (media.kind) {
    case 'asset':
    case 'missing': {
      const { video, audio } = media.asset.info
      // Of media known only by name nobody knows what is in it.
      const isUnknown = media.kind === 'missing' && video.length + audio.length === 0
      return isUnknown || (kind === 'sound' ? audio : video).length > 0
    }
    case 'timeline':
      return true
    default:
      return kind === 'picture'
  }
}

/** @throws EditRefused where something made, or a nested timeline, cannot lie on such a track of `timelineId`. */
export function refuseSource(
  project: Project,
  timelineId: TimelineId,
  source: ClipSource,
  kind: TrackKind,
): void {
  const isMedia = source.kind === 'asset' || source.kind === 'shot'
  if (isMedia ? kind === 'subtitle' : !hasKind(project, source, kind)) {
    if (isMedia || kind === 'subtitle') refuse('source:captionsOnly')
    const what = say(`source:${source.kind}`)
    refuse(kind === 'picture' ? 'source:notOnPicture' : 'source:notOnSound', { what })
  }
  if (source.kind !== 'timeline' || !contains(project, source.timelineId, timelineId)) return
  const outer = timelineOf(project, timelineId).name
  if (source.timelineId === timelineId) refuse('source:inItself', { timeline: outer })
  refuse('source:circle', { inner: timelineOf(project, source.timelineId).name, outer })
}
