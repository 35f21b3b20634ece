/** A sound clip's envelope. */
import { useCallback } from 'react'
import type { Asset } from '../../../../shared/model/asset.ts'
import { useCanvas } from '../canvas.ts'
import styles from '../Timeline.module.css'
import { usePeaks } from './loadPeaks.ts'
import { paintWave, type WaveSpan } from './paintWave.ts'

interface WaveformProps extends WaveSpan {
  readonly asset: Asset
}

export function Waveform({ asset, clipLeft, width, height, secondsAt }: WaveformProps) {
  const peaks = usePeaks(asset.mediaKey)
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (!peaks) return
      context.fillStyle = getComputedStyle(context.canvas).color
      paintWave(context, peaks.reader, { clipLeft, width, height, secondsAt })
    },
    [peaks, clipLeft, width, height, secondsAt],
  )
  return <canvas ref={useCanvas(width, height, draw)} className={styles.wave} />
}
