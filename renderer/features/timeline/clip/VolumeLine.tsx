/** The volume over a sound clip: a line that is dragged up and down, and its keyframes. Drawn; found by geometry. */
import { useCallback } from 'react'
import type { Clip } from '../../../../shared/model/clip.ts'
import { useSession } from '../../../store/session.ts'
import { useCanvas } from '../canvas.ts'
import { useFeedback } from '../gestures/feedback.ts'
import { curvePath, faderAxis } from '../lanes/laneGeometry.ts'
import { keyframePoints } from '../lanes/laneMarks.ts'
import { laneValue } from '../lanes/laneValues.ts'
import { paintCurve } from '../lanes/paintLane.ts'
import styles from '../Timeline.module.css'
import { tokensOf } from '../tokens.ts'

interface VolumeLineProps {
  readonly clip: Clip
  /** Its first frame on the timeline. */
  readonly start: number
  readonly framesPerPixel: number
  /** Of the timeline, at the left edge of what is drawn of the clip. */
  readonly from: number
  /** Pixels of what is drawn of it. */
  readonly width: number
  readonly height: number
}

export function VolumeLine(props: VolumeLineProps) {
  const { clip, start, framesPerPixel, from, width, height } = props
  const selected = useSession((state) => state.keyframes)
  const held = useFeedback((state) => state.held)
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const tokens = tokensOf(context.canvas)
      const view = { framesPerPixel, scrollFrame: from }
      const value = { clip, property: 'volume', start, view, axis: faderAxis(height) } as const
      const span = { start, duration: clip.duration, width }
      const chosen = new Set(selected.map(({ keyframeId }) => keyframeId))
      paintCurve(
        context,
        {
          path: curvePath(laneValue(clip, 'volume'), view, span, value.axis),
          ...{ stroke: tokens.of('text'), alpha: 1 },
          keyframes: keyframePoints(value, held).map(({ x, y, keyframe: { id } }) => ({
            ...{ id, x, y, isSelected: chosen.has(id), isRefused: false },
          })),
        },
        tokens,
      )
    },
    [clip, start, framesPerPixel, from, width, height, selected, held],
  )
  return <canvas ref={useCanvas(width, height, draw)} className={styles.volume} />
}
