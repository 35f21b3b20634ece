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
  /** Pictures handed out from now on stay open at least until the next call. */
  begin(): void
  /**
   * The picture of `asset` on screen at `time`. Null where `isStale` answered true on the way.
   * @throws Error when it cannot be shown.
   */
  at(
    asset: Asset,
    time: Rational,
    copy: MediaCopy,
    isStale: () => boolean,
  ): Promise<ImageBitmap | null>
  /** Opens a medium and decodes up to `time`, unless that is done; what is wrong with it is told when it is shown. */
  warm(asset: Asset, time: Rational, copy: MediaCopy): void
  dispose(): void
}

type Source = (
  | { readonly kind: 'video'; readonly source: FrameSource }
  | { readonly kind: 'still'; readonly source: StillSource }
) & {
  /** The turn in which it was last asked. */
  turn: number
}

export function createPictures(): Pictures {
  const cache = createFrameCache(CACHE_BYTES)
  /** In order of use, the latest last. */
  const open = new Map<string, Source>()
  let turn = 0

  const sourceOf = (asset: Asset, copy: MediaCopy): Source => {
    const key = `${copy}/${asset.mediaKey}`
    const known = open.get(key)
    const source: Source =
      known ??
      (asset.info.kind === 'still'
        ? { kind: 'still', source: createStillSource(asset.mediaKey), turn }
        : { kind: 'video', source: createFrameSource(copy, asset.mediaKey, cache), turn })
    source.turn = turn
    open.delete(key)
    open.set(key, source)
    for (const [oldest, other] of open) {
      // A frame may be made of more files than are kept.
      if (open.size <= OPEN_FILES || other.turn === turn) break
      other.source.dispose()
      open.delete(oldest)
    }
    return source
  }

  return {
    begin() {
      turn++
      cache.begin()
    },
    warm(asset, time, copy) {
      const opened = sourceOf(asset, copy)
      const ready =
        opened.kind === 'still'
          ? opened.source.picture()
          : opened.source.warm(pictureSeconds(asset.info, time))
      // Whatever is wrong is wrong again when it is shown, and told then.
      void Promise.allSettled([ready])
    },
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
