/** The timeline: tools, ruler and rows of tracks and lanes. */
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemId } from '../../../shared/model/ids.ts'
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
import { FeedbackOverlay, GuideLine } from './FeedbackOverlay.tsx'
import { entry, focusClip, neighbour, nudgeClip, selectByKey } from './keyboard.ts'
import { columnsOf } from './mounting.ts'
import { Overview } from './overview/Overview.tsx'
import { ZoomButtons } from './overview/ZoomButtons.tsx'
import { PlayheadLine } from './PlayheadLine.tsx'
import { Rows } from './Rows.tsx'
import { Ruler } from './Ruler.tsx'
import { followPlayhead } from './reveal.ts'
import { rowsHeight, rowsOf, rowsWithin } from './rows.ts'
import styles from './Timeline.module.css'
import { TimelineChoice } from './TimelineChoice.tsx'
import { Toolbar } from './Toolbar.tsx'
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
  const [scrolled, setScrolled] = useState({ top: 0, height: 1000 })
  const host = useSurface(rows)
  const shown = rowsWithin(rows, scrolled.top - OVERSCAN, scrolled.height + 2 * OVERSCAN)
  const markers = useMemo(() => markersOf(project, timeline.id), [project.markers, timeline.id])
  useNews(project)
  useEffect(followPlayhead, [])

  const onDoubleClick = (event: MouseEvent<HTMLElement>): void => {
    const surface = host.current && { host: host.current, rows: () => rows }
    if (surface) doubleClick(surface, event, () => actions.run('timeline.openNested'))
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const element = host.current
    if (!element || !(event.target instanceof HTMLElement)) return
    const handled = onKey(element, event.target, event)
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** True when the key was the timeline's own. */
  function onKey(element: HTMLDivElement, target: HTMLElement, event: KeyboardEvent): boolean {
    if (target === element) {
      const clip = event.key === 'Enter' ? entry(rows) : null
      if (clip) focusClip(element, clip)
      return clip !== null
    }
    if (event.key === 'Escape') {
      useSession.setState({ focusedClip: null })
      element.focus()
      return true
    }
    const itemId =
      target.role === 'gridcell' ? (target.dataset.item as ItemId | undefined) : undefined
    if (itemId === undefined) return false
    if (event.key === 'Enter' || event.key === ' ') {
      selectByKey(itemId, event.ctrlKey || event.metaKey)
      return true
    }
    if (event.ctrlKey || event.metaKey) return false
    if (event.altKey && event.key.startsWith('Arrow')) {
      nudgeClip(itemId, event.key, event.shiftKey)
      return true
    }
    if (event.shiftKey || event.altKey) return false
    const next = neighbour(rows, itemId, event.key)
    if (next) focusClip(element, next)
    return next !== null || event.key.startsWith('Arrow')
  }

  return (
    <div className={styles.timeline}>
      <Toolbar rate={timeline.rate} />
      <TimelineChoice project={project} timeline={timeline} />
      <Ruler timeline={timeline} markers={markers} width={width} />
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
          onScroll={({ currentTarget }) =>
            setScrolled({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
          }
        >
          <div role="presentation" className={styles.content} style={{ height: rowsHeight(rows) }}>
            <Rows project={project} timeline={timeline} rows={rows} shown={shown} width={width} />
          </div>
        </div>
      </ContextMenu>
      <ZoomButtons />
      <Overview project={project} timeline={timeline} rows={rows} markers={markers} />
      <GuideLine />
      <PlayheadLine />
      <FeedbackOverlay />
    </div>
  )
}

/** Asks for what clips show and shots have, and shows a project that was just opened as it was left, or all of it. */
function useNews(project: Project): void {
  const projectId = settingsOf(project).id
  const { assets, shots, takes } = project
  useEffect(() => {
    if (restoreView(project) === 'unknown') fit()
  }, [projectId])
  useEffect(() => {
    const all = [...assets, ...takes.values().map(({ asset }) => asset)]
    void watchMedia(all.map(({ mediaKey }) => mediaKey))
  }, [assets, takes])
  useEffect(() => {
    for (const { id } of shots) void loadTakes(projectId, id)
  }, [projectId, shots])
}
