/** Pictures of media files by their moment: ffmpeg decodes from the beginning and the picture is picked by its timestamp. */
import { runTool } from '../fixtures/tool.ts'
import {
  approximately,
  type Fraction,
  fraction,
  isAtMost,
  product,
  sum,
  wholeBelow,
} from './fraction.ts'
import { blank, type Raster } from './raster.ts'

export interface StillOptions {
  /** What the file's colours are, where the file does not say. */
  readonly matrix: string
  readonly isInterlaced: boolean
}

interface Index {
  /** Presentation times in the order shown, counted from the first; of a steady stream on its exact grid. */
  readonly times: readonly Fraction[]
  readonly width: number
  readonly height: number
}

const indexes = new Map<string, Promise<Index>>()
const pictures = new Map<string, Promise<Raster>>()
/** Pictures kept; the oldest goes first. */
const KEPT = 48

/** The last picture that starts at or before `time` (seconds from the first picture); the first one before that. */
export async function pictureAt(
  path: string,
  time: Fraction,
  options: StillOptions,
): Promise<Raster> {
  const index = await known(indexes, path, () => readIndex(path))
  const number = Math.max(
    0,
    index.times.findLastIndex((at) => isAtMost(at, time)),
  )
  const picture = await known(pictures, `${path}\n${number}\n${JSON.stringify(options)}`, () =>
    readPicture(path, number, index, options),
  )
  for (const oldest of pictures.keys()) {
    if (pictures.size <= KEPT) break
    pictures.delete(oldest)
  }
  return picture
}

function known<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = cache.get(key) ?? make()
  cache.delete(key)
  cache.set(key, value)
  return value
}

async function readIndex(path: string): Promise<Index> {
  const { stderr } = await runTool('ffmpeg', [
    ...['-v', 'info', '-nostats', '-copyts', '-i', `file:${path}`, '-map', '0:v:0'],
    ...['-vf', 'showinfo', '-fps_mode', 'passthrough', '-f', 'null', '-'],
  ])
  const [, top = '1', bottom = '1', rateTop = '0', rateBottom = '1'] =
    /config in time_base: (\d+)\/(\d+), frame_rate: (\d+)\/(\d+)/.exec(stderr) ?? []
  const size = /n:\s*0 pts:.* s:(\d+)x(\d+) /.exec(stderr)
  const ticks = [...stderr.matchAll(/\bn:\s*\d+ pts:\s*(-?\d+|NOPTS) /g)].map(([, pts]) =>
    pts === 'NOPTS' ? 0n : BigInt(pts ?? 0),
  )
  if (!size || ticks.length === 0) throw new Error(`No picture in ${path}`)
  const tick = fraction(BigInt(top), BigInt(bottom))
  const [first = 0n] = ticks
  const exact = ticks.map((at) => product(fraction(at - first), tick))
  return {
    times: onGrid(exact, tick, fraction(BigInt(rateTop), BigInt(rateBottom))) ?? exact,
    width: Number(size[1]),
    height: Number(size[2]),
  }
}

/** Containers that count milliseconds round a steady rate's times: where every one is within a tick of its place, it is on it. */
function onGrid(times: readonly Fraction[], tick: Fraction, rate: Fraction): Fraction[] | null {
  if (rate.top === 0n) return null
  const grid = times.map((time) => {
    const place = wholeBelow(sum(product(time, rate), fraction(1, 2)))
    return fraction(BigInt(place) * rate.bottom, rate.top)
  })
  const isNear = times.every((time, i) => {
    const apart = approximately(time) - approximately(grid[i] ?? time)
    return Math.abs(apart) <= approximately(tick) * 1.001
  })
  return isNear ? grid : null
}

async function readPicture(
  path: string,
  number: number,
  { width, height }: Index,
  { matrix, isInterlaced }: StillOptions,
): Promise<Raster> {
  const filters = [
    ...(isInterlaced ? ['bwdif=mode=send_frame'] : []),
    `select='eq(n,${number})'`,
    `scale=in_color_matrix=${matrix}:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp`,
    'format=rgba64le',
  ]
  const { stdout } = await runTool('ffmpeg', [
    ...['-v', 'error', '-copyts', '-i', `file:${path}`, '-map', '0:v:0'],
    ...['-vf', filters.join(','), '-fps_mode', 'passthrough', '-frames:v', '1'],
    ...['-f', 'rawvideo', 'pipe:1'],
  ])
  if (stdout.length !== width * height * 8) {
    throw new Error(
      `Picture ${number} of ${path} has ${stdout.length} bytes, not ${width}x${height}`,
    )
  }
  const raster = blank(width, height)
  for (let at = 0; at < raster.data.length; at += 4) {
    const alpha = stdout.readUInt16LE(2 * (at + 3)) / 65535
    for (let i = at; i < at + 3; i++) raster.data[i] = (stdout.readUInt16LE(2 * i) / 65535) * alpha
    raster.data[at + 3] = alpha
  }
  return raster
}
