/** The volume over a sound clip: a line that is dragged up and down, and its keyframes. */
import type { KeyboardEvent } from 'react'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { PlacedItem } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { Keyframes } from '../lanes/Keyframes.tsx'
import { curvePath, faderAxis } from '../lanes/laneGeometry.ts'
import { nudgeKeyframes, nudgeOf } from '../lanes/nudge.ts'
import styles from '../Timeline.module.css'
import type { View } from '../zoom.ts'

interface VolumeLineProps {
  readonly placed: PlacedItem<Clip>
  readonly timeline: Timeline
  readonly view: View
  /** Pixels from the left of the lane to what is drawn of the clip. */
  readonly drawnLeft: number
  /** Pixels of the lane's window. */
  readonly width: number
  readonly height: number
}

export function VolumeLine({ placed, timeline, view, drawnLeft, width, height }: VolumeLineProps) {
  const { item, start } = placed
  const axis = faderAxis(height)
  const path = curvePath(item.sound.volume, view, { start, duration: item.duration, width }, axis)
  const nudge = (event: KeyboardEvent): void => {
    const by = nudgeOf(event)
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    nudgeKeyframes(by)
  }
  return (
    <div className={styles.volume} style={{ left: -drawnLeft }}>
      <svg className={styles.curve} width={width} height={height} aria-hidden="true">
        <path d={path} />
        <path
          d={path}
          className={styles.curveHit}
          data-line="volume"
          data-item={item.id}
          data-on-clip={height}
        />
      </svg>
      <Keyframes
        clip={item}
        property="volume"
        timeline={timeline}
        start={start}
        view={view}
        axis={axis}
        width={width}
        onClip={height}
        onKeyDown={nudge}
      />
    </div>
  )
}
