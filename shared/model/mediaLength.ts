/** How much media there is behind a clip. */
import { secondsAt } from '../time/frames.ts'
import type { Rational } from '../time/rational.ts'
import type { Clip } from './clip.ts'
import { clipMedia } from './clipMedia.ts'
import type { Project } from './project.ts'
import { shotOf, timelineEnd } from './select.ts'
import { shotLength } from './shotLength.ts'

/**
 * Exact seconds from media time 0; null for stills and generators, which last as long as they are asked to, and for
 * missing media of which nobody knows how long it is.
 */
export function mediaLength(project: Project, clip: Pick<Clip, 'source'>): Rational | null {
  if (clip.source.kind === 'shot') return shotLength(shotOf(project, clip.source.shotId))
  const media = clipMedia(project, clip)
  switch (media.kind) {
    case 'asset':
    case 'missing': {
      const { kind, duration } = media.asset.info
      const isUnknown = media.kind === 'missing' && duration.num === 0
      return kind === 'still' || isUnknown ? null : duration
    }
    case 'timeline':
      return secondsAt(timelineEnd(project, media.timeline), media.timeline.rate)
    default:
      return null
  }
}
