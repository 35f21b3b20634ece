/** One asset on its own: play it, mark a part, send it to the timeline. */
import { X } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Asset } from '../../../shared/model/asset.ts'
import { displaySize } from '../../../shared/model/mediaInfo.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Timeline } from '../../../shared/model/timeline.ts'
import { clipAt } from '../../../shared/render/pictureAt.ts'
import { formatPosition } from '../../../shared/time/position.ts'
import { placeSource } from '../../playback/placeSource.ts'
import { sourcePlayer } from '../../playback/players.ts'
import { clipOfAsset } from '../../playback/soundOfAsset.ts'
import {
  clearSourceMarks,
  markSourceIn,
  markSourceOut,
  marksOf,
  type SourceMarks,
} from '../../playback/sourceMarks.ts'
import { sourceEnd, sourceRate } from '../../playback/sourceRate.ts'
import { activeTimeline, useDocument } from '../../store/document.ts'
import { sourcePlayhead } from '../../store/playhead.ts'
import { usePreferences } from '../../store/preferences.ts'
import { openSource } from '../../store/session.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Dropped } from './Dropped.tsx'
import { hostFullScreen } from './fullScreen.ts'
import { Meters } from './Meters.tsx'
import { Notes } from './Notes.tsx'
import { Stage } from './Stage.tsx'
import { TimecodeField } from './TimecodeField.tsx'
import { TransportButtons } from './TransportButtons.tsx'
import { type MonitorSource, useMonitor } from './useMonitor.ts'
import { ViewSelects, ViewToggles } from './ViewControls.tsx'
import styles from './Viewer.module.css'

/** The project's timeline in the asset's own size and rate. */
function ownTimeline(asset: Asset, timeline: Timeline): Timeline {
  const [video] = asset.info.video
  const size = video ? displaySize(video) : { width: timeline.width, height: timeline.height }
  return { ...timeline, ...size, rate: sourceRate(asset, timeline) }
}

function sceneOf(project: Project, asset: Asset) {
  const timeline = ownTimeline(asset, activeTimeline(project))
  const { frame } = sourcePlayhead.getState()
  const clip = clipOfAsset(asset, sourceEnd(asset, timeline))
  const hasPicture = asset.info.video.length > 0
  const size = { width: timeline.width, height: timeline.height }
  return {
    frame,
    size,
    picture: { ...size, nodes: hasPicture ? [clipAt(project, timeline, clip, frame)] : [] },
    others: [],
    comparison: 'one',
  } as const
}

interface SourceMonitorProps {
  readonly project: Project
  readonly asset: Asset
}

export function SourceMonitor({ project, asset }: SourceMonitorProps) {
  const { t } = useTranslation()
  const display = usePreferences((state) => state.timeDisplay)
  const timeline = ownTimeline(asset, activeTimeline(project))
  const { rate, width, height } = timeline
  const end = sourceEnd(asset, timeline)
  const source = useMemo<MonitorSource>(
    () => ({
      playhead: sourcePlayhead,
      scene: () => {
        const { project: now } = useDocument.getState()
        const shown = now?.assets.get(asset.id)
        return now && shown ? sceneOf(now, shown) : null
      },
      wipe: () => 0.5,
    }),
    [asset.id],
  )
  const { canvas, ...shortcomings } = useMonitor(source)
  const go = (frame: number): void => sourcePlayer.seek(Math.min(end - 1, frame))
  return (
    <div ref={hostFullScreen} className={styles.monitor}>
      <div className={styles.sourceTitle}>
        <span className={styles.dim}>{t('viewer.source')}</span>
        <b>{asset.name}</b>
        <span className={styles.spring} />
        <IconButton
          label={t('viewer.closeSource')}
          icon={<X size={14} aria-hidden="true" />}
          onClick={() => {
            sourcePlayer.setSpeed(0)
            openSource(null)
          }}
        />
      </div>
      <div className={styles.sight}>
        <Stage
          canvas={canvas}
          label={t('viewer.sourceOf', { name: asset.name })}
          width={width}
          height={height}
          monitor="source"
        >
          {asset.info.video.length === 0 && (
            <p className={`${styles.note} ${styles.soundOnly}`}>{t('viewer.soundOnly')}</p>
          )}
        </Stage>
        <Meters />
      </div>
      <Notes {...shortcomings} />
      <SourceBar end={end} marks={marksOf(asset, timeline)} onGo={go} />
      <div className={styles.transport}>
        <div className={styles.start}>
          <TimecodeField playhead={sourcePlayhead} rate={rate} startFrame={0} onGo={go} />
          <span className={styles.dim}>/ {formatPosition(end, rate, display)}</span>
          <ViewSelects monitor="source" />
        </div>
        <TransportButtons playhead={sourcePlayhead} />
        <div className={styles.end}>
          <Dropped />
          <span className={styles.spring} />
          <ViewToggles />
        </div>
        <span className={styles.further}>
          <Button look="quiet" onClick={markSourceIn}>
            {t('viewer.markIn')}
          </Button>
          <Button look="quiet" onClick={markSourceOut}>
            {t('viewer.markOut')}
          </Button>
          <Button look="quiet" onClick={clearSourceMarks}>
            {t('viewer.clearMarks')}
          </Button>
          <Button onClick={() => placeSource('insert')}>{t('viewer.insert')}</Button>
          <Button onClick={() => placeSource('overwrite')}>{t('viewer.overwrite')}</Button>
          <Button onClick={() => placeSource('append')}>{t('viewer.append')}</Button>
        </span>
      </div>
    </div>
  )
}

/** The asset's length with its marked part; dragging scrubs. */
function SourceBar({
  end,
  marks,
  onGo,
}: {
  readonly end: number
  readonly marks: SourceMarks
  readonly onGo: (frame: number) => void
}) {
  const { t } = useTranslation()
  const frame = useStore(sourcePlayhead, (state) => state.frame)
  const left = ((marks.in ?? 0) / end) * 100
  const right = ((marks.out ?? end) / end) * 100
  return (
    <div className={styles.sourceBar}>
      {(marks.in !== null || marks.out !== null) && (
        <div className={styles.marked} style={{ left: `${left}%`, width: `${right - left}%` }} />
      )}
      <input
        type="range"
        aria-label={t('viewer.position')}
        min={0}
        max={end - 1}
        value={Math.min(frame, end - 1)}
        onChange={(event) => onGo(Number(event.target.value))}
      />
    </div>
  )
}
