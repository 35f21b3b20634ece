/** What the program monitor shows at a frame: the cut, or takes on trial in its place. Pure. */
import type { ShotId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { tracksOf } from '../../../shared/model/select.ts'
import type { Take } from '../../../shared/model/take.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import type { Picture } from '../../../shared/render/picture.ts'
import { pictureAt } from '../../../shared/render/pictureAt.ts'
import { type SeenClip, seenAt } from '../../../shared/render/seen.ts'
import type { Comparison, Scene } from '../../playback/Scene.ts'
import { MOST_COMPARED } from '../../store/session.ts'

export interface Audition {
  readonly shotId: ShotId
  /** On trial, in order; the last one is the newest wish. */
  readonly takes: readonly Take[]
  readonly mode: Comparison
}

export interface ProgramScene
  extends Pick<Scene, 'frame' | 'size' | 'picture' | 'others' | 'comparison'> {
  /** The takes that are seen, in the order of their places; null stands for the take in the cut. Empty without a trial. */
  readonly shown: readonly (Take | null)[]
}

/** The document as if `take` had been accepted. */
export const withTake = (project: Project, shotId: ShotId, take: Take): Project => {
  const shot = project.shots.get(shotId)
  if (!shot) return project
  return {
    ...project,
    takes: project.takes.with(take),
    shots: project.shots.with({ ...shot, takeId: take.id }),
  }
}

function isUnder(project: Project, timeline: Timeline, frame: number, shotId: ShotId): boolean {
  const shows = (seen: SeenClip | null): boolean =>
    seen?.clip.source.kind === 'shot' && seen.clip.source.shotId === shotId
  return tracksOf(project, timeline)
    .flatMap((track) => seenAt(project, track, frame) ?? [])
    .some((span) => (span.kind === 'clip' ? shows(span.clip) : shows(span.from) || shows(span.to)))
}

export function programScene(
  project: Project,
  timeline: Timeline,
  frame: number,
  audition: Audition | null,
): ProgramScene {
  const size = { width: timeline.width, height: timeline.height }
  const cut = { frame, size, others: [], comparison: 'one', shown: [] } as const
  const newest = audition?.takes.at(-1)
  if (!audition || !newest || !isUnder(project, timeline, frame, audition.shotId)) {
    return { ...cut, picture: pictureAt(project, timeline, frame) }
  }
  const pictureWith = (take: Take | null): Picture =>
    pictureAt(take ? withTake(project, audition.shotId, take) : project, timeline, frame)
  if (audition.mode === 'one') return { ...cut, picture: pictureWith(newest), shown: [newest] }
  // One take alone is held against the one in the cut. Over each other only two can be compared.
  const most = audition.mode === 'side' ? MOST_COMPARED : 2
  const shown = audition.takes.length > 1 ? audition.takes.slice(-most) : [null, newest]
  const [first = null, ...others] = shown
  return {
    ...cut,
    picture: pictureWith(first),
    others: others.map(pictureWith),
    comparison: audition.mode,
    shown,
  }
}
