/** Makes the parts of a filmstrip that are in view, each found by seeking. */
import { type SegmentRef, segmentSpan, TILE_HEIGHT } from '../../../shared/render/filmstrip.ts'
import { say } from '../../../shared/words/say.ts'
import type { Store } from '../../database/store.ts'
import type { Cache } from '../../files/cache.ts'
import { type MediaEngine, MediaError } from '../../media/MediaEngine.ts'
import { tilesKey } from '../../services/cacheKeys.ts'
import type { CloseTiles } from '../../services/closeTiles.ts'
import { ServiceError } from '../../services/ServiceError.ts'
import { tilesPayloadSchema } from '../payloads.ts'
import { defineRunner } from '../Runner.ts'
import { refuseOtherContent } from './refuseOtherContent.ts'

export interface TilesPorts {
  readonly store: Store
  readonly engine: MediaEngine
  readonly cache: Cache
  readonly closeTiles: Pick<CloseTiles, 'next' | 'giveUp' | 'ended'>
  /** Tells the window of one that is there now. */
  readonly onTiles: (made: SegmentRef & { readonly mediaKey: string }) => void
}

export const tilesRunner = ({ store, engine, cache, closeTiles, onTiles }: TilesPorts) =>
  defineRunner({
    kind: 'tiles',
    payload: tilesPayloadSchema,
    async run({ mediaKey, segments }, { signal, progress }) {
      const row = store.media.find(mediaKey)
      if (!row) throw new ServiceError('notFound', say('job:fileUnknown'))
      await refuseOtherContent(row)
      for (;;) {
        signal.throwIfAborted()
        const next = closeTiles.next(mediaKey, segments)
        const span = next && segmentSpan(next, row.info.duration)
        if (!next || !span) break
        // How much comes into view meanwhile nobody knows.
        progress(null, say('job:filmstrip'))
        try {
          await cache.getOrMake('tiles', tilesKey(mediaKey, next), async (out) => {
            await engine.filmstrip(row.path, { ...span, tileHeight: TILE_HEIGHT }, out, { signal })
          })
          onTiles({ mediaKey, ...next })
        } catch (error) {
          signal.throwIfAborted()
          // A place that cannot be decoded keeps the coarser picture; the others are still wanted.
          if (!(error instanceof MediaError) || error.kind !== 'failed') throw error
          closeTiles.giveUp(mediaKey, next)
        }
      }
      return { note: say('job:ready'), announce: closeTiles.ended }
    },
  })
