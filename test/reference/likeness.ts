/** How near a picture comes to the reference painter's. */
import { runTool } from '../fixtures/tool.ts'
import type { Painted } from './paintFrame.ts'
import { lumaOf } from './raster.ts'

/** 3 values a pixel, rows from the top, 0..255. */
export interface Picture8 {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

export interface Likeness {
  /** Mean structural similarity of the lumas (BT.709, coded): 1 is the same picture. */
  readonly ssim: number
  /** Mean and largest difference of the lumas, in steps of 255. */
  readonly meanError: number
  readonly largestError: number
}

/** Compared where the painter is sure. @throws RangeError for pictures of different sizes. */
export function likeness(painted: Painted, picture: Picture8): Likeness {
  const { width, height, unsure } = painted
  if (picture.width !== width || picture.height !== height) {
    throw new RangeError(`${picture.width}x${picture.height} against ${width}x${height}`)
  }
  const a = new Float64Array(width * height)
  const b = new Float64Array(width * height)
  let [total, largest, count] = [0, 0, 0]
  for (let pixel = 0; pixel < a.length; pixel++) {
    const of = (rgb: ArrayLike<number>): number =>
      lumaOf(rgb[3 * pixel] ?? 0, rgb[3 * pixel + 1] ?? 0, rgb[3 * pixel + 2] ?? 0)
    a[pixel] = 255 * of(painted.rgb)
    b[pixel] = unsure[pixel] ? (a[pixel] ?? 0) : of(picture.rgb)
    if (unsure[pixel]) continue
    const error = Math.abs((a[pixel] ?? 0) - (b[pixel] ?? 0))
    total += error
    largest = Math.max(largest, error)
    count++
  }
  return {
    ssim: ssimOf(a, b, width, height),
    meanError: total / Math.max(1, count),
    largestError: largest,
  }
}

const SIDE = 8
const STEP = 4
const [C1, C2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]

/** Wang's index over windows of 8 x 8 that overlap by half, the mean of all. */
function ssimOf(a: Float64Array, b: Float64Array, width: number, height: number): number {
  let [total, windows] = [0, 0]
  for (let top = 0; top + SIDE <= height; top += STEP) {
    for (let left = 0; left + SIDE <= width; left += STEP) {
      let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0]
      for (let y = top; y < top + SIDE; y++) {
        for (let x = left; x < left + SIDE; x++) {
          const [va, vb] = [a[y * width + x] ?? 0, b[y * width + x] ?? 0]
          sa += va
          sb += vb
          saa += va * va
          sbb += vb * vb
          sab += va * vb
        }
      }
      const n = SIDE * SIDE
      const [ma, mb] = [sa / n, sb / n]
      const [va, vb, vab] = [saa / n - ma * ma, sbb / n - mb * mb, sab / n - ma * mb]
      total += ((2 * ma * mb + C1) * (2 * vab + C2)) / ((ma * ma + mb * mb + C1) * (va + vb + C2))
      windows++
    }
  }
  return total / Math.max(1, windows)
}

/** The pictures of a file in order, whose colours are BT.709 as exports' are. For short files: all are held at once. */
export async function decodedPictures(path: string): Promise<Picture8[]> {
  const { stdout: sizes } = await runTool('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'stream=width,height'],
    ...['-of', 'csv=p=0', `file:${path}`],
  ])
  const [width = 0, height = 0] = sizes.toString().trim().split(',').map(Number)
  const { stdout } = await runTool('ffmpeg', [
    ...['-v', 'error', '-i', `file:${path}`, '-map', '0:v:0'],
    ...[
      '-vf',
      'scale=in_color_matrix=bt709:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp',
    ],
    ...['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
  ])
  const size = width * height * 3
  return Array.from({ length: stdout.length / size }, (_, i) => ({
    ...{ width, height },
    rgb: stdout.subarray(i * size, (i + 1) * size),
  }))
}
