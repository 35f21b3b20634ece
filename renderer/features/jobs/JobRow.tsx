import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/jobs/job.ts'
import { call } from '../../bridge/keyreel.ts'
import { inWords } from '../../i18n/inWords.ts'
import { clockTime, percent } from '../../i18n/numbers.ts'
import { cancelJob, isActive, retryJob } from '../../store/jobs.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './Jobs.module.css'

interface JobRowProps {
  readonly job: Job
  /** Titles of jobs that it still waits for. */
  readonly waitsFor: readonly string[]
  readonly onProblem: (error: unknown) => void
}

const TONES = {
  queued: 'normal',
  running: 'accent',
  done: 'good',
  failed: 'error',
  cancelled: 'warning',
} as const

/** What is so, why, and what happens next. */
function says({ state }: Job, waitsFor: readonly string[], t: TFunction): string {
  switch (state.status) {
    case 'queued':
      if (state.retry) {
        const { failures: count, message, at } = state.retry
        return t('jobs.triedAgain', { count, message: inWords(message), time: clockTime(at) })
      }
      return waitsFor.length > 0
        ? t('jobs.waitsFor', { titles: waitsFor.join(', ') })
        : t('jobs.waitsForTurn')
    case 'running':
      return state.progress === null
        ? inWords(state.note)
        : t('jobs.progress', {
            percent: percent(state.progress),
            note: inWords(state.note),
          })
    case 'done':
      return inWords(state.note)
    case 'failed':
      return inWords(state.message)
    case 'cancelled':
      return state.message ? inWords(state.message) : t('jobs.wasCancelled')
  }
}

/** A job with its state and with what can be done about it. */
export function JobRow({ job, waitsFor, onProblem }: JobRowProps) {
  const { t } = useTranslation()
  const { state } = job
  const title = inWords(job.title)
  const button = (label: string, work: () => Promise<unknown>): ReactNode => (
    <Button
      look="quiet"
      aria-label={t('jobs.actionOn', { action: label, title })}
      onClick={() => void work().catch(onProblem)}
    >
      {label}
    </Button>
  )
  const detail = state.status === 'failed' ? state.detail : undefined
  return (
    <li className={styles.job} data-status={state.status}>
      <div className={styles.head}>
        <span className={styles.title} title={title}>
          {title}
        </span>
        <Badge tone={TONES[state.status]}>{t(`jobs.${state.status}`)}</Badge>
      </div>
      {state.status === 'running' && <ProgressBar label={title} fraction={state.progress} />}
      <div className={styles.foot}>
        <span className={styles.says} role={state.status === 'failed' ? 'alert' : undefined}>
          {says(job, waitsFor, t)}
        </span>
        {detail !== undefined &&
          button(t('jobs.copyDetails'), () => call('app:copyText', { text: detail }))}
        {state.status === 'queued' &&
          state.retry &&
          button(t('jobs.tryNow'), () => retryJob(job.id))}
        {(state.status === 'failed' || state.status === 'cancelled') &&
          button(t('jobs.tryAgain'), () => retryJob(job.id))}
        {state.status === 'done' &&
          job.kind === 'export' &&
          button(t('jobs.reveal'), () => call('export:reveal', { jobId: job.id }))}
        {isActive(job) && button(t('common.cancel'), () => cancelJob(job.id))}
      </div>
    </li>
  )
}
