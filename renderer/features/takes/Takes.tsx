import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/jobs/job.ts'
import type { TakeId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { committedProject } from '../../store/document.ts'
import { useJobs } from '../../store/jobs.ts'
import { watchMedia } from '../../store/media.ts'
import { useSession } from '../../store/session.ts'
import { loadTakes, useTakes } from '../../store/takes.ts'
import { Button } from '../../ui/Button.tsx'
import { GeneratingJob } from './GeneratingJob.tsx'
import { TakeRow } from './TakeRow.tsx'
import styles from './Takes.module.css'

const NONE: readonly never[] = []

/** What is on its way to a take of the shot, or did not get there. Of jobs that ended together the join tells. */
const isWaitedFor = ({ kind, subject, state }: Job, shot: Shot): boolean =>
  (kind === 'join' || (kind === 'generate' && !('because' in state && state.because))) &&
  subject.shotId === shot.id &&
  state.status !== 'done'

/** Everything the engines made for a shot, newest first, with what they are making now. */
export function Takes({ shot }: { readonly shot: Shot }) {
  const { t } = useTranslation()
  const takes = useTakes((state) => state.byShot[shot.id]) ?? NONE
  const allJobs = useJobs((state) => state.jobs)
  const audition = useSession((state) => state.audition)
  const [chosen, setChosen] = useState<readonly TakeId[]>([])
  const jobs = allJobs.filter((job) => isWaitedFor(job, shot))

  useEffect(() => {
    void loadTakes(settingsOf(committedProject()).id, shot.id)
  }, [shot.id])
  useEffect(() => {
    void watchMedia(takes.map((take) => take.asset.mediaKey))
  }, [takes])

  // What was just asked for comes into view: a long form may stand above it.
  const head = useRef<HTMLDivElement>(null)
  const seen = useRef({ jobs: jobs.length, takes: Number.POSITIVE_INFINITY })
  useEffect(() => {
    const before = seen.current
    if (jobs.length > before.jobs || takes.length > before.takes) {
      head.current?.scrollIntoView({ block: 'start' })
    }
    // Takes that are only now loaded did not arrive just now.
    seen.current = { jobs: jobs.length, takes: takes === NONE ? before.takes : takes.length }
  }, [jobs.length, takes])

  const choose = (id: TakeId): void =>
    setChosen((ids) =>
      ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id].slice(-2),
    )
  const isComparing = audition?.shotId === shot.id && audition.takeIds.length > 1
  return (
    <section aria-label={t('takes.title')}>
      <div ref={head} className={styles.head}>
        <span>{t('takes.title')}</span>
        {isComparing ? (
          <Button look="quiet" onClick={() => useSession.setState({ audition: null })}>
            {t('takes.stopComparing')}
          </Button>
        ) : (
          takes.length > 1 && (
            <Button
              look="quiet"
              disabled={chosen.length !== 2}
              title={chosen.length === 2 ? undefined : t('takes.chooseTwo')}
              onClick={() =>
                useSession.setState({
                  audition: { shotId: shot.id, takeIds: chosen, mode: 'wipe' },
                })
              }
            >
              {t('takes.compare')}
            </Button>
          )
        )}
      </div>
      {jobs.map((job) => (
        <GeneratingJob key={job.id} job={job} />
      ))}
      {takes.length === 0 && jobs.length === 0 && <p className={styles.facts}>{t('takes.none')}</p>}
      <ul aria-label={t('takes.title')} className={styles.takes}>
        {[...takes].reverse().map((take) => (
          <TakeRow
            key={take.id}
            shot={shot}
            take={take}
            isChosen={chosen.includes(take.id)}
            canChoose={takes.length > 1}
            onChoose={() => choose(take.id)}
          />
        ))}
      </ul>
    </section>
  )
}
