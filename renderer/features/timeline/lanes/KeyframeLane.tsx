/** One value of a clip over its time: its line, and its keyframes as diamonds that are dragged in time and value. */
import { useTranslation } from 'react-i18next'
import type { Project } from '../../../../shared/model/project.ts'
import { clipOf, placeClip } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { valueName } from '../../../i18n/valueName.ts'
import { useSession } from '../../../store/session.ts'
import { formatValue, valueForm } from '../../../ui/valueForms.ts'
import { useFeedback } from '../gestures/feedback.ts'
import { GridCell, GridRow } from '../grid.tsx'
import type { LaneRow } from '../rows.ts'
import styles from '../Timeline.module.css'
import { xOf } from '../zoom.ts'
import { BezierHandles } from './BezierHandles.tsx'
import { LaneHeader } from './LaneHeader.tsx'
import { linearAxis, valueRange } from './laneGeometry.ts'
import { laneValue } from './laneValues.ts'
import { ValueLine } from './ValueLine.tsx'

export interface LaneProps<R> {
  readonly project: Project
  readonly timeline: Timeline
  readonly row: R
  readonly index: number
  readonly width: number
}

export function KeyframeLane({ project, timeline, row, index, width }: LaneProps<LaneRow>) {
  const { t } = useTranslation()
  const { key, itemId, property, top, height, track, isCurve } = row
  const framesPerPixel = useSession((state) => state.framesPerPixel)
  const scrollFrame = useSession((state) => state.scrollFrame)
  const focused = useSession((state) => state.focusedLane)
  const heldRange = useFeedback((state) => state.ranges[key])
  const view = { framesPerPixel, scrollFrame }
  const clip = clipOf(project, itemId)
  const { start } = placeClip(project, itemId)
  const animated = laneValue(clip, property)
  const form = valueForm(clip, property)
  const range = heldRange ?? valueRange(animated, form)
  const axis = linearAxis(range, height)
  const name = valueName(clip, property)
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
      <LaneHeader clip={clip} trackKind={track.kind} lane={property} name={name} rowKey={key} />
      <GridCell
        aria-colindex={2}
        aria-label={name}
        className={styles.lane}
        onPointerDown={() => useSession.setState({ focusedLane: { itemId, lane: property } })}
      >
        <div
          className={styles.laneSpan}
          style={{ left: xOf(start, view), width: clip.duration / framesPerPixel }}
        />
        {isCurve && (
          <div className={styles.scale} aria-hidden="true">
            <span>{formatValue(form, range.high)}</span>
            <span>{formatValue(form, range.low)}</span>
          </div>
        )}
        <ValueLine
          clip={clip}
          property={property}
          timeline={timeline}
          start={start}
          view={view}
          axis={axis}
          width={width}
          height={height}
        >
          {isCurve && property !== 'speed' && (
            <BezierHandles
              clip={clip}
              property={property}
              start={start}
              view={view}
              axis={axis}
              height={height}
            />
          )}
        </ValueLine>
      </GridCell>
    </GridRow>
  )
}
