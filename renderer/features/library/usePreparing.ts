import { isActive, useJobs } from '../../store/jobs.ts'

/** How far what is being made of a medium is; null where nothing is. A measure of all of it together, or none yet. */
export function usePreparing(mediaKey: string): { readonly fraction: number | null } | null {
  const jobs = useJobs((state) => state.jobs)
  const mine = jobs.filter(
    (job) => job.kind === 'prepare' && job.subject.mediaKey === mediaKey && isActive(job),
  )
  if (mine.length === 0) return null
  const running = mine.flatMap(({ state }) =>
    state.status === 'running' && state.progress !== null ? [state.progress] : [],
  )
  if (running.length === 0) return { fraction: null }
  return { fraction: running.reduce((sum, progress) => sum + progress, 0) / mine.length }
}
