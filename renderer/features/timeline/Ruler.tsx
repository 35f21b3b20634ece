/** Timecode along the top: marks, the in/out range and markers, which can be dragged; pressing it moves the playhead. */
import { type PointerEvent, type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Marker, Timeline } from '../../../shared/model/timeline.ts'
import { formatTimecode } from '../../../shared/time/timecode.ts'
import { goTo } from '../../playback/transport.ts'
import { usePreferences } from '../../store/preferences.ts'
import { useSession } from '../../store/session.ts'
import { beginGesture, pointerAt } from '../../ui/pointer.ts'
import { dragOnRuler, type RulerPoint } from './gestures/dragOnRuler.ts'
import { scrub } from './gestures/scrub.ts'
import styles from './Timeline.module.css'
import { markersInView, ticks } from './ticks.ts'
import { xOf } from './zoom.ts'

interface RulerProps {
  readonly timeline: Timeline
  readonly markers: readonly Marker[]
  readonly width: number
  /** The rows below, along which things are dragged. */
  readonly rows: RefObject<HTMLElement | null>
}

export function Ruler({ timeline, markers, width, rows }: RulerProps) {
  const { t } = useTranslation()
  const host = useRef<HTMLDivElement>(null)
  const framesPerPixel = useSession((state) => state.framesPerPixel)
  const scrollFrame = useSession((state) => state.scrollFrame)
  const display = usePreferences((state) => state.timeDisplay)
  const view = { framesPerPixel, scrollFrame }
  const { inFrame, outFrame, rate, startFrame } = timeline
  const rangeLeft = xOf(inFrame ?? 0, view)
  const rangeRight = outFrame === undefined ? width : xOf(outFrame, view)
  const press = (point: RulerPoint) => (event: PointerEvent) => {
    event.stopPropagation()
    if (event.button !== 0 || !host.current || !rows.current) return
    event.preventDefault()
    const surface = { host: rows.current, rows: () => [] }
    beginGesture(
      host.current,
      event.nativeEvent,
      dragOnRuler(surface, point, pointerAt(event.nativeEvent)),
    )
  }
  return (
    <div
      ref={host}
      className={styles.ruler}
      data-testid="ruler"
      onPointerDown={(event) => {
        if (event.button !== 0 || !host.current) return
        event.preventDefault()
        beginGesture(host.current, event.nativeEvent, scrub(host.current, event.clientX))
      }}
    >
      {(inFrame !== undefined || outFrame !== undefined) && (
        <div
          className={styles.range}
          style={{ left: rangeLeft, width: Math.max(1, rangeRight - rangeLeft) }}
        />
      )}
      {(['in', 'out'] as const).map((kind) => {
        const frame = kind === 'in' ? inFrame : outFrame
        return frame === undefined ? null : (
          <div
            key={kind}
            className={styles.rangeEdge}
            data-point={kind}
            style={{ transform: `translateX(${xOf(frame, view)}px)` }}
            title={t(`timeline.${kind}Point`)}
            onPointerDown={press({ kind })}
          />
        )
      })}
      {ticks(view, width, timeline, display).map(({ frame, x, label }) => (
        <span
          key={frame}
          className={label === null ? styles.minorTick : styles.tick}
          style={{ transform: `translateX(${x}px)` }}
        >
          {label}
        </span>
      ))}
      {markersInView(markers, view, width).map((marker) => (
        <button
          key={marker.id}
          type="button"
          tabIndex={-1}
          className={styles.marker}
          data-color={marker.color}
          style={{ transform: `translateX(${xOf(marker.frame, view)}px)` }}
          aria-label={t('timeline.marker', {
            name: marker.name,
            timecode: formatTimecode(marker.frame + startFrame, rate),
          })}
          title={marker.name}
          onPointerDown={press({ kind: 'marker', id: marker.id })}
          onClick={() => goTo(marker.frame)}
        />
      ))}
    </div>
  )
}
