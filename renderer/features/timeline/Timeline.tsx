/** The timeline: tools, ruler and rows of tracks and lanes. */
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { Project } from '../../../shared/model/project.ts'
import { markersOf, settingsOf } from '../../../shared/model/select.ts'
import { activeTimeline, useDocument } from '../../store/document.ts'
import { watchMedia } from '../../store/media.ts'
import { useSession } from '../../store/session.ts'
import { loadTakes } from '../../store/takes.ts'
import { restoreView } from '../../store/views.ts'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { fit } from './actions.ts'
import { type Actions, useContextMenu } from './contextMenu.ts'
import { doubleClick } from './doubleClick.ts'
import { EmptyCut } from './EmptyCut.tsx'
import { FeedbackOverlay, GuideLine } from './FeedbackOverlay.tsx'
import { onRowsKey } from './keyboard.ts'
import { columnsOf } from './mounting.ts'
import { Overview } from './overview/Overview.tsx'
import { ZoomButtons } from './overview/ZoomButtons.tsx'
import { PlayheadLine } from './PlayheadLine.tsx'
import { Rows } from './Rows.tsx'
import { RowsScroll } from './RowsScroll.tsx'
import { Ruler } from './Ruler.tsx'
import { followPlayhead } from './reveal.ts'
import { rowsHeight, rowsOf, rowsWithin } from './rows.ts'
import styles from './Timeline.module.css'
import { TimelineChoice } from './TimelineChoice.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useOpened } from './useOpened.ts'
import { useSurface } from './useSurface.ts'

export function Timeline(actions: Actions) {
  const project = useDocument((state) => state.project)
  return project ? <OpenTimeline project={project} actions={actions} /> : null
}

/** Rows above and below the window that stay mounted, in pixels. */
const OVERSCAN = 80

interface OpenTimelineProps {
  readonly project: Project
  readonly actions: Actions
}

function OpenTimeline({ project, actions }: OpenTimelineProps) {
  const { t } = useTranslation()
  const timeline = activeTimeline(project)
  const openLanes = useSession((state) => state.openLanes)
  const tool = useSession((state) => state.tool)
  const width = useSession((state) => state.tracksWidth)
  const shownLanes = useSession((state) => state.shownLanes)
  const curves = useSession((state) => state.curveLanes)
  const rows = useMemo(
    () => rowsOf(project, timeline, openLanes, { shown: shownLanes, curves }),
    [project, timeline, openLanes, shownLanes, curves],
  )
  const menu = useContextMenu(actions)
  const top = useSession((state) => state.scrollTop)
  const host = useSurface(rows)
  const height = useHeight(host)
  const shown = rowsWithin(rows, top - OVERSCAN, height + 2 * OVERSCAN)
  const markers = useMemo(() => markersOf(project, timeline.id), [project.markers, timeline.id])
  useOpened(rows, host, height)
  useNews(project, host)
  useEffect(followPlayhead, [])

  const onDoubleClick = (event: MouseEvent<HTMLElement>): void => {
    const surface = host.current && { host: host.current, rows: () => rows }
    if (surface) doubleClick(surface, event, () => actions.run('timeline.openNested'))
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const surface = host.current && { host: host.current, rows: () => rows }
    if (!surface || !(event.target instanceof HTMLElement)) return
    if (!onRowsKey(surface, event.target, event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles.timeline}>
      <Toolbar rate={timeline.rate} />
      <TimelineChoice project={project} timeline={timeline} />
      <Ruler timeline={timeline} markers={markers} width={width} rows={host} />
      <ContextMenu
        items={menu.items}
        onOpen={(event) =>
          host.current && menu.onOpen({ host: host.current, rows: () => rows }, event)
        }
      >
        <div
          ref={host}
          id="timeline-rows"
          role="treegrid"
          aria-label={t('timeline.name')}
          aria-multiselectable="true"
          aria-rowcount={rows.length}
          aria-colcount={columnsOf(project, rows)}
          tabIndex={0}
          className={styles.rows}
          data-tool={tool}
          onKeyDown={onKeyDown}
          onDoubleClick={onDoubleClick}
          onFocus={({ target }) => {
            const thing = target.dataset.thing
            if (thing !== undefined) useSession.setState({ focusedThing: thing })
          }}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (relatedTarget && !currentTarget.contains(relatedTarget)) {
              useSession.setState({ focusedThing: null })
            }
          }}
          onScroll={({ currentTarget }) =>
            useSession.setState({ scrollTop: currentTarget.scrollTop })
          }
        >
          <div role="presentation" className={styles.content} style={{ height: rowsHeight(rows) }}>
            <Rows project={project} timeline={timeline} rows={rows} shown={shown} width={width} />
          </div>
        </div>
      </ContextMenu>
      <EmptyCut project={project} timeline={timeline} run={actions.run} />
      <RowsScroll host={host} whole={rowsHeight(rows)} height={height} />
      <ZoomButtons />
      <Overview project={project} timeline={timeline} rows={rows} markers={markers} />
      <GuideLine />
      <PlayheadLine />
      <FeedbackOverlay />
    </div>
  )
}

/** Pixels that the rows have in the window. */
function useHeight(host: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const element = host.current
    if (!element) return
    const measure = (): void => setHeight(element.clientHeight)
    measure()
    const size = new ResizeObserver(measure)
    size.observe(element)
    return () => size.disconnect()
  }, [host])
  return height
}

/** Asks for what clips show and shots have, and shows a project that was just opened as it was left, or all of it. */
function useNews(project: Project, host: RefObject<HTMLElement | null>): void {
  const projectId = settingsOf(project).id
  const { assets, shots, takes } = project
  useEffect(() => {
    if (restoreView(project) === 'unknown') fit()
    const { scrollTop: top } = useSession.getState()
    // Lanes that are open again have to be there first: without them the rows may be too low to be scrolled.
    const drawn = requestAnimationFrame(() => host.current?.scrollTo({ top }))
    return () => cancelAnimationFrame(drawn)
  }, [projectId])
  useEffect(() => {
    const all = [...assets, ...takes.values().map(({ asset }) => asset)]
    void watchMedia(all.map(({ mediaKey }) => mediaKey))
  }, [assets, takes])
  useEffect(() => {
    for (const { id } of shots) void loadTakes(projectId, id)
  }, [projectId, shots])
}
