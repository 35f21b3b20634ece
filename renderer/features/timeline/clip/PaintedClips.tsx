/** The clips of a track that are too narrow, and too many, to be parts of the page: one canvas for all of them. */
import { useCallback } from 'react'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { Project } from '../../../../shared/model/project.ts'
import type { PlacedItem } from '../../../../shared/model/select.ts'
import { useMedia } from '../../../store/media.ts'
import { useSession } from '../../../store/session.ts'
import { useCanvas } from '../canvas.ts'
import styles from '../Timeline.module.css'
import type { View } from '../zoom.ts'
import { lookOf, paintsOf } from './looks.ts'
import { barsOf, THIN } from './runs.ts'

interface PaintedClipsProps {
  readonly project: Project
  readonly clips: readonly PlacedItem<Clip>[]
  readonly view: View
  /** Pixels of the tracks' window. */
  readonly width: number
  readonly height: number
}

const RING = 2

export function PaintedClips({ project, clips, view, width, height }: PaintedClipsProps) {
  const byKey = useMedia((state) => state.byKey)
  const selected = useSession((state) => state.clips)
  const { framesPerPixel, scrollFrame } = view
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const chosen = new Set(selected)
      const isOnline = (mediaKey: string): boolean => byKey[mediaKey]?.online !== false
      const paintOf = paintsOf(context.canvas)
      const style = getComputedStyle(context.canvas)
      const ring = style.getPropertyValue('--accent')
      const edge = style.getPropertyValue('--surface-0')
      const bars = barsOf(clips, { framesPerPixel, scrollFrame }, width, (placed) =>
        lookOf(project, placed, { isOnline, chosen }),
      )
      for (const { left, width: wide, look } of bars) {
        const { color, alpha, isChosen } = paintOf(look)
        context.globalAlpha = alpha
        context.fillStyle = color
        context.fillRect(left, 0, wide, height)
        if (isChosen) {
          context.fillStyle = ring
          context.fillRect(left, 0, wide, RING)
          context.fillRect(left, height - RING, wide, RING)
        }
        if (wide <= THIN) continue
        context.fillStyle = edge
        context.fillRect(left + wide - 1, 0, 1, height)
      }
    },
    [clips, project, byKey, selected, framesPerPixel, scrollFrame, width, height],
  )
  return <canvas ref={useCanvas(width, height, draw)} className={styles.painted} />
}
