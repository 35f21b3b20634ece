import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/ipc/contract.ts'
import { afterStart } from '../../bridge/afterStart.ts'
import { call } from '../../bridge/keyreel.ts'
import { inWords } from '../../i18n/inWords.ts'
import { percent } from '../../i18n/numbers.ts'
import { usePlaybackStats } from '../../playback/stats.ts'
import { useDocument } from '../../store/document.ts'
import { isActive, useJobs } from '../../store/jobs.ts'
import { openDialog } from '../../store/session.ts'
import styles from './StatusBar.module.css'

/** `5.1.9` of `5.1.9-0+deb12u1`: who built it is told where one rests on it. */
const released = (version: string): string => /^\d+(\.\d+)*/.exec(version)?.[0] ?? version

export function StatusBar() {
  const { t } = useTranslation()
  const refusal = useDocument((state) => state.refusal)
  const commit = useDocument((state) => state.commit)
  const told = useDocument((state) => state.told)
  const jobs = useJobs((state) => state.jobs).filter(isActive)
  const isKnown = useJobs((state) => state.isKnown)
  const dropped = usePlaybackStats((state) => state.dropped)
  const [info, setInfo] = useState<Output<'app:info'> | null>(null)
  // It starts ffmpeg to ask for its version, which the opening of the window need not pay for.
  useEffect(() => afterStart(() => void call('app:info', {}).then(setInfo)), [])
  const news = told ? t(`status.${told.how}`, { what: inWords(told.what) }) : ''
  // What was done here is seen where it was done.
  const isNews = told?.how === 'elsewhere' || told?.how === 'onTop'
  const [first] = jobs
  const progress =
    first?.state.status === 'running' && first.state.progress !== null
      ? ` ${percent(first.state.progress)}`
      : ''
  return (
    <footer className={styles.bar}>
      <span>● {t(`status.${commit}`)}</span>
      <button type="button" className={styles.jobs} onClick={() => openDialog('jobs')}>
        {first
          ? `${t('status.jobs', { count: jobs.length })} · ${inWords(first.title)}${progress}`
          : t(isKnown ? 'status.noJobs' : 'status.jobsUnknown')}
      </button>
      <span
        role="status"
        aria-label={t('status.refusal')}
        className={styles.refusal}
        title={refusal ?? ''}
      >
        {refusal}
      </span>
      <span
        role="status"
        aria-label={t('status.told')}
        className={isNews ? styles.news : 'visually-hidden'}
        title={isNews ? news : undefined}
      >
        {news}
      </span>
      <span className={styles.space} />
      <span>{t('status.dropped', { count: dropped })}</span>
      {/* Nothing is said of the tools before they were looked for. */}
      {info && (
        <>
          <span>{info.rife ? t('status.localReady') : t('status.localWithoutRife')}</span>
          <span title={info.ffmpeg ?? undefined}>
            {info.ffmpeg ? `ffmpeg ${released(info.ffmpeg)}` : t('status.noFfmpeg')}
          </span>
        </>
      )}
    </footer>
  )
}
