/** Scrolls through time: the thumb is the window, the bar the whole cut. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../store/session.ts'
import { beginGesture } from '../../ui/pointer.ts'
import styles from './Timeline.module.css'

export function TimeScrollbar({ end }: { readonly end: number }) {
  const { t } = useTranslation()
  const bar = useRef<HTMLDivElement>(null)
  const framesPerPixel = useSession((state) => state.framesPerPixel)
  const scrollFrame = useSession((state) => state.scrollFrame)
  const width = useSession((state) => state.tracksWidth)
  const page = width * framesPerPixel
  const whole = Math.max(end * 1.05, scrollFrame + page, 1)
  const scrollTo = (frame: number): void =>
    useSession.setState({ scrollFrame: Math.max(0, Math.min(whole - page, frame)) })
  return (
    <div
      ref={bar}
      role="scrollbar"
      aria-label={t('timeline.scroll')}
      aria-orientation="horizontal"
      aria-controls="timeline-rows"
      aria-valuemin={0}
      aria-valuemax={Math.round(whole)}
      aria-valuenow={Math.round(scrollFrame)}
      tabIndex={-1}
      className={styles.scrollbar}
      onPointerDown={(event) => {
        if (event.button !== 0 || !bar.current) return
        const { left } = bar.current.getBoundingClientRect()
        const perPixel = whole / width
        const pressedAt = (event.clientX - left) * perPixel
        const isOnThumb = pressedAt >= scrollFrame && pressedAt < scrollFrame + page
        const from = isOnThumb ? scrollFrame : pressedAt - page / 2
        scrollTo(from)
        beginGesture(bar.current, event.nativeEvent, {
          update: ({ x }) => scrollTo(from + (x - event.clientX) * perPixel),
          cancel: () => scrollTo(scrollFrame),
        })
      }}
    >
      <div
        className={styles.thumb}
        style={{
          left: `${(scrollFrame / whole) * 100}%`,
          width: `${Math.min(100, (page / whole) * 100)}%`,
        }}
      />
    </div>
  )
}
