/** What to do first, over the tracks of a timeline on which nothing lies. What is dropped falls through it. */
import { useTranslation } from 'react-i18next'
import type { Project } from '../../../shared/model/project.ts'
import { timelineEnd } from '../../../shared/model/select.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Actions } from './contextMenu.ts'
import styles from './Timeline.module.css'

interface EmptyCutProps extends Pick<Actions, 'run'> {
  readonly project: Project
  readonly timeline: Timeline
}

export function EmptyCut({ project, timeline, run }: EmptyCutProps) {
  const { t } = useTranslation()
  if (timelineEnd(project, timeline) > 0) return null
  const [asset] = project.assets
  return (
    <div className={styles.emptyCut}>
      <EmptyState
        text={t(asset ? 'timeline.empty.drag' : 'timeline.empty.import')}
        action={
          asset ? undefined : (
            <Button onClick={() => run('media.import')}>{t('timeline.empty.choose')}</Button>
          )
        }
      />
    </div>
  )
}
