/** Two-up and four-up: the frames at the cut under the hand, over the program while a trim lasts. */
import { type CSSProperties, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { mediaTimeAt } from '../../../shared/model/timeMap.ts'
import { clipAt } from '../../../shared/render/pictureAt.ts'
import { frameAt } from '../../../shared/time/frames.ts'
import { formatTimecode } from '../../../shared/time/timecode.ts'
import { activeTimeline, useDocument } from '../../store/document.ts'
import { playhead } from '../../store/playhead.ts'
import { type TrimPane, useSession } from '../../store/session.ts'
import { Stage } from './Stage.tsx'
import { type MonitorSource, useMonitor } from './useMonitor.ts'
import styles from './Viewer.module.css'

/** The clip with the gesture's preview, and the frame of it that the pane is about. */
function seenBy({ itemId, edge }: TrimPane) {
  const { project } = useDocument.getState()
  const clip = project?.items.get(itemId)
  if (!project || clip?.kind !== 'clip') return null
  return { project, clip, frame: edge === 'first' ? 0 : clip.duration - 1 }
}

export function TrimView() {
  const trim = useSession((state) => state.trim)
  const project = useDocument((state) => state.project)
  if (!trim || !project) return null
  const { width, height } = activeTimeline(project)
  return (
    <div
      className={styles.trim}
      data-panes={trim.panes.length}
      style={{ '--ratio': width / height } as CSSProperties}
    >
      {trim.panes.map((pane, order) =>
        pane ? (
          <Pane key={`${pane.itemId}/${pane.edge}`} pane={pane} />
        ) : (
          <Nothing key={order} isBefore={order === 0} />
        ),
      )}
      <span className={styles.trimMoved}>{trim.moved}</span>
    </div>
  )
}

/** As large as a picture would be. */
function Nothing({ isBefore }: { readonly isBefore: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={styles.trimPane}>
      <div className={styles.trimEmpty}>
        {t(isBefore ? 'viewer.trim.nothingBefore' : 'viewer.trim.nothingBehind')}
      </div>
    </div>
  )
}

function Pane({ pane }: { readonly pane: TrimPane }) {
  const { t } = useTranslation()
  const project = useDocument((state) => state.project)
  const source = useMemo<MonitorSource>(
    () => ({
      playhead,
      scene: () => {
        const seen = seenBy(pane)
        if (!seen) return null
        const timeline = activeTimeline(seen.project)
        const size = { width: timeline.width, height: timeline.height }
        return {
          frame: seen.frame,
          size,
          picture: { ...size, nodes: [clipAt(seen.project, timeline, seen.clip, seen.frame)] },
          others: [],
          comparison: 'one',
        }
      },
      wipe: () => 0.5,
    }),
    [pane],
  )
  const { canvas } = useMonitor(source)
  const clip = project?.items.get(pane.itemId)
  if (!project || clip?.kind !== 'clip') return null
  const { width, height, rate } = activeTimeline(project)
  const label = t(`viewer.trim.${pane.edge}`, { name: clip.name })
  const side = t(pane.edge === 'first' ? 'viewer.markIn' : 'viewer.markOut')
  const frame = pane.edge === 'first' ? 0 : clip.duration - 1
  return (
    <div className={styles.trimPane}>
      <Stage canvas={canvas} label={label} width={width} height={height}>
        <div className={styles.trimTags}>
          <span className={styles.trimName} title={clip.name}>
            {side} · {clip.name}
          </span>
          <span className={styles.trimTime}>
            {formatTimecode(frameAt(mediaTimeAt(clip, frame, rate), rate), rate)}
          </span>
        </div>
      </Stage>
    </div>
  )
}
