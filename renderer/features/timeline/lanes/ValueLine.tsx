/** One value over a clip's time: a line that is dragged up and down, and its keyframes, moved by the arrows too. */
import type { KeyboardEvent, ReactNode } from 'react'
import type { ValuePath } from '../../../../shared/model/animatedPath.ts'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import styles from '../Timeline.module.css'
import type { View } from '../zoom.ts'
import { Keyframes } from './Keyframes.tsx'
import { type Axis, curvePath } from './laneGeometry.ts'
import { laneValue } from './laneValues.ts'
import { nudgeKeyframes, nudgeOf } from './nudge.ts'

interface ValueLineProps {
  readonly clip: Clip
  readonly property: ValuePath
  readonly timeline: Timeline
  /** Frame on which the clip begins. */
  readonly start: number
  readonly view: View
  readonly axis: Axis
  /** Pixels of the lane's window. */
  readonly width: number
  readonly height: number
  /** Whether it lies over the clip itself, not on a lane of its own. */
  readonly isOnClip?: boolean
  /** Between the line and its keyframes. */
  readonly children?: ReactNode
}

export function ValueLine(props: ValueLineProps) {
  const { clip, property, timeline, start, view, axis, width, height } = props
  const value = laneValue(clip, property)
  const path = curvePath(value, view, { start, duration: clip.duration, width }, axis)
  const nudge = (event: KeyboardEvent): void => {
    const by = nudgeOf(event)
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    nudgeKeyframes(by)
  }
  return (
    <>
      <svg className={styles.curve} width={width} height={height} aria-hidden="true">
        <path d={path} />
        <path
          d={path}
          className={styles.curveHit}
          data-line={property}
          data-item={clip.id}
          {...{ [props.isOnClip ? 'data-on-clip' : 'data-height']: height }}
        />
      </svg>
      {props.children}
      <Keyframes
        clip={clip}
        property={property}
        timeline={timeline}
        start={start}
        view={view}
        axis={axis}
        width={width}
        {...(props.isOnClip && { onClip: height })}
        onKeyDown={nudge}
      />
    </>
  )
}
