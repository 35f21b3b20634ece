/** What a clip shows and how its pixels run along its media. */
import type { Asset } from '../../../../shared/model/asset.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import { clipMedia } from '../../../../shared/model/clipMedia.ts'
import type { Project } from '../../../../shared/model/project.ts'
import type { Shot } from '../../../../shared/model/shot.ts'
import type { Take } from '../../../../shared/model/take.ts'
import { mediaTimeAt } from '../../../../shared/model/timeMap.ts'
import { add, type Rational, toNumber } from '../../../../shared/time/rational.ts'

export interface ShownMedia {
  readonly asset: Asset
  /** Seconds of the asset at the clip's first frame. */
  readonly mediaStart: number
  /** Media seconds per timeline frame. */
  readonly secondsPerFrame: number
}

/** The document as if `candidate` were in the cut; nothing else shows of a shot without a take and without footage. */
export function withCandidate(project: Project, shot: Shot, candidate: Take | undefined): Project {
  if (!candidate) return project
  return {
    ...project,
    takes: project.takes.with(candidate),
    shots: project.shots.with({ ...shot, takeId: candidate.id }),
  }
}

/** Null for solids and for shots with nothing to show. */
export function shownMedia(project: Project, clip: Clip, rate: Rational): ShownMedia | null {
  const media = clipMedia(project, clip)
  if (media.kind !== 'asset') return null
  return {
    asset: media.asset,
    mediaStart: toNumber(add(media.offset, mediaTimeAt(clip, 0, rate))),
    secondsPerFrame: toNumber(clip.speed) / toNumber(rate),
  }
}
