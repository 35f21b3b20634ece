/** A light that says whether every frame was painted since playing began. */
import { useTranslation } from 'react-i18next'
import { usePlaybackStats } from '../../playback/stats.ts'
import styles from './Viewer.module.css'

export function Dropped() {
  const { t } = useTranslation()
  const dropped = usePlaybackStats((state) => state.dropped)
  const text = t('viewer.dropped', { count: dropped })
  return (
    <span
      role="img"
      aria-label={text}
      title={text}
      className={styles.dropped}
      data-dropped={dropped > 0}
    />
  )
}
