/** The markers of the open timeline, in order of time. */
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatTimecode } from '../../../shared/time/timecode.ts'
import { goTo } from '../../playback/transport.ts'
import { activeTimeline, dispatch, useDocument } from '../../store/document.ts'
import { IconButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './Library.module.css'

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
        <li key={marker.id} className={styles.marker}>
          <button type="button" className={styles.bin} onClick={() => goTo(marker.frame)}>
            <span className={styles.time}>
              {formatTimecode(marker.frame + timeline.startFrame, timeline.rate)}
            </span>
            <span className={styles.binName}>{marker.name}</span>
          </button>
          <IconButton
            label={t('library.marker.remove', { name: marker.name })}
            icon={<X size={14} strokeWidth={1.5} />}
            onClick={() => dispatch('marker.remove', { markerId: marker.id })}
          />
        </li>
      ))}
    </ul>
  )
}
