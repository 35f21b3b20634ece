/** A row of small pictures over a span, each found by seeking, so that the cost does not grow with the file. */

import { rename, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import type { MediaInfo } from '../../../shared/model/mediaInfo.ts'
import { tileSize } from '../../../shared/render/filmstrip.ts'
import {
  add,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
} from '../../../shared/time/rational.ts'
import { say } from '../../../shared/words/say.ts'
import { temporaryName } from '../../files/temporaryName.ts'
import { MediaError, type RunOptions, type TilePartOptions } from '../MediaEngine.ts'
import { fileUrl, sniffFile } from './input.ts'
import { pictureFilters, type Size } from './pictureFilters.ts'
import { isDamage, pictureArguments, type StillTools, seeksFor, shownPicture } from './still.ts'

export interface FilmstripSpan {
  readonly start: Rational
  readonly end: Rational
  readonly count: number
  readonly tileHeight: number
}

export interface FilmstripTools extends StillTools {
  readonly stream: (args: readonly string[], options?: RunOptions) => AsyncIterable<Uint8Array>
}

/** Few at a time: each is a decoder of its own with pictures of the full size, and preparation must leave room for playing. */
const AT_ONCE = availableParallelism() < 4 ? 1 : 2
/** Each further one keeps a picture of the full size in memory. */
const ONE_THREAD = ['-threads', '1'] as const
/** JPEG's own limit is 65535. */
const MAX_SPRITE_WIDTH = 65_500

/** The middle of each of the `count` equal parts of `[start, end)`. */
export function tileTimes({ start, end, count }: FilmstripSpan): Rational[] {
  const part = divide(subtract(end, start), rational(2 * count))
  return Array.from({ length: count }, (_, index) =>
    add(start, multiply(part, rational(2 * index + 1))),
  )
}

/** The last whole picture of raw RGB that arrives, or undefined when none does. */
async function lastPicture(
  chunks: AsyncIterable<Uint8Array>,
  byteLength: number,
): Promise<Buffer | undefined> {
  const picture = Buffer.alloc(byteLength)
  let last: Buffer | undefined
  let filled = 0
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + byteLength - filled)
      picture.set(part, filled)
      filled += part.length
      at += part.length
      if (filled === byteLength) {
        last = Buffer.from(picture)
        filled = 0
      }
    }
  }
  return last
}

/** 0, then whatever halves the longest gap: 0 4 2 6 1 3 5 7 of eight. */
export function coarseToFine(count: number): number[] {
  const order = new Set<number>()
  for (let step = 2 ** Math.ceil(Math.log2(Math.max(1, count))); step >= 1; step /= 2) {
    for (let index = 0; index < count; index += step) order.add(index)
  }
  return [...order]
}

/** Parts of so many tiles are worth a sprite of their own. */
const PARTS: ReadonlySet<number> = new Set([1, 4, 16])

/** Copies a tile into its place in the sprite, row by row; both hold packed RGB. */
function paste(
  sprite: Buffer,
  spriteWidth: number,
  tile: Buffer,
  { width, height }: Size,
  x: number,
): void {
  for (let row = 0; row < height; row++) {
    tile.copy(sprite, (row * spriteWidth + x) * 3, row * width * 3, (row + 1) * width * 3)
  }
}

/** Input of raw RGB on standard input → one JPEG. */
export const spriteArguments = ({ width, height }: Size, out: string): string[] => [
  ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`, '-i', 'pipe:0'],
  ...['-vf', 'scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p'],
  ...['-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '4', '-strict', 'unofficial'],
  ...['-f', 'image2', '-update', '1', fileUrl(out)],
]

/** Writes a sprite beside `out` and puts it in place at once, since somebody may be reading a part. */
async function writeSprite(
  tools: Pick<FilmstripTools, 'run'>,
  sprite: Buffer,
  size: Size,
  out: string,
  options: RunOptions,
): Promise<void> {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield sprite
  }
  const temporary = temporaryName(out)
  try {
    await tools.run(spriteArguments(size, temporary), { ...options, stdin: once() })
    await rename(temporary, out)
  } finally {
    await rm(temporary, { force: true })
  }
}

/**
 * Tiles whose time shows nothing (damage, a header that promises too much) repeat their left neighbour.
 * @throws MediaError when no tile shows anything; RangeError when the sprite would be wider than JPEG allows.
 */
export async function writeFilmstrip(
  tools: FilmstripTools,
  info: MediaInfo,
  request: { readonly path: string; readonly span: FilmstripSpan; readonly out: string },
  { signal, onPart }: TilePartOptions = {},
): Promise<{ tileWidth: number }> {
  const { path, span, out } = request
  const video = shownPicture(info, path)
  const size = tileSize(video, span.tileHeight)
  const width = size.width * span.count
  if (span.count < 1 || width > MAX_SPRITE_WIDTH) {
    throw new RangeError(`${span.count} tiles of ${size.width} pixels do not fit one filmstrip`)
  }
  const filters = pictureFilters(video, size, 'rgb24', tools.filters)
  const sniffed = await sniffFile(path)
  const options = signal ? { signal } : {}
  const decode = async (time: Rational): Promise<Buffer | undefined> => {
    for (const seek of seeksFor(info, video, time)) {
      const args = [
        ...pictureArguments(path, sniffed, video, seek, filters, ONE_THREAD),
        ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
      ]
      try {
        const tile = await lastPicture(tools.stream(args, options), size.width * size.height * 3)
        if (tile) return tile
      } catch (error) {
        if (!isDamage(error)) throw error
      }
    }
    return undefined
  }

  const times = info.kind === 'still' ? [span.start] : tileTimes(span)
  const tiles: (Buffer | undefined)[] = []
  const whole = { width, height: size.height }
  const sprite = Buffer.alloc(width * size.height * 3)
  const order = coarseToFine(times.length)
  let done = 0
  const work = async (most = Number.POSITIVE_INFINITY): Promise<void> => {
    for (let left = most; left > 0; left--) {
      const index = order.shift()
      if (index === undefined) return
      const tile = await decode(times[index] as Rational)
      tiles[index] = tile
      if (!tile) continue
      paste(sprite, width, tile, size, index * size.width)
      const count = ++done
      if (!onPart || !PARTS.has(count) || count === times.length) continue
      await writeSprite(tools, Buffer.from(sprite), whole, out, options)
      onPart(count, size.width)
    }
  }
  // The first tile is seen before any other is looked for.
  await work(1)
  // Whatever fails, nothing is written any more once this function has ended.
  const ends = await Promise.allSettled(
    Array.from({ length: Math.min(AT_ONCE, order.length) }, () => work()),
  )
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  let shown = tiles.find((tile) => tile !== undefined)
  if (!shown) {
    throw new MediaError(say('media:noPictureInSpan', { name: basename(path) }), 'failed')
  }
  for (let index = 0; index < span.count; index++) {
    shown = tiles[index] ?? shown
    paste(sprite, width, shown, size, index * size.width)
  }
  await writeSprite(tools, sprite, whole, out, options)
  return { tileWidth: size.width }
}
