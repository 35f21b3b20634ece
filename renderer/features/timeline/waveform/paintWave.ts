import { lifted } from './lifted.ts'
import type { Extremes, PeakReader } from './peakReader.ts'

export interface WaveSpan {
  /** Pixels from the painted area's left edge to the clip's. */
  readonly clipLeft: number
  readonly width: number
  readonly height: number
  /** Media seconds shown so many pixels behind the clip's left edge. */
  readonly secondsAt: (pixels: number) => number
}

/** Pixels; lower rows show nothing that anybody could read. */
const LEAST_ROW = 14

/** The filled envelope in columns of `step` pixels: each channel by itself where there is room, else all in one. */
export function paintWave(
  context: CanvasRenderingContext2D,
  reader: PeakReader,
  { clipLeft, width, height, secondsAt }: WaveSpan,
  step = 1,
): void {
  const [first, last] = [secondsAt(-clipLeft), secondsAt(width - clipLeft)]
  const secondsPerPixel = Math.abs(last - first) / width
  const rows = step === 1 && height / reader.channels >= LEAST_ROW ? reader.channels : 1
  reader.want(Math.min(first, last), Math.max(first, last), secondsPerPixel)
  for (let x = 0; x < width; x += step) {
    const one = secondsAt(x - clipLeft)
    const other = secondsAt(x - clipLeft + step)
    const span = [Math.min(one, other), Math.max(one, other), secondsPerPixel * step] as const
    for (let row = 0; row < rows; row++) {
      const { low, high } = rows === 1 ? ofAll(reader, ...span) : reader.extremes(row, ...span)
      const middle = ((row + 0.5) * height) / rows
      const room = height / rows / 2 - 2
      const top = middle - lifted(high) * room
      const bottom = middle - lifted(low) * room
      context.fillRect(x, top, Math.min(step, width - x), Math.max(1, bottom - top))
    }
  }
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
