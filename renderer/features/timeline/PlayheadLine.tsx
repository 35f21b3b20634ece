/** The playhead over ruler and tracks. Moved by hand, outside React: it changes at display rate. */
import { useEffect, useRef } from 'react'
import { playhead } from '../../store/playhead.ts'
import { useSession } from '../../store/session.ts'
import styles from './Timeline.module.css'
import { xOf } from './zoom.ts'

export function PlayheadLine() {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = (): void => {
      const element = line.current
      if (!element) return
      const session = useSession.getState()
      const { frame, speed } = playhead.getState()
      const x = xOf(frame, session)
      const isOut = x < 0 || x > session.tracksWidth
      element.style.visibility = isOut ? 'hidden' : 'visible'
      element.style.transform = `translateX(${x}px)`
      element.dataset.frame = String(frame)
      // While it plays the window turns pages after it.
      if (!isOut || speed === 0) return
      const page = session.tracksWidth * session.framesPerPixel
      useSession.setState({ scrollFrame: Math.max(0, speed > 0 ? frame : frame - page * 0.95) })
    }
    place()
    const leave = [playhead.subscribe(place), useSession.subscribe(place)]
    return () => {
      for (const stop of leave) stop()
    }
  }, [])
  return (
    <div className={styles.playheadClip} aria-hidden="true">
      <div ref={line} className={styles.playhead} data-testid="playhead-line">
        <div className={styles.playheadHandle} />
      </div>
    </div>
  )
}
