/** How much media there is behind a clip. */
import type { Rational } from '../time/rational.ts'
import type { Clip } from './clip.ts'
import { clipMedia } from './clipMedia.ts'
import type { Project } from './project.ts'
import { shotLength } from './shotLength.ts'

/** Exact seconds from media time 0; null for stills and solids, which last as long as they are asked to. */
export function mediaLength(project: Project, clip: Clip): Rational | null {
  const media = clipMedia(project, clip)
  if (media.kind === 'solid') return null
  if (media.kind === 'empty') return shotLength(media.shot)
  if (media.shot) return shotLength(media.shot)
  return media.asset.info.kind === 'still' ? null : media.asset.info.duration
}
