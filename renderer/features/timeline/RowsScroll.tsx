/** Where there are more rows than the panel shows: how far down they are scrolled, to be dragged. It lies over the tracks' edge. */
import type { PointerEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../store/session.ts'
import { beginGesture } from '../../ui/pointer.ts'
import styles from './Timeline.module.css'

interface RowsScrollProps {
  readonly host: RefObject<HTMLElement | null>
  /** Pixels of all rows, and of those that the window has room for. */
  readonly whole: number
  readonly height: number
}

const LEAST = 24

export function RowsScroll({ host, whole, height }: RowsScrollProps) {
  const { t } = useTranslation()
  const top = useSession((state) => state.scrollTop)
  const most = whole - height
  if (height <= 0 || most < 1) return null
  const size = Math.max(LEAST, (height / whole) * height)
  const travel = height - size
  const thumb = (Math.min(most, top) / most) * travel

  /** Pressed beside the thumb it comes under the pointer. */
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    const rows = host.current
    if (event.button !== 0 || !rows) return
    const bar = event.currentTarget
    const at = event.clientY - bar.getBoundingClientRect().top
    const isOnThumb = at >= thumb && at <= thumb + size
    const from = isOnThumb ? thumb : at - size / 2
    const show = (y: number): void => {
      rows.scrollTop = (y / travel) * most
    }
    show(from)
    beginGesture(bar, event.nativeEvent, {
      update: ({ y }) => show(from + y - event.clientY),
      cancel: () => {
        rows.scrollTop = top
      },
    })
  }
  return (
    <div
      role="scrollbar"
      tabIndex={-1}
      aria-label={t('timeline.rows')}
      aria-orientation="vertical"
      aria-controls="timeline-rows"
      aria-valuemin={0}
      aria-valuemax={Math.round(most)}
      aria-valuenow={Math.round(Math.min(most, top))}
      className={styles.rowsScroll}
      onPointerDown={press}
    >
      <div className={styles.rowsThumb} style={{ top: thumb, height: size }} />
    </div>
  )
}
