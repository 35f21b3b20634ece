/** One value of a clip over its time: its line, and its keyframes as diamonds that are dragged in time and value. */
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyframeId } from '../../../../shared/model/ids.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { clipOf, placeClip } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { formatTimecode } from '../../../../shared/time/timecode.ts'
import { valueName } from '../../../i18n/valueName.ts'
import { type SessionState, useSession } from '../../../store/session.ts'
import { formatValue, valueForm } from '../../../ui/valueForms.ts'
import { useCanvas } from '../canvas.ts'
import { useFeedback } from '../gestures/feedback.ts'
import { GridCell, GridRow } from '../grid.tsx'
import type { LaneRow } from '../rows.ts'
import styles from '../Timeline.module.css'
import { keyOf } from '../things.ts'
import { tokensOf } from '../tokens.ts'
import { type View, xOf } from '../zoom.ts'
import type { Bend } from './bezier.ts'
import { LaneHeader } from './LaneHeader.tsx'
import { curvePath, linearAxis, type ValueRange, valueRange } from './laneGeometry.ts'
import { handlePoints, keyframePoints, type ValueInLane } from './laneMarks.ts'
import { laneValue } from './laneValues.ts'
import { paintCurve, paintHandles, paintScale } from './paintLane.ts'

export interface LaneProps<R> {
  readonly project: Project
  readonly timeline: Timeline
  readonly row: R
  readonly index: number
  readonly width: number
  readonly view: View
  /** How many of its things may be parts of the page. */
  readonly share: number
}

/** Pixels beside the window in which things are still drawn. */
const OVERDRAW = 20

export function KeyframeLane(props: LaneProps<LaneRow>) {
  const { project, timeline, row, index, width, view, share } = props
  const { t } = useTranslation()
  const { key, itemId, property, top, height, track, isCurve } = row
  const isFocused = useSession(
    ({ focusedLane }) => focusedLane?.itemId === itemId && focusedLane.lane === property,
  )
  const heldRange = useFeedback((state) => state.ranges[key])
  const clip = clipOf(project, itemId)
  const { start } = placeClip(project, itemId)
  const form = valueForm(clip, property)
  const range = heldRange ?? valueRange(laneValue(clip, property), form)
  const name = valueName(clip, property)
  const { low, high } = range
  const axis = useMemo(() => linearAxis({ low, high }, height), [low, high, height])
  const value: ValueInLane = { clip, property, start, view, axis }
  const isInHandles = useSession(
    ({ focusedThing }) => focusedThing !== null && isHandleKey(focusedThing, key),
  )
  const selected = useSession((state) => state.keyframes)
  // While the keys are on a handle, every one can be gone to.
  const handlesOf = isInHandles ? NOTHING : selected
  return (
    <GridRow
      aria-level={2}
      aria-rowindex={index + 1}
      aria-label={t('timeline.lanes.of', { lane: name, name: clip.name })}
      className={styles.row}
      data-row={key}
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
        onFocus={() => useSession.setState({ focusedLane: { itemId, lane: property } })}
      >
        <Curve
          value={value}
          handlesOf={isCurve ? handlesOf : null}
          scale={isCurve ? `${formatValue(form, high)}\n${formatValue(form, low)}` : null}
          range={range}
          selected={selected}
          width={width}
          height={height}
        />
        <Keyframes
          value={value}
          timeline={timeline}
          selected={selected}
          width={width}
          share={share}
          name={name}
        />
        {isCurve && <Handles value={value} handlesOf={handlesOf} width={width} share={share} />}
      </GridCell>
    </GridRow>
  )
}

type Chosen = SessionState['keyframes']
const NOTHING: Chosen = []

const isHandleKey = (key: string, rowKey: string): boolean =>
  key.startsWith(`${rowKey}/`) && (key.endsWith('/in') || key.endsWith('/out'))

interface CurveProps {
  readonly value: ValueInLane
  /** Of which keyframes the handles are drawn; null: of none. */
  readonly handlesOf: Chosen | null
  readonly selected: Chosen
  /** The highest and the lowest value in words, on two lines; null: they are not written. */
  readonly scale: string | null
  readonly range: ValueRange
  readonly width: number
  readonly height: number
}

/** All that is seen of the lane, on one canvas. */
function Curve({ value, handlesOf, selected, scale, range, width, height }: CurveProps) {
  const { clip, property, start, view, axis } = value
  const { framesPerPixel, scrollFrame } = view
  const { low, high } = range
  const held = useFeedback((state) => state.held)
  const isRefused = useFeedback((state) => state.refused !== null)
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const tokens = tokensOf(context.canvas)
      const own: ValueInLane = {
        ...{ clip, property, start, axis },
        view: { framesPerPixel, scrollFrame },
      }
      const span = { start, duration: clip.duration, width }
      const chosen = new Set(selected.map(({ keyframeId }) => keyframeId))
      context.globalAlpha = 0.04
      context.fillStyle = tokens.of('accent')
      context.fillRect(xOf(start, own.view), 0, clip.duration / framesPerPixel, height)
      const isSeen = ({ x }: { readonly x: number }): boolean =>
        x > -OVERDRAW && x < width + OVERDRAW
      if (scale !== null) {
        const [highest = '', lowest = ''] = scale.split('\n')
        const seen = {
          left: Math.max(0, xOf(start, own.view)),
          right: Math.min(width, xOf(start + clip.duration, own.view)),
        }
        const marks = [
          { y: axis.yOf(high), text: highest },
          { y: axis.yOf(low), text: lowest },
        ]
        if (seen.right > seen.left) paintScale(context, marks, { ...seen, width }, tokens)
      }
      paintCurve(
        context,
        {
          path: curvePath(laneValue(clip, property), own.view, span, axis),
          ...{ stroke: tokens.of('accent'), alpha: scale === null ? 0.55 : 0.9 },
          keyframes: keyframePoints(own, held)
            .filter(isSeen)
            .map(({ x, y, keyframe: { id } }) => ({
              ...{ id, x, y, isSelected: chosen.has(id), isRefused: isRefused && id in held },
            })),
        },
        tokens,
      )
      if (handlesOf) paintHandles(context, handlePoints(own, handlesOf).filter(isSeen), tokens)
    },
    [
      clip,
      property,
      start,
      axis,
      framesPerPixel,
      scrollFrame,
      handlesOf,
      selected,
      scale,
      low,
      high,
      held,
      isRefused,
      width,
      height,
    ],
  )
  return <canvas ref={useCanvas(width, height, draw)} className={styles.curve} />
}

interface PartsProps {
  readonly value: ValueInLane
  readonly width: number
  readonly share: number
}

/** The focused one and the first `share` of those in the window are parts of the page. */
function mountedOf<P extends { readonly x: number }>(
  points: readonly P[],
  { width, share }: Pick<PartsProps, 'width' | 'share'>,
  isFocused: (point: P) => boolean,
): P[] {
  const seen = points.filter(({ x }) => x >= -OVERDRAW && x <= width + OVERDRAW)
  return seen.filter((point, order) => order < share || isFocused(point))
}

interface KeyframesProps extends PartsProps {
  readonly selected: Chosen
  readonly timeline: Timeline
  readonly name: string
}

function Keyframes({ value, timeline, selected, width, share, name }: KeyframesProps) {
  const { t } = useTranslation()
  const { clip, property, start } = value
  const focused = useSession((state) => state.focusedThing)
  const held = useFeedback((state) => state.held)
  const itemId = clip.id
  const keyFor = (keyframeId: KeyframeId): string =>
    keyOf({ kind: 'keyframe', itemId, property, keyframeId })
  const mounted = mountedOf(
    keyframePoints(value, held),
    { width, share },
    ({ keyframe }) => keyFor(keyframe.id) === focused,
  )
  return mounted.map(({ keyframe, x, y }) => (
    <button
      key={keyframe.id}
      type="button"
      tabIndex={-1}
      className={styles.keyframe}
      data-thing={keyFor(keyframe.id)}
      aria-pressed={selected.some(({ keyframeId }) => keyframeId === keyframe.id)}
      aria-label={t('timeline.keyframe', {
        name,
        timecode: formatTimecode(start + keyframe.frame + timeline.startFrame, timeline.rate),
        value: formatValue(valueForm(clip, property), keyframe.value),
      })}
      style={{ left: x, top: y }}
    />
  ))
}

function Handles({ value, handlesOf, width, share }: PartsProps & { readonly handlesOf: Chosen }) {
  const { t } = useTranslation()
  const focused = useSession((state) => state.focusedThing)
  const { clip, property } = value
  const keyFor = (keyframeId: KeyframeId, side: Bend): string =>
    keyOf({ kind: 'handle', itemId: clip.id, property, keyframeId, side })
  const mounted = mountedOf(
    handlePoints(value, handlesOf),
    { width, share },
    ({ from, side }) => keyFor(from.id, side) === focused,
  )
  return mounted.map(({ from, side, x, y }) => (
    <button
      key={`${from.id} ${side}`}
      type="button"
      tabIndex={-1}
      className={styles.handle}
      data-thing={keyFor(from.id, side)}
      aria-label={t(`timeline.curve.${side}`, { frame: from.frame })}
      style={{ left: x, top: y }}
    />
  ))
}
