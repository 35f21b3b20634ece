/** The filled envelope of a sound clip. */
import { useCallback } from 'react'
import type { Asset } from '../../../../shared/model/asset.ts'
import { useCanvas } from '../canvas.ts'
import styles from '../Timeline.module.css'
import { usePeaks } from './loadPeaks.ts'
import { envelope, lifted } from './peaks.ts'

export interface WaveformProps {
  readonly asset: Asset
  /** Pixels from the painted area's left edge to the clip's. */
  readonly clipLeft: number
  readonly width: number
  readonly height: number
  /** Media seconds shown so many pixels behind the clip's left edge. */
  readonly secondsAt: (pixels: number) => number
}

export function Waveform({ asset, clipLeft, width, height, secondsAt }: WaveformProps) {
  const peaks = usePeaks(asset.mediaKey)
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (!peaks) return
      const middle = height / 2
      const room = middle - 2
      context.fillStyle = getComputedStyle(context.canvas).color
      for (let x = 0; x < width; x++) {
        const one = secondsAt(x - clipLeft)
        const other = secondsAt(x - clipLeft + 1)
        const { low, high } = envelope(peaks, Math.min(one, other), Math.max(one, other))
        const top = middle - lifted(high) * room
        const bottom = middle - lifted(low) * room
        context.fillRect(x, top, 1, Math.max(1, bottom - top))
      }
    },
    [peaks, clipLeft, width, height, secondsAt],
  )
  return <canvas ref={useCanvas(width, height, draw)} className={styles.wave} />
}
