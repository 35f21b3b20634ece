import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/jobs/job.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import type { Take } from '../../../shared/model/take.ts'
import { committedProject, dispatch } from '../../store/document.ts'
import { useJobs } from '../../store/jobs.ts'
import { withKey } from '../../store/keymap.ts'
import { watchMedia } from '../../store/media.ts'
import { useSession } from '../../store/session.ts'
import { loadTakes, takesInView, useTakes } from '../../store/takes.ts'
import { Button } from '../../ui/Button.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { choose, toggleComparing } from './comparing.ts'
import { GeneratingJob } from './GeneratingJob.tsx'
import { TakeRow } from './TakeRow.tsx'
import styles from './Takes.module.css'

const NONE: readonly never[] = []

/** What is on its way to a take of the shot, or did not get there. Of jobs that ended together the join tells. */
const isWaitedFor = ({ kind, subject, state }: Job, shot: Shot): boolean =>
  (kind === 'join' || (kind === 'generate' && !('because' in state && state.because))) &&
  subject.shotId === shot.id &&
  state.status !== 'done'

/** Those in view, and those that a person put out of sight. */
function sorted(all: readonly Take[], shot: Shot) {
  const takes = takesInView(all, shot)
  return { takes, removed: all.filter((take) => !takes.includes(take)) }
}

/** Everything the engines made for a shot, newest first, with what they are making now. */
export function Takes({ shot }: { readonly shot: Shot }) {
  const { t } = useTranslation()
  const all = useTakes((state) => state.byShot[shot.id]) ?? NONE
  const { takes, removed } = useMemo(() => sorted(all, shot), [all, shot])
  const allJobs = useJobs((state) => state.jobs)
  const audition = useSession((state) => state.audition)
  const chosen = useSession(({ chosenTakes }) =>
    chosenTakes?.shotId === shot.id ? chosenTakes.takeIds : NONE,
  )
  const jobs = allJobs.filter((job) => isWaitedFor(job, shot))

  useEffect(() => {
    void loadTakes(settingsOf(committedProject()).id, shot.id)
  }, [shot.id])
  useEffect(() => {
    void watchMedia(takes.map((take) => take.asset.mediaKey))
  }, [takes])

  // What was just asked for comes into view: a long form may stand above it.
  const head = useRef<HTMLDivElement>(null)
  const failed = jobs.filter(({ state }) => state.status === 'failed').length
  const seen = useRef({ jobs: jobs.length, failed, takes: Number.POSITIVE_INFINITY })
  useEffect(() => {
    const before = seen.current
    if (jobs.length > before.jobs || failed > before.failed || takes.length > before.takes) {
      head.current?.scrollIntoView({ block: 'start' })
    }
    // Takes that are only now loaded did not arrive just now.
    seen.current = { jobs: jobs.length, failed, takes: all === NONE ? before.takes : takes.length }
  }, [jobs.length, failed, takes, all])

  const isCompared = audition?.shotId === shot.id && audition.takeIds.length > 1
  return (
    <section
      aria-label={t('takes.title')}
      data-empty={takes.length + jobs.length + removed.length === 0}
    >
      <div ref={head} className={styles.head}>
        <span>{t('takes.title')}</span>
        {isCompared ? (
          <Button look="quiet" onClick={() => toggleComparing(shot)}>
            {t('takes.stopComparing')}
          </Button>
        ) : (
          takes.length > 1 && (
            <Button
              look="quiet"
              disabled={chosen.length < 2}
              title={
                chosen.length < 2
                  ? t('takes.chooseTwo')
                  : withKey(t('takes.compare'), 'take.compare')
              }
              onClick={() => toggleComparing(shot)}
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
            onChoose={() => choose(shot.id, take.id)}
          />
        ))}
      </ul>
      {removed.length > 0 && (
        <MenuButton
          items={removed.map(({ id, number }) => ({
            label: t('takes.putBack', { number }),
            run: () => dispatch('take.putBack', { shotId: shot.id, takeId: id, number }),
          }))}
        >
          {t('takes.removed', { count: removed.length })}
        </MenuButton>
      )}
    </section>
  )
}
