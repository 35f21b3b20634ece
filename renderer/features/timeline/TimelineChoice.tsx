/** Which timeline is open, among those of the project, and the way out of a nested one. */
import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TimelineId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { timelinesOf } from '../../../shared/model/select.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { useSession } from '../../store/session.ts'
import styles from './Timeline.module.css'
import { back, openTimeline, outerTimelines } from './verbs/timelines.ts'

interface TimelineChoiceProps {
  readonly project: Project
  readonly timeline: Timeline
}

export function TimelineChoice({ project, timeline }: TimelineChoiceProps) {
  const { t } = useTranslation()
  useSession((state) => state.timelinePath)
  const path = outerTimelines()
  const names = path.map((id) => project.timelines.get(id)?.name ?? '')
  const outer = names.at(-1)
  const way = [...names, timeline.name].join(' › ')
  return (
    <div className={styles.corner} title={way}>
      {outer !== undefined && (
        <button
          type="button"
          className={styles.back}
          aria-label={t('timeline.timelines.back', { name: outer })}
          title={t('timeline.timelines.back', { name: outer })}
          onClick={back}
        >
          <ChevronLeft size={13} aria-hidden="true" />
          <span className={styles.name}>{outer}</span>
        </button>
      )}
      <select
        className={styles.timelineSelect}
        aria-label={t('timeline.timelines.label')}
        value={timeline.id}
        onChange={(event) => openTimeline(event.target.value as TimelineId, [])}
      >
        {timelinesOf(project).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
