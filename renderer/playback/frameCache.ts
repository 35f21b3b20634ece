/** Decoded pictures, the least recently used let go first, bounded in bytes over all media. */

export interface CachedFrame {
  readonly picture: ImageBitmap
  /** Seconds of the container at which it is shown: `[start, end)`. */
  readonly start: number
  readonly end: number
}

const BYTES_PER_PIXEL = 4
/** What has just been added is found in a moment: these many are safe from each other. */
const ALWAYS_KEPT = 8

export interface FrameCache {
  /** What is found from now on stays open at least until the next call, however much it is. */
  begin(): void
  find(media: string, seconds: number): CachedFrame | null
  add(media: string, frame: CachedFrame): void
  /** Lets everything of one medium go. */
  drop(media: string): void
  readonly bytes: number
}

interface Entry extends CachedFrame {
  readonly media: string
  readonly size: number
  /** The turn in which it was last found. */
  turn: number | null
}

export function createFrameCache(limit: number): FrameCache {
  /** In order of use, the latest last. */
  const entries = new Set<Entry>()
  const byMedia = new Map<string, Set<Entry>>()
  let bytes = 0
  let turn = 0

  const remove = (entry: Entry): void => {
    entries.delete(entry)
    byMedia.get(entry.media)?.delete(entry)
    bytes -= entry.size
    entry.picture.close()
  }

  const trim = (newest?: Entry): void => {
    for (const oldest of entries) {
      if (bytes <= limit || entries.size <= ALWAYS_KEPT) break
      if (oldest.turn !== turn && oldest !== newest) remove(oldest)
    }
  }

  return {
    begin() {
      turn++
      trim()
    },
    find(media, seconds) {
      for (const entry of byMedia.get(media) ?? []) {
        if (seconds < entry.start || seconds >= entry.end) continue
        entries.delete(entry)
        entries.add(entry)
        entry.turn = turn
        return entry
      }
      return null
    },
    add(media, frame) {
      const { width, height } = frame.picture
      const entry: Entry = { ...frame, media, turn: null, size: width * height * BYTES_PER_PIXEL }
      const own = byMedia.get(media) ?? new Set<Entry>()
      byMedia.set(media, own)
      for (const other of own) if (other.start === frame.start) remove(other)
      own.add(entry)
      entries.add(entry)
      bytes += entry.size
      trim(entry)
    },
    drop(media) {
      for (const entry of byMedia.get(media) ?? []) remove(entry)
      byMedia.delete(media)
    },
    get bytes() {
      return bytes
    },
  }
}
