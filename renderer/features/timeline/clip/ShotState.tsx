/** The badge on a shot's clip. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Project } from '../../../../shared/model/project.ts'
import { isStale } from '../../../../shared/model/recipe.ts'
import type { Shot } from '../../../../shared/model/shot.ts'
import { useJobs } from '../../../store/jobs.ts'
import { takesInView, useTakes } from '../../../store/takes.ts'
import { type ShotBadge, shotBadge } from '../badge.ts'
import styles from '../Timeline.module.css'

/** Comparing recipes reads the shot's whole request: once for each document is enough. */
const useIsStale = (project: Project, shot: Shot | undefined): boolean =>
  useMemo(() => {
    const take = shot?.takeId === undefined ? undefined : project.takes.get(shot.takeId)
    return take !== undefined && isStale(project, take)
  }, [project, shot])

export function useShotBadge(project: Project, shot: Shot | undefined): ShotBadge | null {
  const takes = useTakes((state) => (shot ? state.byShot[shot.id] : undefined))
  const jobs = useJobs((state) => state.jobs)
  const isOld = useIsStale(project, shot)
  return shot ? shotBadge({ shot, takes: takesInView(takes, shot), jobs, isStale: isOld }) : null
}

export function ShotState({ badge }: { readonly badge: ShotBadge }) {
  const { t } = useTranslation()
  return (
    <span className={styles.badge} data-state={badge}>
      {t(`timeline.badge.${badge}`)}
    </span>
  )
}
