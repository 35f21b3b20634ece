/** The badge on a shot's clip. */
import { useTranslation } from 'react-i18next'
import type { Shot } from '../../../../shared/model/shot.ts'
import { useJobs } from '../../../store/jobs.ts'
import { useTakes } from '../../../store/takes.ts'
import { type ShotBadge, shotBadge } from '../badge.ts'
import styles from '../Timeline.module.css'

export function useShotBadge(shot: Shot | undefined): ShotBadge | null {
  const takes = useTakes((state) => (shot ? state.byShot[shot.id] : undefined))
  const jobs = useJobs((state) => state.jobs)
  return shot ? shotBadge(shot, takes ?? [], jobs) : null
}

export function ShotState({ badge }: { readonly badge: ShotBadge }) {
  const { t } = useTranslation()
  return (
    <span className={styles.badge} data-state={badge}>
      {t(`timeline.badge.${badge}`)}
    </span>
  )
}
