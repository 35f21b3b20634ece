/** How the curve leaves each keyframe and comes to the next: handles that are dragged, or moved by arrow keys. */
import { Fragment, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimatedPath } from '../../../../shared/model/animatedPath.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { Keyframe } from '../../../../shared/model/keyframe.ts'
import { dispatchAll } from '../../../store/dispatchAll.ts'
import { useSession } from '../../../store/session.ts'
import styles from '../Timeline.module.css'
import { type View, xOf } from '../zoom.ts'
import { type Bend, bent, handlesOf } from './bezier.ts'
import { easedKeys } from './laneCommands.ts'
import type { Axis } from './laneGeometry.ts'
import { laneValue } from './laneValues.ts'
import { nudgeOf } from './nudge.ts'

/** Of an arrow key, as a fraction of the way between the keyframes. */
const STEP = 0.02

interface BezierHandlesProps {
  readonly clip: Clip
  readonly property: AnimatedPath
  readonly start: number
  readonly view: View
  readonly axis: Axis
  readonly height: number
}

export function BezierHandles(props: BezierHandlesProps) {
  const { clip, property, start, view, axis, height } = props
  const { t } = useTranslation()
  const selected = useSession((state) => state.keyframes)
  const { keyframes } = laneValue(clip, property)
  const isChosen = ({ id }: Keyframe): boolean =>
    selected.some(({ keyframeId }) => keyframeId === id)
  const hasChoice = keyframes.some(isChosen)
  const spans = keyframes.flatMap((from, at) => {
    const to = keyframes[at + 1]
    if (!to || from.easing.kind === 'hold') return []
    return !hasChoice || isChosen(from) || isChosen(to) ? [{ from, to }] : []
  })
  const nudge = (from: Keyframe, side: Bend) => (event: KeyboardEvent) => {
    const by = nudgeOf(event)
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    const easing = bent(handlesOf(from.easing), side, { x: by.time * STEP, y: by.value * STEP })
    dispatchAll(undefined, easedKeys([{ itemId: clip.id, property, keyframeId: from.id }], easing))
  }
  return spans.map(({ from, to }) => {
    const { x1, y1, x2, y2 } = handlesOf(from.easing)
    const at = (x: number, y: number) => ({
      x: xOf(start + from.frame + x * (to.frame - from.frame), view),
      y: axis.yOf(from.value + y * (to.value - from.value)),
    })
    const ends = [
      { side: 'out', own: at(0, 0), handle: at(x1, y1) },
      { side: 'in', own: at(1, 1), handle: at(x2, y2) },
    ] as const
    return (
      <Fragment key={from.id}>
        <svg className={styles.arms} aria-hidden="true">
          {ends.map(({ side, own, handle }) => (
            <line key={side} x1={own.x} y1={own.y} x2={handle.x} y2={handle.y} />
          ))}
        </svg>
        {ends.map(({ side, handle }) => (
          <button
            key={side}
            type="button"
            className={styles.handle}
            data-handle={side}
            data-item={clip.id}
            data-property={property}
            data-from={from.id}
            data-height={height}
            aria-label={t(`timeline.curve.${side}`, { frame: from.frame })}
            style={{ left: handle.x, top: handle.y }}
            onKeyDown={nudge(from, side)}
          />
        ))}
      </Fragment>
    )
  })
}
