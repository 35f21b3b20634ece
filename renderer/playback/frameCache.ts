/** Decoded pictures, the least recently used let go first, bounded in bytes over all media. */

/** Upright, with square pixels. A VideoFrame is kept as it was decoded, in less than half of a bitmap's bytes. */
export type Picture = ImageBitmap | VideoFrame

export interface CachedFrame {
  readonly picture: Picture
  /** Pixels as shown. */
  readonly width: number
  readonly height: number
  /** Memory that it holds. */
  readonly bytes: number
  /** Seconds of the container at which it is shown: `[start, end)`. */
  readonly start: number
  readonly end: number
}

/** Seconds by which neighbours may seem to miss each other: containers round. */
const ROUNDING = 1e-3

export interface FrameCache {
  /** What is found and added from now on stays open at least until the next call, however much it is. */
  begin(): void
  find(media: string, seconds: number): CachedFrame | null
  /** The one whose span is nearest to `seconds`, however far; no use of it is noted. */
  nearest(media: string, seconds: number): CachedFrame | null
  /** From where on, seconds, all frames up to the one at `seconds` are here without a hole; null: not even that one. */
  reachesBack(media: string, seconds: number): number | null
  /** Until when, seconds, all frames from the one at `seconds` on are here without a hole; null as above. */
  reachesOn(media: string, seconds: number): number | null
  add(media: string, frame: CachedFrame): void
  /** Lets go of media that nobody shows any more, and of the least recently used others down to `bytes`. */
  rest(bytes: number, isShown: (media: string) => boolean): void
  readonly bytes: number
  readonly limit: number
}

interface Entry extends CachedFrame {
  readonly media: string
  /** The turn in which it came or was last handed out. */
  turn: number
}

export function createFrameCache(limit: number): FrameCache {
  /** In order of use, the latest last. */
  const entries = new Set<Entry>()
  /** In order of time. */
  const byMedia = new Map<string, Entry[]>()
  let bytes = 0
  let turn = 0

  /** How many of a medium begin at `seconds` or before. */
  const begun = (own: readonly Entry[], seconds: number): number => {
    let low = 0
    let high = own.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((own[middle]?.start ?? Number.POSITIVE_INFINITY) <= seconds) low = middle + 1
      else high = middle
    }
    return low
  }

  const remove = (entry: Entry): void => {
    const own = byMedia.get(entry.media)
    const at = own?.indexOf(entry) ?? -1
    if (at >= 0) own?.splice(at, 1)
    if (own?.length === 0) byMedia.delete(entry.media)
    entries.delete(entry)
    bytes -= entry.bytes
    entry.picture.close()
  }

  const trim = (most = limit): void => {
    for (const oldest of entries) {
      if (bytes <= most) break
      if (oldest.turn !== turn) remove(oldest)
    }
  }

  const at = (media: string, seconds: number): Entry | null => {
    const own = byMedia.get(media) ?? []
    const entry = own[begun(own, seconds) - 1]
    return entry && seconds < entry.end ? entry : null
  }

  return {
    begin() {
      turn++
      trim()
    },
    find(media, seconds) {
      const entry = at(media, seconds)
      if (entry) {
        entries.delete(entry)
        entries.add(entry)
        entry.turn = turn
      }
      return entry
    },
    nearest(media, seconds) {
      const own = byMedia.get(media) ?? []
      const after = begun(own, seconds)
      const [before, behind] = [own[after - 1], own[after]]
      if (!before || !behind) return before ?? behind ?? null
      return seconds - before.end <= behind.start - seconds ? before : behind
    },
    reachesBack(media, seconds) {
      const last = at(media, seconds)
      const own = byMedia.get(media) ?? []
      if (!last) return null
      let index = own.indexOf(last)
      for (; index > 0; index--) {
        const [before, here] = [own[index - 1], own[index]]
        if (!before || !here || here.start - before.end > ROUNDING) break
      }
      return own[index]?.start ?? null
    },
    reachesOn(media, seconds) {
      const first = at(media, seconds)
      const own = byMedia.get(media) ?? []
      if (!first) return null
      let end = first.end
      for (let index = own.indexOf(first) + 1; index < own.length; index++) {
        const here = own[index]
        if (!here || here.start - end > ROUNDING) break
        end = here.end
      }
      return end
    },
    add(media, frame) {
      const entry: Entry = { ...frame, media, turn }
      const same = at(media, frame.start)
      if (same?.start === frame.start) remove(same)
      const own = byMedia.get(media) ?? []
      byMedia.set(media, own)
      own.splice(begun(own, frame.start), 0, entry)
      entries.add(entry)
      bytes += entry.bytes
      trim()
    },
    rest(most, isShown) {
      for (const entry of entries) if (!isShown(entry.media)) remove(entry)
      trim(most)
    },
    limit,
    get bytes() {
      return bytes
    },
  }
}
