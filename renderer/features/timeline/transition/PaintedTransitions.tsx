/** The transitions of a track that are not parts of the page: frames with a slope, as the others are. */
import { useCallback } from 'react'
import { useSession } from '../../../store/session.ts'
import { useCanvas } from '../canvas.ts'
import { NAME_STRIP } from '../clip/sizes.ts'
import styles from '../Timeline.module.css'
import { tokensOf } from '../tokens.ts'
import { type View, xOf } from '../zoom.ts'
import type { PlacedTransition } from './transitionsWithin.ts'

interface PaintedTransitionsProps {
  readonly transitions: readonly PlacedTransition[]
  readonly isSound: boolean
  readonly view: View
  /** Pixels of the tracks' window. */
  readonly width: number
  readonly height: number
}

export function PaintedTransitions(props: PaintedTransitionsProps) {
  const { transitions, isSound, view, width, height } = props
  const selected = useSession((state) => state.transitions)
  const { framesPerPixel, scrollFrame } = view
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const tokens = tokensOf(context.canvas)
      const top = isSound ? 0 : NAME_STRIP
      const chosen = new Set(selected)
      const own = { framesPerPixel, scrollFrame }
      for (const { transition, start, end } of transitions) {
        const left = Math.round(xOf(start, own))
        const wide = Math.max(1, Math.round(xOf(end, own)) - left)
        context.globalAlpha = 0.72
        context.fillStyle = tokens.of('surface-2')
        context.fillRect(left, top, wide, height - top)
        context.globalAlpha = 1
        context.lineWidth = 1
        context.strokeStyle = tokens.of(chosen.has(transition.id) ? 'accent' : 'text-2')
        context.strokeRect(left + 0.5, top + 0.5, wide - 1, height - top - 1)
        context.beginPath()
        context.moveTo(left, top)
        context.lineTo(left + wide, height)
        context.stroke()
      }
    },
    [transitions, selected, isSound, framesPerPixel, scrollFrame, height],
  )
  return <canvas ref={useCanvas(width, height, draw)} className={styles.painted} />
}
