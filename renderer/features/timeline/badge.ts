/** What a shot's clip says about its state, in one word. Pure. */
import type { Job } from '../../../shared/jobs/job.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import type { Take } from '../../../shared/model/take.ts'

export type ShotBadge = 'draft' | 'queued' | 'generating' | 'failed' | 'candidate' | 'inTheCut'

/** `jobs` in order of making; `takes` in order of arrival. A take behind the one in the cut waits to be judged. */
export function shotBadge(shot: Shot, takes: readonly Take[], jobs: readonly Job[]): ShotBadge {
  const job = jobs.findLast(
    ({ kind, subject }) => kind === 'generate' && subject.shotId === shot.id,
  )
  if (job?.state.status === 'running') return 'generating'
  if (job?.state.status === 'queued') return 'queued'
  const inCut = takes.find(({ id }) => id === shot.takeId)
  const newest = takes.at(-1)
  if (newest && (shot.takeId === undefined || (inCut && newest.number > inCut.number))) {
    return 'candidate'
  }
  if (shot.takeId !== undefined) return 'inTheCut'
  return job?.state.status === 'failed' ? 'failed' : 'draft'
}
