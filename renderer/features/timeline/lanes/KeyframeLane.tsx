/** One animated value of a clip: its curve, and its keyframes as diamonds that are dragged in time and value. */
import type { KeyboardEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Project } from '../../../../shared/model/project.ts'
import { clipOf, placeClip } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { useSession } from '../../../store/session.ts'
import { useFeedback } from '../gestures/feedback.ts'
import { GridCell, GridRow } from '../grid.tsx'
import type { LaneRow } from '../rows.ts'
import styles from '../Timeline.module.css'
import { frameUnder, xOf } from '../zoom.ts'
import { addKeyframeAt } from './addToLane.ts'
import { animatedOf } from './animatedOf.ts'
import { LaneHeader } from './LaneHeader.tsx'
import { curvePath, formatValue, valueRange, yOfValue } from './laneGeometry.ts'
import { nudgeKeyframes, nudgeOf } from './nudge.ts'

export interface LaneProps<R> {
  readonly project: Project
  readonly timeline: Timeline
  readonly row: R
  readonly index: number
  readonly width: number
}

export function KeyframeLane({ project, timeline, row, index, width }: LaneProps<LaneRow>) {
  const { t } = useTranslation()
  const { itemId, property, top, height, track } = row
  const framesPerPixel = useSession((state) => state.framesPerPixel)
  const scrollFrame = useSession((state) => state.scrollFrame)
  const selected = useSession((state) => state.keyframes)
  const focused = useSession((state) => state.focusedLane)
  const held = useFeedback((state) => state.held)
  const isRefused = useFeedback((state) => state.refused !== null)
  const view = { framesPerPixel, scrollFrame }
  const clip = clipOf(project, itemId)
  const { start } = placeClip(project, itemId)
  const animated = animatedOf(clip, property)
  const range = valueRange(animated)
  const name = t(`timeline.property.${property}`)
  const span = { start, duration: clip.duration, width, height }

  const add = (event: MouseEvent<HTMLElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    const frame = frameUnder(x, view) - start
    if (frame >= 0 && frame < clip.duration) addKeyframeAt(clip, property, frame)
  }
  const nudge = (event: KeyboardEvent): void => {
    const by = nudgeOf(event)
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    nudgeKeyframes(by)
  }
  const isFocused = focused?.itemId === itemId && focused.lane === property
  return (
    <GridRow
      aria-level={2}
      aria-rowindex={index + 1}
      aria-label={t('timeline.lanes.of', { lane: name, name: clip.name })}
      className={styles.row}
      data-lane={property}
      data-focused={isFocused || undefined}
      style={{ top, height }}
    >
      <LaneHeader clip={clip} trackKind={track.kind} lane={property} name={name} />
      <GridCell
        aria-label={name}
        className={styles.lane}
        onDoubleClick={add}
        onPointerDown={() => useSession.setState({ focusedLane: { itemId, lane: property } })}
      >
        <div
          className={styles.laneSpan}
          style={{ left: xOf(start, view), width: clip.duration / framesPerPixel }}
        />
        <svg className={styles.curve} width={width} height={height} aria-hidden="true">
          <path d={curvePath(animated, view, span)} />
        </svg>
        {animated.keyframes.map(({ id, frame, value }) => {
          const shown = held[id] ?? frame
          const x = xOf(start + shown, view)
          if (x < -20 || x > width + 20) return null
          const isSelected = selected.some(({ keyframeId }) => keyframeId === id)
          return (
            <button
              key={id}
              type="button"
              className={styles.keyframe}
              data-keyframe={id}
              data-item={itemId}
              data-property={property}
              data-refused={(isRefused && id in held) || undefined}
              aria-pressed={isSelected}
              aria-label={t('timeline.keyframe', {
                name,
                timecode: formatTimecode(start + frame + timeline.startFrame, timeline.rate),
                value: formatValue(property, value),
              })}
              style={{ left: x, top: yOfValue(value, range, height) }}
              onFocus={() => useSession.setState({ focusedLane: { itemId, lane: property } })}
              onKeyDown={nudge}
              onClick={(event) => {
                // The pointer selects on its press; this is Enter and Space.
                if (event.detail !== 0) return
                useSession.setState({ keyframes: [{ itemId, property, keyframeId: id }], pins: [] })
              }}
            >
              <i />
            </button>
          )
        })}
      </GridCell>
    </GridRow>
  )
}
