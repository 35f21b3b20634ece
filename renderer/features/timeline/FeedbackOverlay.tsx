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

/** As wide and as high as a tip gets; nearer than that to the window's edge it stands on the other side. */
const TIP = { width: 360, height: 96 }

const placeBeside = ({ x, y }: { readonly x: number; readonly y: number }) => ({
  ...(x + TIP.width > window.innerWidth ? { right: window.innerWidth - x + 14 } : { left: x + 14 }),
  ...(y + TIP.height > window.innerHeight
    ? { bottom: window.innerHeight - y + 16 }
    : { top: y + 16 }),
})

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
          style={placeBeside(pointer)}
        >
          {text !== null && <span className={styles.tipText}>{text}</span>}
          {stop && <span>{t(`timeline.stop.${stop}`)}</span>}
          {refused !== null && <span>{refused}</span>}
        </div>
      )}
    </div>
  )
}
