import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/jobs/job.ts'
import { inWords } from '../../i18n/inWords.ts'
import { cancelJob } from '../../store/jobs.ts'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { SpanButton } from './SpanButton.tsx'
import styles from './Takes.module.css'

function useElapsed(since: string | undefined): number {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    if (since === undefined) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [since])
  return since === undefined ? 0 : Math.max(0, Math.round((now - Date.parse(since)) / 1000))
}

/** A take on its way: progress where the engine knows it, elapsed time where it does not. */
export function GeneratingJob({ job }: { readonly job: Job }) {
  const { t } = useTranslation()
  const { state } = job
  const elapsed = useElapsed(state.status === 'running' ? state.startedAt : undefined)
  // Runware gives no measure and no way back: stopping to wait does not stop the bill.
  const isBilled = job.kind === 'generate' && state.status === 'running' && state.progress === null
  const goOn = job.kind === 'join' && (
    <SpanButton choice={{ kind: 'goOn', jobId: job.id }} label={t('takes.goOn')} />
  )
  if (state.status === 'failed') {
    return (
      <div className={styles.job} role="alert">
        <span className={styles.failed}>{inWords(state.message)}</span>
        {goOn}
      </div>
    )
  }
  if (state.status === 'cancelled' && goOn) return <div className={styles.job}>{goOn}</div>
  if (state.status === 'cancelled' || state.status === 'done') return null
  return (
    <div className={styles.job}>
      <div className={styles.jobHead}>
        <span>
          {state.status === 'queued'
            ? t('takes.queued')
            : // It may not have said anything yet.
              [inWords(state.note), t('takes.seconds', { count: elapsed })]
                .filter((words) => words !== '')
                .join(' · ')}
        </span>
        <Button look="quiet" onClick={() => void cancelJob(job.id)}>
          {t(isBilled ? 'takes.stopWaiting' : 'common.cancel')}
        </Button>
      </div>
      {state.status === 'running' && (
        <ProgressBar label={inWords(job.title)} fraction={state.progress} />
      )}
      {isBilled && <p className={styles.facts}>{t('takes.stillBilled')}</p>}
    </div>
  )
}
