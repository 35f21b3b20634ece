/** Within the outer line action is safe, within the inner one titles: 93 and 90 % of the picture (SMPTE ST 2046-1). */
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../store/preferences.ts'
import styles from './Viewer.module.css'

export function SafeAreas() {
  const { t } = useTranslation()
  const isShown = usePreferences((state) => state.safeAreas)
  if (!isShown) return null
  return (
    <div role="img" aria-label={t('viewer.safeAreas')} className={styles.safe}>
      <div className={styles.safeAction} />
      <div className={styles.safeTitle} />
      <div className={styles.safeCentre} />
    </div>
  )
}
