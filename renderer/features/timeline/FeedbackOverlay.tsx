/** Tip, ghost, box and guide line of the gesture under way. */
import { useTranslation } from 'react-i18next'
import { useSession } from '../../store/session.ts'
import { useFeedback } from './gestures/feedback.ts'
import styles from './Timeline.module.css'
import { xOf } from './zoom.ts'

export function GuideLine() {
  const guide = useFeedback((state) => state.guide)
  const framesPerPixel = useSession((state) => state.framesPerPixel)
  const scrollFrame = useSession((state) => state.scrollFrame)
  if (guide === null) return null
  const x = xOf(guide, { framesPerPixel, scrollFrame })
  return (
    <div className={styles.playheadClip} aria-hidden="true">
      <div className={styles.guide} style={{ transform: `translateX(${x}px)` }} />
    </div>
  )
}

export function FeedbackOverlay() {
  const { t } = useTranslation()
  const { pointer, text, refused, stop, ghost, marquee } = useFeedback()
  return (
    <div className={styles.feedback}>
      {ghost && <div className={styles.ghost} style={ghost} />}
      {marquee && <div className={styles.marquee} style={marquee} />}
      {pointer && (text !== null || refused !== null) && (
        <div
          role="status"
          className={styles.tip}
          data-refused={refused !== null || undefined}
          style={{ left: pointer.x + 14, top: pointer.y + 16 }}
        >
          {text !== null && <span className={styles.tipText}>{text}</span>}
          {stop && <span>{t(`timeline.stop.${stop}`)}</span>}
          {refused !== null && <span>{refused}</span>}
        </div>
      )}
    </div>
  )
}
