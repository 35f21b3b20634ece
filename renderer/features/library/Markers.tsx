/** The markers of the open timeline, in order of time. */
import { useTranslation } from 'react-i18next'
import { activeTimeline, useDocument } from '../../store/document.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './Library.module.css'
import { MarkerRow } from './MarkerRow.tsx'

export function Markers() {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  if (!project) return null
  const timeline = activeTimeline(project)
  const markers = project.markers
    .values()
    .filter(({ timelineId }) => timelineId === timeline.id)
    .sort((a, b) => a.frame - b.frame)
  if (markers.length === 0) return <EmptyState text={t('library.marker.empty')} />
  return (
    <ul aria-label={t('library.markers')} className={`${styles.rows} ${styles.bins}`}>
      {markers.map((marker) => (
        <MarkerRow key={marker.id} marker={marker} timeline={timeline} />
      ))}
    </ul>
  )
}
