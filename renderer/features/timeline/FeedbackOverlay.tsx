/** Tip, ghost, box and guide line of the gesture under way. */
import type { CSSProperties } from 'react'
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

/** Beside and below the pointer, or below all of what is `reach` pixels wide about it, and never over the window's edge. */
function placeBeside(
  { x, y }: { readonly x: number; readonly y: number },
  reach: number,
): CSSProperties {
  const aside = reach > 0 ? -reach : 14
  const below = reach > 0 ? reach + 8 : 16
  return {
    ...(x + aside + TIP.width > window.innerWidth
      ? { right: window.innerWidth - x + aside }
      : { left: x + aside }),
    ...(y + below + TIP.height > window.innerHeight
      ? { bottom: window.innerHeight - y + below }
      : { top: y + below }),
  }
}

export function FeedbackOverlay() {
  const { t } = useTranslation()
  const { pointer, reach, text, refused, stop, ghost, marquee } = useFeedback()
  return (
    <div className={styles.feedback}>
      {ghost && <div className={styles.ghost} style={ghost} />}
      {marquee && <div className={styles.marquee} style={marquee} />}
      {pointer && (text !== null || refused !== null) && (
        <div
          role="status"
          className={styles.tip}
          data-refused={refused !== null || undefined}
          style={placeBeside(pointer, reach)}
        >
          {text !== null && <span className={styles.tipText}>{text}</span>}
          {stop && <span className={styles.stopped}>{t(`timeline.stop.${stop}`)}</span>}
          {refused !== null && <span>{refused}</span>}
        </div>
      )}
    </div>
  )
}
