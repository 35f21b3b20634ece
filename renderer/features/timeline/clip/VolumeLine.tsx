/** The volume over a sound clip: a line that is dragged up and down, and its keyframes. */
import type { Clip } from '../../../../shared/model/clip.ts'
import type { PlacedItem } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { faderAxis } from '../lanes/laneGeometry.ts'
import { ValueLine } from '../lanes/ValueLine.tsx'
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
  return (
    <div className={styles.volume} style={{ left: -drawnLeft }}>
      <ValueLine
        clip={item}
        property="volume"
        timeline={timeline}
        start={start}
        view={view}
        axis={faderAxis(height)}
        width={width}
        height={height}
        isOnClip
      />
    </div>
  )
}
