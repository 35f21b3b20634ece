/**
 * The clips of a track that are not parts of the page: one canvas for all of them. Where there is room they look as
 * the others do, with name, pictures and sound; the narrowest are bars.
 */
import { useCallback } from 'react'
import type { Clip } from '../../../../shared/model/clip.ts'
import type { Project } from '../../../../shared/model/project.ts'
import type { PlacedItem } from '../../../../shared/model/select.ts'
import type { Rational } from '../../../../shared/time/rational.ts'
import { useSpritesVersion } from '../../../playback/sprites.ts'
import { useMedia } from '../../../store/media.ts'
import { useSession } from '../../../store/session.ts'
import { useCanvas } from '../canvas.ts'
import styles from '../Timeline.module.css'
import { tokensOf } from '../tokens.ts'
import { useManyPeaks } from '../waveform/loadPeaks.ts'
import type { View } from '../zoom.ts'
import { lookOf, paintsOf } from './looks.ts'
import { paintClip } from './paintClip.ts'
import { barsOf, THIN } from './runs.ts'
import { NARROW } from './sizes.ts'

interface PaintedClipsProps {
  readonly project: Project
  readonly rate: Rational
  readonly clips: readonly PlacedItem<Clip>[]
  readonly view: View
  /** Pixels of the tracks' window. */
  readonly width: number
  readonly height: number
}

const RING = 2

export function PaintedClips(props: PaintedClipsProps) {
  const { project, rate, clips, view, width, height } = props
  const byKey = useMedia((state) => state.byKey)
  const selected = useSession((state) => state.clips)
  const sprites = useSpritesVersion()
  const peaksOf = useManyPeaks()
  const { framesPerPixel, scrollFrame } = view
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const chosen = new Set(selected)
      const isOnline = (mediaKey: string): boolean => byKey[mediaKey]?.online !== false
      const tokens = tokensOf(context.canvas)
      const paintOf = paintsOf(tokens)
      const own = { framesPerPixel, scrollFrame }
      const look = (placed: PlacedItem<Clip>) => lookOf(project, placed, { isOnline, chosen })
      const isRoomy = ({ start, end }: PlacedItem): boolean =>
        end - start >= NARROW * framesPerPixel
      const narrow = clips.filter((placed) => !isRoomy(placed))
      const ring = tokens.of('accent')
      const edge = tokens.of('surface-0')
      for (const bar of barsOf(narrow, own, width, look)) {
        const { color, alpha, isChosen } = paintOf(bar.look)
        context.globalAlpha = alpha
        context.fillStyle = color
        context.fillRect(bar.left, 0, bar.width, height)
        if (isChosen) {
          context.fillStyle = ring
          context.fillRect(bar.left, 0, bar.width, RING)
          context.fillRect(bar.left, height - RING, bar.width, RING)
        }
        if (bar.width <= THIN) continue
        context.fillStyle = edge
        context.fillRect(bar.left + bar.width - 1, 0, 1, height)
      }
      context.globalAlpha = 1
      const painting = { project, rate, view: own, width, height, media: byKey, peaksOf, tokens }
      for (const placed of clips.filter(isRoomy)) {
        paintClip(context, placed, paintOf(look(placed)), painting)
      }
    },
    // The sprites' number says that more can be drawn.
    [
      clips,
      project,
      rate,
      byKey,
      selected,
      framesPerPixel,
      scrollFrame,
      sprites,
      peaksOf,
      width,
      height,
    ],
  )
  return <canvas ref={useCanvas(width, height, draw)} className={styles.painted} />
}
