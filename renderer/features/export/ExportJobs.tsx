import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/jobs/job.ts'
import { call } from '../../bridge/keyreel.ts'
import { inWords } from '../../i18n/inWords.ts'
import { percent } from '../../i18n/numbers.ts'
import { cancelJob, useJobs } from '../../store/jobs.ts'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './Export.module.css'

/** The exports of this store, newest first, each with its progress or its verification. */
export function ExportJobs() {
  const jobs = useJobs((state) => state.jobs).filter((job) => job.kind === 'export')
  return (
    <>
      {jobs.slice(0, 20).map((job) => (
        <ExportJob key={job.id} job={job} />
      ))}
    </>
  )
}

function ExportJob({ job }: { readonly job: Job }) {
  const { t } = useTranslation()
  const { state } = job
  const title = inWords(job.title)
  return (
    <section className={styles.job} aria-label={title}>
      <div className={styles.row}>
        <strong>{title}</strong>
        {(state.status === 'running' || state.status === 'queued') && (
          <Button look="quiet" onClick={() => void cancelJob(job.id)}>
            {t('common.cancel')}
          </Button>
        )}
        {state.status === 'done' && (
          <Button onClick={() => void call('export:reveal', { jobId: job.id })}>
            {t('export.reveal')}
          </Button>
        )}
      </div>
      {state.status === 'queued' && <span className={styles.note}>{t('export.waiting')}</span>}
      {state.status === 'running' && (
        <>
          <ProgressBar label={title} fraction={state.progress} />
          <span className={styles.note}>
            {state.progress === null
              ? inWords(state.note)
              : `${percent(state.progress)} · ${inWords(state.note)}`}
          </span>
        </>
      )}
      {state.status === 'failed' && (
        <span role="alert" className={styles.failed}>
          {inWords(state.message)}
        </span>
      )}
      {state.status === 'cancelled' && <span className={styles.note}>{t('export.cancelled')}</span>}
      {state.status === 'done' && <span className={styles.good}>{inWords(state.note)}</span>}
    </section>
  )
}
