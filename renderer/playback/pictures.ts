/** The pictures of all media: open decoders, bounded in number, over one cache. One for each monitor. */
import type { Asset } from '../../shared/model/asset.ts'
import type { Rational } from '../../shared/time/rational.ts'
import { createFrameCache } from './frameCache.ts'
import { createFrameSource, type FrameSource } from './frameSource.ts'
import { pictureSeconds } from './mediaClock.ts'
import type { MediaCopy } from './mediaInput.ts'
import { createStillSource, type StillSource } from './stillSource.ts'

/** Two seconds of 1080p, or twelve of the proxies. */
const CACHE_BYTES = 400 * 1024 * 1024
const OPEN_FILES = 8

export interface Pictures {
  /**
   * The picture of `asset` on screen at `time`. Null where `isStale` answered true on the way.
   * It may be closed after the present turn of the event loop: draw it at once.
   * @throws Error when it cannot be shown.
   */
  at(
    asset: Asset,
    time: Rational,
    copy: MediaCopy,
    isStale: () => boolean,
  ): Promise<ImageBitmap | null>
  dispose(): void
}

type Source = { kind: 'video'; source: FrameSource } | { kind: 'still'; source: StillSource }

export function createPictures(): Pictures {
  const cache = createFrameCache(CACHE_BYTES)
  /** In order of use, the latest last. */
  const open = new Map<string, Source>()

  const sourceOf = (asset: Asset, copy: MediaCopy): Source => {
    const key = `${copy}/${asset.mediaKey}`
    const known = open.get(key)
    const source: Source =
      known ??
      (asset.info.kind === 'still'
        ? { kind: 'still', source: createStillSource(asset.mediaKey) }
        : { kind: 'video', source: createFrameSource(copy, asset.mediaKey, cache) })
    open.delete(key)
    open.set(key, source)
    for (const [oldest, other] of open) {
      if (open.size <= OPEN_FILES) break
      other.source.dispose()
      open.delete(oldest)
    }
    return source
  }

  return {
    async at(asset, time, copy, isStale) {
      const opened = sourceOf(asset, copy)
      try {
        if (opened.kind === 'still') return await opened.source.picture()
        const frame = await opened.source.frameAt(pictureSeconds(asset.info, time), isStale)
        return frame?.picture ?? null
      } catch (error) {
        // A file that comes back, or a proxy that is ready now, is opened anew at the next picture.
        const key = `${copy}/${asset.mediaKey}`
        if (open.get(key) === opened) {
          opened.source.dispose()
          open.delete(key)
        }
        throw error
      }
    },
    dispose() {
      for (const { source } of open.values()) source.dispose()
      open.clear()
    },
  }
}
