/** The sound's outline: lowest and highest value of every short window, streamed, never a whole file in memory. */

import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { MediaInfo } from '../../../shared/model/mediaInfo.ts'
import { mediaZero } from '../../../shared/render/mediaZero.ts'
import { formatRational, type Rational } from '../../../shared/time/rational.ts'
import { say } from '../../../shared/words/say.ts'
import { MediaError, type PartOptions, type RunOptions } from '../MediaEngine.ts'
import { inputArguments } from './input.ts'

/** Samples a second of the mono mix. */
export const PEAK_SAMPLE_RATE = 48_000

/**
 * Index 0 is the media's zero, its first picture: sound that begins later is preceded by silence, what is heard before it
 * is left out.
 */
export const peakArguments = (path: string, streamIndex: number, zero: Rational): string[] => [
  ...inputArguments(path, { before: ['-copyts'] }),
  ...['-map', `0:${streamIndex}`, '-vn', '-sn', '-dn'],
  ...['-af', `asetpts=PTS-(${formatRational(zero)})/TB,aresample=async=1:first_pts=0`],
  ...['-ac', '1', '-ar', String(PEAK_SAMPLE_RATE), '-f', 's16le', '-c:a', 'pcm_s16le', 'pipe:1'],
]

const toInt8 = (sample: number): number => Math.max(-128, Math.min(127, Math.round(sample / 256)))

/**
 * Folds 16-bit samples into (min, max) pairs as they come. Window k holds the samples from `ceil(k * rate / perSecond)` on,
 * so that windows never drift against time.
 */
export class PeakFolder {
  /** Pairs finished so far. */
  count = 0
  readonly #perSecond: number
  readonly #rate: number
  #samples = 0
  #edge: number
  #low = Number.POSITIVE_INFINITY
  #high = Number.NEGATIVE_INFINITY
  #odd: number | undefined

  constructor(perSecond: number, rate: number) {
    if (!Number.isInteger(perSecond) || perSecond < 1 || perSecond > rate) {
      throw new RangeError(`Peaks a second must be a whole number from 1 to ${rate}`)
    }
    this.#perSecond = perSecond
    this.#rate = rate
    this.#edge = Math.ceil(rate / perSecond)
  }

  /** The pairs that `bytes` (little-endian samples, split anywhere) completed. */
  push(bytes: Uint8Array): Int8Array {
    const pairs: number[] = []
    let at = 0
    if (this.#odd !== undefined && bytes.length > 0) {
      this.#take(this.#odd | ((bytes[0] as number) << 8), pairs)
      at = 1
      this.#odd = undefined
    }
    for (; at + 1 < bytes.length; at += 2) {
      this.#take((bytes[at] as number) | ((bytes[at + 1] as number) << 8), pairs)
    }
    if (at < bytes.length) this.#odd = bytes[at]
    return Int8Array.from(pairs)
  }

  /** The last, shorter window, if any. */
  finish(): Int8Array {
    const pairs: number[] = []
    if (this.#low <= this.#high) this.#close(pairs)
    return Int8Array.from(pairs)
  }

  #take(unsigned: number, pairs: number[]): void {
    const sample = unsigned > 32767 ? unsigned - 65536 : unsigned
    if (sample < this.#low) this.#low = sample
    if (sample > this.#high) this.#high = sample
    this.#samples++
    if (this.#samples >= this.#edge) this.#close(pairs)
  }

  #close(pairs: number[]): void {
    pairs.push(toInt8(this.#low), toInt8(this.#high))
    this.count++
    this.#edge = Math.ceil(((this.count + 1) * this.#rate) / this.#perSecond)
    this.#low = Number.POSITIVE_INFINITY
    this.#high = Number.NEGATIVE_INFINITY
  }
}

/** A part is told of when the outline is this many times as long as at the last one: often at first, seldom later. */
const GROWTH = 1.5

/** @throws MediaError when the file has no sound or it cannot be decoded. */
export async function writePeaks(
  stream: (args: readonly string[], options?: RunOptions) => AsyncIterable<Uint8Array>,
  info: MediaInfo,
  request: { readonly path: string; readonly perSecond: number; readonly out: string },
  { signal, onPart }: PartOptions = {},
): Promise<{ count: number }> {
  const { path, perSecond, out } = request
  const [sound] = info.audio
  if (!sound) throw new MediaError(say('media:noSound', { name: basename(path) }), 'unsupported')
  const folder = new PeakFolder(perSecond, PEAK_SAMPLE_RATE)
  const file = await open(out, 'w')
  let told = 0
  try {
    const chunks = stream(
      peakArguments(path, sound.index, mediaZero(info)),
      signal ? { signal } : {},
    )
    for await (const chunk of chunks) {
      const pairs = folder.push(chunk)
      if (pairs.length > 0) await file.write(pairs)
      if (folder.count < Math.max(perSecond, told * GROWTH)) continue
      told = folder.count
      onPart?.(told)
    }
    await file.write(folder.finish())
  } finally {
    await file.close()
  }
  return { count: folder.count }
}
