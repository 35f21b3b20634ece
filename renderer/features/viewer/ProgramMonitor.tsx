/** The cut as it plays, with takes on trial compared in place. */

import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Project } from '../../../shared/model/project.ts'
import { timelineEnd } from '../../../shared/model/select.ts'
import type { Take } from '../../../shared/model/take.ts'
import { pictureAt } from '../../../shared/render/pictureAt.ts'
import { formatPosition } from '../../../shared/time/position.ts'
import { toNumber } from '../../../shared/time/rational.ts'
import { inWords } from '../../i18n/inWords.ts'
import { sideBySide } from '../../playback/compositor/sideBySide.ts'
import type { Comparison } from '../../playback/Scene.ts'
import { goTo } from '../../playback/transport.ts'
import { activeTimeline, dispatch, useDocument } from '../../store/document.ts'
import { playhead } from '../../store/playhead.ts'
import { usePreferences } from '../../store/preferences.ts'
import { type CompareMode, type SessionState, useSession } from '../../store/session.ts'
import { useTakes } from '../../store/takes.ts'
import { Button } from '../../ui/Button.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Dropped } from './Dropped.tsx'
import { hostFullScreen } from './fullScreen.ts'
import { CanvasHandles } from './handles/CanvasHandles.tsx'
import { Meters } from './Meters.tsx'
import { Notes } from './Notes.tsx'
import { type Audition, programScene } from './programScene.ts'
import { Stage } from './Stage.tsx'
import { TimecodeField } from './TimecodeField.tsx'
import { TransportButtons } from './TransportButtons.tsx'
import { TrimView } from './TrimView.tsx'
import { type MonitorSource, useMonitor } from './useMonitor.ts'
import { ViewSelects, ViewToggles } from './ViewControls.tsx'
import styles from './Viewer.module.css'
import { useWipe, WipeHandle } from './WipeHandle.tsx'

type OnTrial = SessionState['audition']

function auditionOf(project: Project, onTrial: OnTrial): Audition | null {
  if (!onTrial) return null
  const known: readonly Take[] = [
    ...(useTakes.getState().byShot[onTrial.shotId] ?? []),
    ...project.takes.values(),
  ]
  const takes = onTrial.takeIds.flatMap((id) => known.find((take) => take.id === id) ?? [])
  return { shotId: onTrial.shotId, takes, mode: onTrial.mode }
}

function sceneNow() {
  const { project } = useDocument.getState()
  if (!project) return null
  const audition = auditionOf(project, useSession.getState().audition)
  return programScene(project, activeTimeline(project), playhead.getState().frame, audition)
}

function aheadOf(speed: number) {
  const { project } = useDocument.getState()
  if (!project) return null
  const timeline = activeTimeline(project)
  const frames = Math.round(speed * toNumber(timeline.rate))
  return pictureAt(project, timeline, Math.max(0, playhead.getState().frame + frames))
}

const PROGRAM: MonitorSource = {
  playhead,
  scene: sceneNow,
  ahead: aheadOf,
  wipe: () => useWipe.getState().at,
}

export function ProgramMonitor({ project }: { readonly project: Project }) {
  const { t } = useTranslation()
  const display = usePreferences((state) => state.timeDisplay)
  const timeline = activeTimeline(project)
  const { canvas, ...shortcomings } = useMonitor(PROGRAM)
  const { rate, startFrame, width, height } = timeline
  return (
    <div ref={hostFullScreen} className={styles.monitor}>
      <div className={styles.sight}>
        <Stage
          canvas={canvas}
          label={t('viewer.program')}
          width={width}
          height={height}
          monitor="program"
        >
          <CanvasHandles project={project} timeline={timeline} />
          <TrialTags project={project} />
        </Stage>
        <Meters />
      </div>
      <Notes {...shortcomings} />
      <TrimView />
      <div className={styles.transport}>
        <div className={styles.start}>
          <TimecodeField playhead={playhead} rate={rate} startFrame={startFrame} onGo={goTo} />
          <span className={styles.dim}>
            / {formatPosition(timelineEnd(project, timeline), rate, display)}
          </span>
          <ViewSelects monitor="program" />
        </div>
        <TransportButtons playhead={playhead} />
        <div className={styles.end}>
          <Dropped />
          <span className={styles.spring} />
          <ViewToggles />
        </div>
        <Trial project={project} />
      </div>
    </div>
  )
}

/** In the corner of the take's own part of the picture; the second of two over each other is at the right. */
function placeOfTag(
  comparison: Comparison,
  index: number,
  shown: readonly unknown[],
): CSSProperties {
  if (comparison !== 'side') return { [index === 0 ? 'left' : 'right']: 10, top: 10 }
  const { x, y } = sideBySide(shown.length)[index] ?? { x: 0, y: 0 }
  return { left: `calc(${x * 100}% + 10px)`, top: `calc(${y * 100}% + 10px)` }
}

/** The names of the takes over the picture; they change only where the shot under the playhead does. */
function TrialTags({ project }: { readonly project: Project }) {
  const { t } = useTranslation()
  const onTrial = useSession((state) => state.audition)
  const frame = useStore(playhead, (state) => (onTrial ? state.frame : 0))
  const audition = auditionOf(project, onTrial)
  if (!audition) return null
  const { shown, comparison } = programScene(project, activeTimeline(project), frame, audition)
  const shot = project.shots.get(audition.shotId)
  const inCut = shot?.takeId === undefined ? undefined : project.takes.get(shot.takeId)
  const nameOf = (take: Take | null | undefined): string => {
    const seen = take ?? inCut
    return seen
      ? `${t('viewer.take', { number: seen.number })} · ${inWords(seen.method)}`
      : t('viewer.inTheCut')
  }
  if (shown.length === 0) return null
  return (
    <>
      {comparison === 'wipe' && <WipeHandle label={t('viewer.wipe')} />}
      {shown.map((take, i) => (
        <span
          key={take?.id ?? 'cut'}
          className={styles.tag}
          style={placeOfTag(comparison, i, shown)}
        >
          {nameOf(take)}
        </span>
      ))}
    </>
  )
}

/** How takes are compared, and taking the newest into the cut. */
function Trial({ project }: { readonly project: Project }) {
  const { t } = useTranslation()
  const onTrial = useSession((state) => state.audition)
  useTakes((state) => (onTrial ? state.byShot[onTrial.shotId] : undefined))
  const audition = auditionOf(project, onTrial)
  const take = audition?.takes.at(-1)
  if (!onTrial || !audition || !take) return null
  const isInCut = project.shots.get(audition.shotId)?.takeId === take.id
  const accept = (): void => {
    if (dispatch('take.accept', { shotId: audition.shotId, take })) {
      useSession.setState({ audition: null })
    }
  }
  return (
    <span className={styles.further}>
      <Segmented<CompareMode>
        label={t('viewer.compare')}
        value={onTrial.mode}
        options={[
          { value: 'one', label: t('viewer.mode.one') },
          { value: 'side', label: t('viewer.mode.side') },
          { value: 'wipe', label: t('viewer.mode.wipe') },
          { value: 'difference', label: t('viewer.mode.difference') },
        ]}
        onChange={(mode) => useSession.setState({ audition: { ...onTrial, mode } })}
      />
      <Button
        onClick={accept}
        disabled={isInCut}
        title={isInCut ? t('viewer.alreadyInTheCut') : undefined}
      >
        {t('viewer.accept', { number: take.number })}
      </Button>
      <Button look="quiet" onClick={() => useSession.setState({ audition: null })}>
        {t('viewer.endTrial')}
      </Button>
    </span>
  )
}
