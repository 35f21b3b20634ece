/** The pictures of all media: open decoders, bounded in number, over one cache. One for each monitor. */
import type { Asset } from '../../shared/model/asset.ts'
import type { Rational } from '../../shared/time/rational.ts'
import { readingOf } from './colorReading.ts'
import type { Bitmap } from './effects/effects.ts'
import { createFrameCache } from './frameCache.ts'
import { createFrameSource, type FrameSource } from './frameSource.ts'
import type { MediaCopy } from './MediaCopy.ts'
import { pictureSeconds } from './mediaClock.ts'
import { isNotDecodable } from './NotDecodable.ts'
import { createRest } from './rest.ts'
import { createStillSource, type StillSource } from './stillSource.ts'
import { type NearPicture, tilePicture } from './tilePicture.ts'
import type { Waiting } from './Waiting.ts'

/** Over all monitors: five seconds of 1080p, or twenty of the proxies. */
const CACHE_BYTES = 400 * 1024 * 1024
const OPEN_FILES = 8
/** Of the cache when nobody has asked for a picture for a while: what lies around the places that are seen. */
const RESTING_BYTES = 96 * 1024 * 1024
/** Milliseconds. */
const REST_AFTER = 4000

export interface Pictures {
  /** Pictures handed out from now on stay open at least until the next call. */
  begin(): void
  /** The picture of `asset` on screen at `time`, if it is decoded already. Draw it in this turn of the event loop. */
  now(asset: Asset, time: Rational, copy: MediaCopy): Bitmap | null
  /** The nearest of either copy that is decoded already, or a tile of the filmstrip. Draw it in this turn of the event loop. */
  near(asset: Asset, time: Rational): NearPicture | null
  /**
   * The picture of `asset` on screen at `time`. Null where it was not waited for.
   * @throws Error when it cannot be shown.
   */
  at(asset: Asset, time: Rational, copy: MediaCopy, waiting: Waiting): Promise<Bitmap | null>
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

/** What one monitor decoded, another may show: a medium's key names its content. */
const cache = createFrameCache(CACHE_BYTES)

/** Turns in which a place came to be seen: the quick picture and the exact one, each asked for and drawn. */
const SEEN_TURNS = 4

/** Of each monitor: closes decoders, and names whose pictures it may show. */
const resting = new Set<() => readonly string[]>()
const rest = createRest(
  (work) => {
    const timer = setTimeout(work, REST_AFTER)
    return () => clearTimeout(timer)
  },
  () => {
    const shown = new Set([...resting].flatMap((restNow) => restNow()))
    cache.rest(RESTING_BYTES, (media) => shown.has(media))
  },
)

export function createPictures(): Pictures {
  /** In order of use, the latest last. */
  const open = new Map<string, Source>()
  let turn = 0
  /** Why files are not tried again, by key. */
  const hopeless = new Map<string, Error>()

  const close = (source: Source): void => {
    if (source.kind === 'video') source.source.dispose()
  }

  const keyOf = (asset: Asset, copy: MediaCopy): string => `${copy}/${asset.mediaKey}`

  const sourceOf = (asset: Asset, copy: MediaCopy): Source => {
    const key = keyOf(asset, copy)
    const known = open.get(key)
    const source: Source =
      known ??
      (asset.info.kind === 'still'
        ? { kind: 'still', source: createStillSource(asset.mediaKey, cache), turn }
        : {
            kind: 'video',
            source: createFrameSource(
              ...([copy, asset.mediaKey, cache, readingOf(copy, asset.info)] as const),
            ),
            turn,
          })
    source.turn = turn
    open.delete(key)
    open.set(key, source)
    for (const [oldest, other] of open) {
      // A frame may be made of more files than are kept.
      if (open.size <= OPEN_FILES || other.turn === turn) break
      close(other)
      open.delete(oldest)
    }
    return source
  }

  const restNow = (): readonly string[] => {
    for (const { kind, source, turn: asked } of open.values()) {
      if (kind === 'video') source.rest(asked >= turn - SEEN_TURNS)
    }
    return [...open.values()].map(({ source }) => source.name)
  }
  resting.add(restNow)

  return {
    begin() {
      rest.stir()
      turn++
      cache.begin()
    },
    now(asset, time, copy) {
      rest.stir()
      const opened = open.get(keyOf(asset, copy))
      if (!opened) return null
      opened.turn = turn
      const frame =
        opened.kind === 'still'
          ? opened.source.now()
          : opened.source.now(pictureSeconds(asset.info, time))
      return frame && { image: frame.picture, width: frame.width, height: frame.height }
    },
    near(asset, time) {
      const seconds = pictureSeconds(asset.info, time)
      const found = (['original', 'proxy'] as const).flatMap((copy) => {
        const opened = open.get(keyOf(asset, copy))
        return (opened?.kind === 'video' && opened.source.near(seconds)) || []
      })
      const [nearest] = found.sort((a, b) => a.misses - b.misses)
      const tile = asset.info.kind === 'video' ? tilePicture(asset, time) : null
      if (!nearest || (tile && tile.misses < nearest.misses)) return tile
      const { picture, width, height } = nearest.frame
      return { image: picture, width, height, misses: nearest.misses }
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
    async at(asset, time, copy, waiting) {
      const why = hopeless.get(keyOf(asset, copy))
      if (why) throw why
      const opened = sourceOf(asset, copy)
      try {
        if (opened.kind === 'still') {
          const { picture: image, width, height } = await opened.source.picture()
          return { image, width, height }
        }
        const seconds = pictureSeconds(asset.info, time)
        // A tile is seen before anything can be decoded.
        const { isStale, gone } = waiting
        const isSeen = tilePicture(asset, time) !== null
        const frame = await opened.source.frameAt(seconds, isSeen ? { isStale, gone } : waiting)
        return frame && { image: frame.picture, width: frame.width, height: frame.height }
      } catch (error) {
        // A file that comes back, or a proxy that is ready now, is opened anew at the next picture.
        const key = keyOf(asset, copy)
        if (isNotDecodable(error)) hopeless.set(key, error)
        if (open.get(key) === opened) {
          close(opened)
          open.delete(key)
        }
        throw error
      }
    },
    dispose() {
      resting.delete(restNow)
      rest.stir()
      for (const source of open.values()) close(source)
      open.clear()
    },
  }
}
