/** The filled envelope of a sound clip: each channel by itself where there is room, else all in one. */
import { useCallback } from 'react'
import type { Asset } from '../../../../shared/model/asset.ts'
import { useCanvas } from '../canvas.ts'
import styles from '../Timeline.module.css'
import { lifted } from './lifted.ts'
import { usePeaks } from './loadPeaks.ts'
import type { Extremes, PeakReader } from './peakReader.ts'

export interface WaveformProps {
  readonly asset: Asset
  /** Pixels from the painted area's left edge to the clip's. */
  readonly clipLeft: number
  readonly width: number
  readonly height: number
  /** Media seconds shown so many pixels behind the clip's left edge. */
  readonly secondsAt: (pixels: number) => number
}

/** Pixels; lower rows show nothing that anybody could read. */
const LEAST_ROW = 14

export function Waveform({ asset, clipLeft, width, height, secondsAt }: WaveformProps) {
  const peaks = usePeaks(asset.mediaKey)
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (!peaks) return
      const { reader } = peaks
      const [first, last] = [secondsAt(-clipLeft), secondsAt(width - clipLeft)]
      const secondsPerPixel = Math.abs(last - first) / width
      const rows = height / reader.channels >= LEAST_ROW ? reader.channels : 1
      reader.want(Math.min(first, last), Math.max(first, last), secondsPerPixel)
      context.fillStyle = getComputedStyle(context.canvas).color
      for (let x = 0; x < width; x++) {
        const one = secondsAt(x - clipLeft)
        const other = secondsAt(x - clipLeft + 1)
        const span = [Math.min(one, other), Math.max(one, other), secondsPerPixel] as const
        for (let row = 0; row < rows; row++) {
          const { low, high } = rows === 1 ? ofAll(reader, ...span) : reader.extremes(row, ...span)
          const middle = ((row + 0.5) * height) / rows
          const room = height / rows / 2 - 2
          const top = middle - lifted(high) * room
          const bottom = middle - lifted(low) * room
          context.fillRect(x, top, 1, Math.max(1, bottom - top))
        }
      }
    },
    [peaks, clipLeft, width, height, secondsAt],
  )
  return <canvas ref={useCanvas(width, height, draw)} className={styles.wave} />
}

function ofAll(reader: PeakReader, from: number, to: number, secondsPerPixel: number): Extremes {
  let [low, high] = [0, 0]
  for (let channel = 0; channel < reader.channels; channel++) {
    const one = reader.extremes(channel, from, to, secondsPerPixel)
    low = Math.min(low, one.low)
    high = Math.max(high, one.high)
  }
  return { low, high }
}
