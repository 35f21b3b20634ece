/** The queue's rows as the window knows them, newest first. */
import { create } from 'zustand'
import type { Job } from '../../shared/jobs/job.ts'
import type { JobId } from '../../shared/model/ids.ts'
import { call, on } from '../bridge/keyreel.ts'

export const useJobs = create<{
  readonly jobs: readonly Job[]
  /** Whether the queue has answered: until then no job is known, which is not the same as none being there. */
  readonly isKnown: boolean
}>(() => ({ jobs: [], isKnown: false }))

const newestFirst = (a: Job, b: Job): number => b.createdAt.localeCompare(a.createdAt)

/** Starts listening; answers the function that stops. */
export function followJobs(): () => void {
  const stop = on('job:changed', ({ job }) => {
    const others = useJobs.getState().jobs.filter((known) => known.id !== job.id)
    // They come with every look closer: what others came to would be out of sight.
    const isForgotten = job.kind === 'tiles' && job.state.status === 'done'
    useJobs.setState({ jobs: isForgotten ? others : [job, ...others].sort(newestFirst) })
  })
  const load = (): void =>
    void call('jobs:list', {}).then(({ jobs }) =>
      useJobs.setState({ jobs: [...jobs].sort(newestFirst), isKnown: true }),
    )
  load()
  // Of another process's jobs nobody tells one by one.
  const stopElsewhere = on('store:changed', load)
  return () => {
    stop()
    stopElsewhere()
  }
}

export const isActive = (job: Job): boolean =>
  job.state.status === 'queued' || job.state.status === 'running'

/** @throws CallFailed where it cannot be repeated as it is. */
export const retryJob = (jobId: JobId) => call('jobs:retry', { jobId })

export const cancelJob = (jobId: JobId) => call('jobs:cancel', { jobId })
