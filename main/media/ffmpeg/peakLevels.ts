/** Folds samples into windows of ten levels as they come, and gives out the bytes of their file (shared/render/peakLayout). */
import {
  CHUNK_PEAKS,
  chunkBytes,
  LEVEL_FACTOR,
  LEVELS,
  PEAK_BYTES,
  PEAKS_PER_SECOND,
} from '../../../shared/render/peakLayout.ts'

interface Level {
  /** One chunk as it lies in the file. */
  readonly chunk: Int8Array
  /** Windows in it. */
  filled: number
  /** Extremes of the window that is not whole yet, by channel, and of how many finer ones it is made by now. */
  readonly low: Int8Array
  readonly high: Int8Array
  parts: number
}

const toInt8 = (sample: number): number => Math.max(-128, Math.min(127, Math.round(sample / 256)))

/**
 * Windows of level 0 hold the samples from `ceil(k * rate / 400)` on, so that they never drift against time.
 * @param rate samples a second of each channel, at least 400
 */
export class PeakLevels {
  /** Windows of level 0 that are whole. */
  count = 0
  readonly #channels: number
  readonly #rate: number
  readonly #levels: readonly Level[]
  readonly #lowest: Int16Array
  readonly #highest: Int16Array
  /** Samples of each channel so far, and how many end the window. */
  #samples = 0
  #edge: number
  #isEmpty = true
  /** Whole frames of what came last, and behind them the bytes of one that was cut. Used again: hours of sound pass here. */
  #room = new ArrayBuffer(0)
  #cut = 0
  #ready: Uint8Array[] = []

  constructor(channels: number, rate: number) {
    this.#channels = channels
    this.#rate = rate
    this.#edge = Math.ceil(rate / PEAKS_PER_SECOND)
    this.#lowest = new Int16Array(channels)
    this.#highest = new Int16Array(channels)
    this.#levels = Array.from({ length: LEVELS }, () => ({
      chunk: new Int8Array(chunkBytes(channels)),
      filled: 0,
      low: new Int8Array(channels),
      high: new Int8Array(channels),
      parts: 0,
    }))
  }

  /** Windows of level 0 in chunks that were given out. */
  get given(): number {
    return this.count - (this.count % CHUNK_PEAKS)
  }

  /** What can be written after `bytes`, 16-bit samples of all channels in turn, little-endian and cut anywhere. */
  push(bytes: Uint8Array): Uint8Array[] {
    const length = this.#cut + bytes.length
    if (this.#room.byteLength < length) {
      const larger = new ArrayBuffer(2 * length)
      new Uint8Array(larger).set(new Uint8Array(this.#room, 0, this.#cut))
      this.#room = larger
    }
    const room = new Uint8Array(this.#room)
    room.set(bytes, this.#cut)
    const channels = this.#channels
    const end = length - (length % (2 * channels))
    const samples = new Int16Array(this.#room, 0, end / 2)
    for (let at = 0; at < samples.length; ) {
      const frames = Math.min(this.#edge - this.#samples, (samples.length - at) / channels)
      for (let channel = 0; channel < channels; channel++) this.#scan(samples, at, frames, channel)
      this.#isEmpty = false
      this.#samples += frames
      at += frames * channels
      if (this.#samples === this.#edge) this.#close()
    }
    this.#cut = length - end
    room.copyWithin(0, end, length)
    return this.#take()
  }

  /** The rest of the file: the last, shorter window, and the chunks that did not become whole. */
  finish(): Uint8Array[] {
    if (!this.#isEmpty) this.#close()
    const before = this.#take()
    const tails = this.#levels.map((level, index) => {
      if (level.parts > 0) this.#put(index, level.low, level.high, false)
      return this.#bytesOf(level)
    })
    return [...before, ...tails]
  }

  #scan(samples: Int16Array, at: number, frames: number, channel: number): void {
    const channels = this.#channels
    let low = this.#isEmpty ? 32_767 : (this.#lowest[channel] as number)
    let high = this.#isEmpty ? -32_768 : (this.#highest[channel] as number)
    const end = at + frames * channels
    for (let index = at + channel; index < end; index += channels) {
      const sample = samples[index] as number
      if (sample < low) low = sample
      if (sample > high) high = sample
    }
    this.#lowest[channel] = low
    this.#highest[channel] = high
  }

  #close(): void {
    const low = Int8Array.from(this.#lowest, toInt8)
    const high = Int8Array.from(this.#highest, toInt8)
    this.count++
    this.#edge = Math.ceil(((this.count + 1) * this.#rate) / PEAKS_PER_SECOND)
    this.#isEmpty = true
    this.#put(0, low, high, true)
  }

  /** Adds a window to a level and to the coarser ones. @param isGivenOut whether a chunk that becomes whole leaves at once */
  #put(index: number, low: Int8Array, high: Int8Array, isGivenOut: boolean): void {
    const level = this.#levels[index]
    if (!level) return
    for (let channel = 0; channel < this.#channels; channel++) {
      const at = (channel * CHUNK_PEAKS + level.filled) * PEAK_BYTES
      level.chunk[at] = low[channel] as number
      level.chunk[at + 1] = high[channel] as number
    }
    level.filled++
    if (isGivenOut && level.filled === CHUNK_PEAKS) {
      this.#ready.push(this.#bytesOf(level))
      level.filled = 0
    }
    const coarser = this.#levels[index + 1]
    if (!coarser) return
    for (let channel = 0; channel < this.#channels; channel++) {
      const [least, most] = [low[channel] as number, high[channel] as number]
      const isFirst = coarser.parts === 0
      if (isFirst || least < (coarser.low[channel] as number)) coarser.low[channel] = least
      if (isFirst || most > (coarser.high[channel] as number)) coarser.high[channel] = most
    }
    if (++coarser.parts < LEVEL_FACTOR) return
    coarser.parts = 0
    this.#put(index + 1, coarser.low, coarser.high, isGivenOut)
  }

  /** A copy of what a level holds, channels close behind each other. */
  #bytesOf({ chunk, filled }: Level): Uint8Array {
    const plane = filled * PEAK_BYTES
    const bytes = new Uint8Array(plane * this.#channels)
    for (let channel = 0; channel < this.#channels; channel++) {
      const from = channel * CHUNK_PEAKS * PEAK_BYTES
      bytes.set(new Uint8Array(chunk.buffer, from, plane), channel * plane)
    }
    return bytes
  }

  #take(): Uint8Array[] {
    const ready = this.#ready
    this.#ready = []
    return ready
  }
}
