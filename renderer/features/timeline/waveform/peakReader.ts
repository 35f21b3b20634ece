/**
 * The outline of one medium's sound, read in pieces: only what is in view, at the level of detail that is drawn. What was
 * read before at another level stands in until it is there.
 */
import {
  CHUNK_PEAKS,
  chunkBytes,
  LEVEL_FACTOR,
  LEVELS,
  levelFor,
  PEAK_BYTES,
  PEAKS_PER_SECOND,
  type PeakFile,
  placeOf,
} from '../../../../shared/render/peakLayout.ts'

/** -1..1 */
export interface Extremes {
  readonly low: number
  readonly high: number
}

export interface PeakReader {
  /** How much there is by now. */
  update(file: PeakFile): void
  /** Reads what a stretch needs, in seconds of the media, unless it is here. */
  want(from: number, to: number, secondsPerPixel: number): void
  /** Over `[from, to)` seconds; silence outside of the media and where nothing has been read. */
  extremes(channel: number, from: number, to: number, secondsPerPixel: number): Extremes
  readonly channels: number
  /** Another number whenever more is here. */
  readonly version: () => number
  readonly subscribe: (listener: () => void) => () => void
}

export interface PeakReaderPorts {
  /** Null where the file is not there any more. @throws Error when it cannot be read. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array | null>
  readonly onFailure: (error: unknown) => void
}

interface Chunk {
  /** Planes of (min, max), one channel behind the other. */
  readonly values: Int8Array
  readonly peaks: number
}

interface Piece {
  readonly name: string
  readonly offset: number
  readonly peaks: number
}

/** Bytes between two pieces that are read along rather than asked for anew, and in one answer at most. */
const GAP = 16_384
const MOST_AT_ONCE = 262_144
/** Bytes of all chunks that are kept for one medium: hours at the level that is looked at. */
const KEPT = 4 * 1024 * 1024

export function createPeakReader({ read, onFailure }: PeakReaderPorts): PeakReader {
  let file: PeakFile | null = null
  let channels = 1
  let version = 0
  let kept = 0
  /** In order of use, the latest last. */
  const chunks = new Map<string, Chunk>()
  const asked = new Set<string>()
  /** The chunk that was folded last, and its windows `[start, end)`. */
  let latest: {
    readonly level: number
    readonly start: number
    readonly end: number
    readonly chunk: Chunk
  } | null = null
  const listeners = new Set<() => void>()

  function changed(): void {
    version++
    latest = null
    for (const listener of listeners) listener()
  }

  /** Those of a file that still grows end elsewhere later. */
  const nameOf = (level: number, index: number, peaks: number): string =>
    peaks === CHUNK_PEAKS ? `${level}/${index}` : `${level}/${index}/${peaks}`

  const place = (level: number, index: number): Piece | null => {
    const found = file && placeOf(file, level, index)
    return found ? { ...found, name: nameOf(level, index, found.peaks) } : null
  }

  function keep(name: string, chunk: Chunk): void {
    chunks.set(name, chunk)
    kept += chunk.values.length
    for (const [oldest, { values }] of chunks) {
      if (kept <= KEPT || oldest === name) break
      chunks.delete(oldest)
      kept -= values.length
    }
  }

  const used = (name: string): Chunk | undefined => {
    const chunk = chunks.get(name)
    if (!chunk) return undefined
    chunks.delete(name)
    chunks.set(name, chunk)
    return chunk
  }

  /** Calls for each chunk of a level that holds some of the windows `[first, last)`. */
  function each(
    first: number,
    last: number,
    visit: (index: number, from: number, to: number) => void,
  ): void {
    for (let index = Math.floor(first / CHUNK_PEAKS); index * CHUNK_PEAKS < last; index++) {
      const start = index * CHUNK_PEAKS
      visit(index, Math.max(first, start), Math.min(last, start + CHUNK_PEAKS))
    }
  }

  /** Where a file still grows, its end is only there in finer levels. */
  function collect(level: number, first: number, last: number, into: Piece[]): void {
    each(first, last, (index, from, to) => {
      const piece = place(level, index)
      if (piece) into.push(piece)
      else if (level > 0) collect(level - 1, from * LEVEL_FACTOR, to * LEVEL_FACTOR, into)
    })
  }

  async function fetchRun(run: readonly Piece[]): Promise<void> {
    const [first] = run
    if (!first) return
    const size = (piece: Piece): number => piece.peaks * PEAK_BYTES * channels
    const end = Math.max(...run.map((piece) => piece.offset + size(piece)))
    try {
      const bytes = await read(first.offset, end - first.offset)
      for (const piece of run) {
        const from = piece.offset - first.offset
        const part = bytes?.subarray(from, from + size(piece))
        if (part?.length !== size(piece)) continue
        // A copy: what lay between is not kept.
        keep(piece.name, { values: Int8Array.from(new Int8Array(part)), peaks: piece.peaks })
      }
      if (bytes) changed()
    } catch (error) {
      onFailure(error)
    } finally {
      for (const { name } of run) asked.delete(name)
    }
  }

  /** Folds the windows `[first, last)` of a level into what was found; coarser ones stand in for what is not here. */
  function fold(level: number, channel: number, first: number, last: number, found: Found): void {
    // Painters go from column to column: the chunk of the one before is nearly always that of the next.
    if (latest?.level === level && first >= latest.start && last <= latest.end) {
      take(latest.chunk, channel, first - latest.start, last - latest.start, found)
      return
    }
    each(first, last, (index, from, to) => {
      const piece = place(level, index)
      const chunk = piece && used(piece.name)
      if (chunk) {
        const start = index * CHUNK_PEAKS
        latest = { level, start, end: start + chunk.peaks, chunk }
        take(chunk, channel, from - start, to - start, found)
      } else if (piece) standIn(level + 1, channel, from / LEVEL_FACTOR, to / LEVEL_FACTOR, found)
      else if (level > 0) {
        fold(level - 1, channel, from * LEVEL_FACTOR, to * LEVEL_FACTOR, found)
      }
    })
  }

  function standIn(
    level: number,
    channel: number,
    first: number,
    last: number,
    found: Found,
  ): void {
    if (level >= LEVELS) return
    const [from, to] = [Math.floor(first), Math.ceil(last)]
    const index = Math.floor(from / CHUNK_PEAKS)
    const piece = place(level, index)
    const chunk = piece && used(piece.name)
    const start = index * CHUNK_PEAKS
    if (chunk) take(chunk, channel, from - start, to - start, found)
    else standIn(level + 1, channel, first / LEVEL_FACTOR, last / LEVEL_FACTOR, found)
  }

  function take(chunk: Chunk, channel: number, first: number, last: number, found: Found): void {
    const plane = channel * chunk.peaks
    for (let index = first; index < Math.min(last, chunk.peaks); index++) {
      const at = (plane + index) * PEAK_BYTES
      found.low = Math.min(found.low, chunk.values[at] ?? 0)
      found.high = Math.max(found.high, chunk.values[at + 1] ?? 0)
    }
  }

  /** The windows of a level that hold `[from, to)` seconds, at least one. */
  const windows = (level: number, from: number, to: number): readonly [number, number] => {
    const rate = PEAKS_PER_SECOND / LEVEL_FACTOR ** level
    const first = Math.max(0, Math.floor(from * rate))
    return [first, Math.max(first + 1, Math.ceil(to * rate))]
  }

  /** The part of a stretch of which there is something, so that nobody looks through nothing. */
  function within(from: number, to: number): readonly [number, number] | null {
    const end = (file?.count ?? 0) / PEAKS_PER_SECOND
    return to < 0 || from >= end ? null : [from, Math.min(to, end)]
  }

  return {
    update(now) {
      file = now
      channels = now.channels
      changed()
    },
    want(from, to, secondsPerPixel) {
      const level = levelFor(secondsPerPixel)
      const pieces: Piece[] = []
      const stretch = within(from, to)
      if (stretch) collect(level, ...windows(level, ...stretch), pieces)
      const fresh = pieces
        .filter(({ name }) => !asked.has(name) && !chunks.has(name))
        .sort((a, b) => a.offset - b.offset)
      for (const { name } of fresh) asked.add(name)
      for (const run of runsOf(fresh, chunkBytes(channels))) void fetchRun(run)
    },
    extremes(channel, from, to, secondsPerPixel) {
      const found = { low: 0, high: 0 }
      const level = levelFor(secondsPerPixel)
      const stretch = within(from, to)
      if (stretch) fold(level, channel, ...windows(level, ...stretch), found)
      return { low: found.low / 128, high: found.high / 127 }
    },
    get channels() {
      return channels
    },
    version: () => version,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

interface Found {
  low: number
  high: number
}

/** Pieces that lie close together are read in one go. */
function runsOf(pieces: readonly Piece[], longest: number): Piece[][] {
  const runs: Piece[][] = []
  for (const piece of pieces) {
    const run = runs.at(-1)
    const [first, last] = [run?.[0], run?.at(-1)]
    const isNear =
      first !== undefined &&
      last !== undefined &&
      piece.offset - last.offset <= longest + GAP &&
      piece.offset + longest - first.offset <= MOST_AT_ONCE
    if (run && isNear) run.push(piece)
    else runs.push([piece])
  }
  return runs
}
