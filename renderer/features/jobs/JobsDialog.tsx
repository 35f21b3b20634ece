import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/jobs/job.ts'
import { errorInWords, inWords } from '../../i18n/inWords.ts'
import { useJobs } from '../../store/jobs.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { JobRow } from './JobRow.tsx'
import styles from './Jobs.module.css'

/** More would only be scrolled past. */
const SHOWN = 200
const ORDER = { running: 0, queued: 1, failed: 2, cancelled: 2, done: 2 } as const

/** What runs, then what waits in the order of its turn, then what ended, the newest first. */
function sorted(jobs: readonly Job[]): Job[] {
  const group = ({ state }: Job): number => ORDER[state.status]
  return [...jobs].sort((a, b) => {
    const byTurn = a.state.status === 'queued' ? b.priority - a.priority : 0
    return group(a) - group(b) || byTurn
  })
}

export function JobsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { jobs, isKnown } = useJobs()
  const [problem, setProblem] = useState<string | null>(null)
  const byId = new Map(jobs.map((job) => [job.id, job]))
  const waitsFor = ({ needs }: Job): string[] =>
    needs.flatMap((id) => {
      const needed = byId.get(id)
      return needed && needed.state.status !== 'done' ? [inWords(needed.title)] : []
    })
  return (
    <Dialog title={t('jobs.title')} isOpen width={640} onClose={onClose}>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {isKnown && jobs.length === 0 && <EmptyState text={t('jobs.empty')} />}
      <ul className={styles.list} aria-label={t('jobs.title')}>
        {sorted(jobs)
          .slice(0, SHOWN)
          .map((job) => (
            <JobRow
              key={job.id}
              job={job}
              waitsFor={waitsFor(job)}
              onProblem={(error) => setProblem(errorInWords(error))}
            />
          ))}
      </ul>
    </Dialog>
  )
}
