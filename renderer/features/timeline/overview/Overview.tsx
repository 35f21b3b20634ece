/**
 * The whole cut in a strip, and in a frame the part of it that the tracks show: the frame is moved to scroll and its edges
 * to zoom, by the pointer or by keys.
 */
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Project } from '../../../../shared/model/project.ts'
import { timelineEnd } from '../../../../shared/model/select.ts'
import type { Marker, Timeline } from '../../../../shared/model/timeline.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { playhead } from '../../../store/playhead.ts'
import { useSession } from '../../../store/session.ts'
import { useWhenIdle } from '../../../store/whenIdle.ts'
import { beginGesture } from '../../../ui/pointer.ts'
import { fit } from '../actions.ts'
import type { Row } from '../rows.ts'
import { type View, zoomAbout } from '../zoom.ts'
import styles from './Overview.module.css'
import { useStrip } from './strip.ts'
import { drawnTo, movedTo, wholeOf } from './window.ts'

interface OverviewProps {
  readonly project: Project
  readonly timeline: Timeline
  readonly rows: readonly Row[]
  readonly markers: readonly Marker[]
}

/** Pixels on both sides of an edge that take hold of it. */
const EDGE = 6
/** Of the window's width, with an arrow key. */
const STEP = 0.1
const ZOOM = 1.25

export function Overview({ project, timeline, rows, markers }: OverviewProps) {
  const { t } = useTranslation()
  const bar = useRef<HTMLDivElement>(null)
  const framesPerPixel = useSession((state) => state.framesPerPixel)
  const scrollFrame = useSession((state) => state.scrollFrame)
  const width = useSession((state) => state.tracksWidth)
  const view: View = { framesPerPixel, scrollFrame }
  const page = width * framesPerPixel
  const whole = wholeOf(timelineEnd(project, timeline), timeline.rate, view, width)
  // An edit is seen on the tracks first: the strip is about all of the cut, and takes as long as that is.
  const drawn = useWhenIdle(
    useMemo(
      () => ({
        ...{ project, markers },
        tracks: rows.flatMap((row) => (row.kind === 'track' ? [row.track] : [])),
      }),
      [project, rows, markers],
    ),
  )
  const canvas = useStrip({ ...drawn, whole, width })

  const show = (next: View): void => useSession.setState(next)
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || !bar.current) return
    const from = view
    const { left } = bar.current.getBoundingClientRect()
    const frameAt = (x: number): number => ((x - left) / width) * whole
    const pressedAt = frameAt(event.clientX)
    const reach = (EDGE / width) * whole
    const end = scrollFrame + page
    const edge =
      page < 3 * reach
        ? null
        : Math.abs(pressedAt - scrollFrame) <= reach
          ? 'start'
          : Math.abs(pressedAt - end) <= reach
            ? 'end'
            : null
    const isInside = pressedAt >= scrollFrame && pressedAt < end
    const held = isInside ? scrollFrame : pressedAt - page / 2
    if (edge === null) show(movedTo(from, held, whole, width))
    beginGesture(bar.current, event.nativeEvent, {
      update: ({ x }) =>
        show(
          edge === null
            ? movedTo(from, held + frameAt(x) - pressedAt, whole, width)
            : drawnTo(
                from,
                edge,
                (edge === 'start' ? scrollFrame : end) + frameAt(x) - pressedAt,
                width,
              ),
        ),
      cancel: () => show(from),
    })
  }

  const byKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = event.shiftKey ? page : page * STEP
    const to: Readonly<Record<string, () => View>> = {
      ArrowLeft: () => movedTo(view, scrollFrame - by, whole, width),
      ArrowRight: () => movedTo(view, scrollFrame + by, whole, width),
      PageUp: () => movedTo(view, scrollFrame - page, whole, width),
      PageDown: () => movedTo(view, scrollFrame + page, whole, width),
      Home: () => movedTo(view, 0, whole, width),
      End: () => movedTo(view, whole, whole, width),
      ArrowUp: () => zoomAbout(view, 1 / ZOOM, width / 2),
      ArrowDown: () => zoomAbout(view, ZOOM, width / 2),
    }
    const next = to[event.key]?.()
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    show(next)
  }

  const timecode = (frame: number): string =>
    formatTimecode(Math.round(frame) + timeline.startFrame, timeline.rate)
  return (
    <div
      ref={bar}
      role="scrollbar"
      aria-label={t('timeline.overview')}
      aria-orientation="horizontal"
      aria-controls="timeline-rows"
      aria-valuemin={0}
      aria-valuemax={Math.round(Math.max(0, whole - page))}
      aria-valuenow={Math.round(scrollFrame)}
      aria-valuetext={t('timeline.overviewShows', {
        start: timecode(scrollFrame),
        end: timecode(scrollFrame + page),
      })}
      title={t('timeline.overviewHint')}
      tabIndex={0}
      className={styles.overview}
      onPointerDown={press}
      onDoubleClick={fit}
      onKeyDown={byKey}
    >
      <canvas ref={canvas} className={styles.strip} />
      <PlayheadMark whole={whole} />
      <div
        className={styles.window}
        style={{
          left: `${(scrollFrame / whole) * 100}%`,
          width: `${Math.min(100, (page / whole) * 100)}%`,
        }}
      />
    </div>
  )
}

/** Outside React, as the playhead itself. */
function PlayheadMark({ whole }: { readonly whole: number }) {
  const mark = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = (): void => {
      if (mark.current) mark.current.style.left = `${(playhead.getState().frame / whole) * 100}%`
    }
    place()
    return playhead.subscribe(place)
  }, [whole])
  return <div ref={mark} className={styles.playhead} />
}
