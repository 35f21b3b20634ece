/** Beside the overview: nearer, farther, all of it. */
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { withKey } from '../../../store/keymap.ts'
import { fit, zoomIn, zoomOut } from '../actions.ts'
import styles from './Overview.module.css'

const BUTTONS = [
  { id: 'view.zoomOut', run: zoomOut, Icon: ZoomOut },
  { id: 'view.zoomIn', run: zoomIn, Icon: ZoomIn },
  { id: 'view.fit', run: fit, Icon: Maximize2 },
] as const

export function ZoomButtons() {
  const { t } = useTranslation()
  return (
    <div className={styles.zoom}>
      {BUTTONS.map(({ id, run, Icon }) => (
        <button
          key={id}
          type="button"
          className={styles.zoomButton}
          aria-label={t(`action:${id}`)}
          title={withKey(t(`action:${id}`), id)}
          onClick={run}
        >
          <Icon size={14} strokeWidth={1.5} aria-hidden="true" />
        </button>
      ))}
    </div>
  )
}
