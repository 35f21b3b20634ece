/** What a shot's clip says about its state, in one word. Pure. */
import type { Job } from '../../../shared/jobs/job.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import type { Take } from '../../../shared/model/take.ts'

export type ShotBadge =
  | 'draft'
  | 'queued'
  | 'generating'
  | 'failed'
  | 'candidate'
  | 'stale'
  | 'inTheCut'

export interface ShotState {
  readonly shot: Shot
  /** In order of arrival. */
  readonly takes: readonly Take[]
  /** In order of making. */
  readonly jobs: readonly Job[]
  /** The shot would now ask for something else than the take in the cut was made from. */
  readonly isStale: boolean
}

/** Work under way first, then what waits to be judged, then how the take in the cut stands. */
export function shotBadge({ shot, takes, jobs, isStale }: ShotState): ShotBadge {
  const own = jobs.filter(
    ({ kind, subject }) => (kind === 'generate' || kind === 'join') && subject.shotId === shot.id,
  )
  if (own.some(({ state }) => state.status === 'running')) return 'generating'
  if (own.some(({ state }) => state.status === 'queued')) return 'queued'
  const inCut = takes.find(({ id }) => id === shot.takeId)
  const newest = takes.at(-1)
  if (newest && (shot.takeId === undefined || (inCut && newest.number > inCut.number))) {
    return 'candidate'
  }
  if (shot.takeId !== undefined) return isStale ? 'stale' : 'inTheCut'
  return own.at(-1)?.state.status === 'failed' ? 'failed' : 'draft'
}
