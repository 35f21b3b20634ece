/**
 * How the outline of a sound lies in its file: the lowest and highest value of every window, for each channel, at ten levels
 * of detail. Level 0 has 400 windows a second, each further level a quarter of the one before. A chunk holds 1024
 * windows of one level, one channel behind the other; chunks lie in the order in which they become whole:
 *
 *     0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 2 0 …   and at the end what is left of each level, the finest first
 *
 * So a file is written from its beginning to its end while the sound is read, its length need not be known before,
 * what is there of it can be read while it grows, and every window of every level is found by arithmetic. Pure.
 */

export const PEAKS_PER_SECOND = 400
export const LEVEL_FACTOR = 4
export const LEVELS = 10
/** Windows of one level. */
export const CHUNK_PEAKS = 1024
/** Of more channels only the first are drawn. */
const MOST_CHANNELS = 16

/** A minimum and a maximum, -128..127 each. */
export const PEAK_BYTES = 2

export interface PeakFile {
  readonly channels: number
  /** Windows of level 0; of a file that is not finished those in whole chunks. */
  readonly count: number
  readonly isWhole: boolean
}

export const outlinedChannels = (channels: number): number => Math.min(MOST_CHANNELS, channels)

export const chunkBytes = (channels: number): number => CHUNK_PEAKS * PEAK_BYTES * channels

const stepOf = (level: number): number => LEVEL_FACTOR ** level

/** Chunks of all levels that lie before what follows the first `finest` chunks of level 0. */
function chunksWith(finest: number): number {
  let sum = 0
  for (let level = 0; level < LEVELS; level++) sum += Math.floor(finest / stepOf(level))
  return sum
}

const wholeChunks = ({ count }: PeakFile, level: number): number =>
  Math.floor(Math.floor(count / CHUNK_PEAKS) / stepOf(level))

/** Windows of a level that no whole chunk holds: up to a chunk of them, at the end of a finished file. */
const rest = (file: PeakFile, level: number): number =>
  Math.ceil(file.count / stepOf(level)) - wholeChunks(file, level) * CHUNK_PEAKS

/** Bytes of a finished file. */
export function fileBytes(file: Omit<PeakFile, 'isWhole'>): number {
  const whole = { ...file, isWhole: true }
  let bytes = chunksWith(Math.floor(file.count / CHUNK_PEAKS)) * chunkBytes(file.channels)
  for (let level = 0; level < LEVELS; level++) {
    bytes += rest(whole, level) * PEAK_BYTES * file.channels
  }
  return bytes
}

/** Windows of level 0 in a finished file of that size; undefined for a size that none has. */
export function countOf(bytes: number, channels: number): number | undefined {
  let [low, high] = [0, Math.ceil(bytes / (PEAK_BYTES * channels))]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fileBytes({ channels, count: middle }) < bytes) low = middle + 1
    else high = middle
  }
  return fileBytes({ channels, count: low }) === bytes ? low : undefined
}

export interface ChunkPlace {
  /** Bytes. */
  readonly offset: number
  /** Windows of each channel. */
  readonly peaks: number
}

/** Where a chunk lies; undefined for one that is not there, or not yet. */
export function placeOf(file: PeakFile, level: number, index: number): ChunkPlace | undefined {
  if (level < 0 || level >= LEVELS || index < 0) return undefined
  const bytes = chunkBytes(file.channels)
  const whole = wholeChunks(file, level)
  if (index < whole) {
    const before = chunksWith((index + 1) * stepOf(level) - 1)
    return { offset: (before + level) * bytes, peaks: CHUNK_PEAKS }
  }
  const peaks = rest(file, level)
  if (!file.isWhole || index > whole || peaks === 0) return undefined
  let offset = chunksWith(Math.floor(file.count / CHUNK_PEAKS)) * bytes
  for (let finer = 0; finer < level; finer++) {
    offset += rest(file, finer) * PEAK_BYTES * file.channels
  }
  return { offset, peaks }
}

/** The coarsest level that still has a window for every pixel. */
export function levelFor(secondsPerPixel: number): number {
  const level = Math.floor(Math.log(secondsPerPixel * PEAKS_PER_SECOND) / Math.log(LEVEL_FACTOR))
  return Math.min(LEVELS - 1, Math.max(0, Number.isFinite(level) ? level : 0))
}
