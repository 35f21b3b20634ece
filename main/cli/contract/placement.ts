/** Which point of the source's rectangle a position names, read from the pixels of a finished reframe. */
import type { WireSourcePosition } from '../../../shared/generation/request.ts'
import {
  type FractionRect,
  type PositionReading,
  readSourcePosition,
} from '../../../shared/generation/sourcePosition.ts'
import type { MediaEngine } from '../../media/MediaEngine.ts'

interface Picture {
  readonly width: number
  readonly height: number
  /** RGB, 3 bytes each. */
  readonly pixels: Uint8Array
}

const CANVAS = { width: 120, height: 120 }
const SOURCE = { width: 72, height: 40 }
/** Of 255. A generated picture is never its source exactly. */
const LARGEST_DIFFERENCE = 40
/** How much better one place must fit than the other. */
const CLEARLY = 0.6

/** Null where the source is clearly at neither place. */
export async function readOrigin(
  engine: MediaEngine,
  files: { readonly source: string; readonly result: string },
  position: WireSourcePosition,
  signal: AbortSignal,
): Promise<PositionReading | null> {
  const canvas = await firstPicture(engine, files.result, CANVAS, signal)
  const source = await firstPicture(engine, files.source, SOURCE, signal)
  const fit = (reading: PositionReading): number =>
    difference(canvas, source, readSourcePosition(position, reading).rect)
  const [corner, centre] = [fit('topLeft'), fit('centre')]
  const [best, other, reading] =
    corner <= centre ? [corner, centre, 'topLeft' as const] : [centre, corner, 'centre' as const]
  return best <= LARGEST_DIFFERENCE && best <= CLEARLY * other ? reading : null
}

/** Mean difference of the source's pixels from what lies at their places, as far as those are inside. */
function difference(canvas: Picture, source: Picture, rect: FractionRect): number {
  let [sum, count] = [0, 0]
  for (let row = 0; row < source.height; row++) {
    for (let column = 0; column < source.width; column++) {
      const x = Math.floor((rect.x + ((column + 0.5) / source.width) * rect.width) * canvas.width)
      const y = Math.floor((rect.y + ((row + 0.5) / source.height) * rect.height) * canvas.height)
      if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) continue
      for (let channel = 0; channel < 3; channel++) {
        const there = canvas.pixels[3 * (y * canvas.width + x) + channel] ?? 0
        const own = source.pixels[3 * (row * source.width + column) + channel] ?? 0
        sum += Math.abs(there - own)
        count += 1
      }
    }
  }
  return count === 0 ? Number.POSITIVE_INFINITY : sum / count
}

async function firstPicture(
  engine: MediaEngine,
  path: string,
  { width, height }: { readonly width: number; readonly height: number },
  signal: AbortSignal,
): Promise<Picture> {
  const chunks: Uint8Array[] = []
  const args = [
    ...['-i', `file:${path}`, '-map', '0:v:0', '-frames:v', '1'],
    ...['-vf', `scale=${width}:${height}:flags=area`, '-pix_fmt', 'rgb24'],
    ...['-f', 'rawvideo', 'pipe:1'],
  ]
  for await (const chunk of engine.stream(args, { signal })) chunks.push(chunk)
  return { width, height, pixels: Buffer.concat(chunks) }
}
