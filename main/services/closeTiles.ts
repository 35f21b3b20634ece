/**
 * Parts of filmstrips that are denser than the whole one, made as they come into view: one job of the queue for each film,
 * which takes what is wanted at that moment and ends when nothing is.
 */
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { WantedTiles } from '../../shared/ipc/calls/media.ts'
import type { JobId } from '../../shared/model/ids.ts'
import { type SegmentRef, segmentSpan } from '../../shared/render/filmstrip.ts'
import { say } from '../../shared/words/say.ts'
import type { Store } from '../database/store.ts'
import type { Cache } from '../files/cache.ts'
import type { Queue } from '../jobs/queue.ts'
import { type Clock, isoTime } from './Clock.ts'
import { tilesKey } from './cacheKeys.ts'

export interface CloseTilesPorts {
  readonly store: Store
  readonly cache: Pick<Cache, 'has'>
  readonly queue: Pick<Queue, 'added'>
  readonly clock: Clock
}

/** Above all but posters: somebody looks at the place where they are missing. */
const PRIORITY = 38

export type CloseTiles = ReturnType<typeof createCloseTiles>

export function createCloseTiles({ store, cache, queue, clock }: CloseTilesPorts) {
  /** What is in view, by medium; none where no window has said so since the program began. */
  let wanted: ReadonlyMap<string, readonly SegmentRef[]> | undefined
  /** What shows nothing: damage, a film that is shorter than it says. Not tried again before the next start. */
  const hopeless = new Set<string>()

  const isThere = (mediaKey: string, ref: SegmentRef): boolean =>
    cache.has('tiles', tilesKey(mediaKey, ref))

  const isMissing = (mediaKey: string, ref: SegmentRef): boolean =>
    !isThere(mediaKey, ref) && !hopeless.has(tilesKey(mediaKey, ref))

  /** Segments of films that the store knows, behind whose end nothing is asked for. */
  function segmentsOf({ mediaKey, density, first, last }: WantedTiles[number]): SegmentRef[] {
    const row = store.media.find(mediaKey)
    if (row?.info.kind !== 'video') return []
    const count = Math.max(0, last - first + 1)
    return Array.from({ length: count }, (_, index) => ({
      density,
      segment: first + index,
    })).filter((ref) => segmentSpan(ref, row.info.duration) !== null)
  }

  /** A job for a film of which something is missing and that has none; undefined where none is needed. */
  function queueFor(mediaKey: string, segments: readonly SegmentRef[]): JobId | undefined {
    const row = store.media.find(mediaKey)
    const missing = segments.filter((ref) => isMissing(mediaKey, ref))
    if (!row || missing.length === 0) return undefined
    if (store.jobs.openAbout('tiles', mediaKey).length > 0) return undefined
    const id = randomUUID() as JobId
    store.jobs.insert({
      ...{ id, kind: 'tiles', lane: 'prepare', priority: PRIORITY },
      title: say('job:tiles', { name: basename(row.path) }),
      subject: { mediaKey },
      payload: { mediaKey, segments: missing },
      createdAt: isoTime(clock),
    })
    return id
  }

  const queueMissing = (): void => {
    const ids = store.transaction(() =>
      [...(wanted ?? [])].flatMap(([mediaKey, segments]) => queueFor(mediaKey, segments) ?? []),
    )
    if (ids.length > 0) queue.added(ids)
  }

  return {
    /** What is in view from now on; answers what of it is there. The rest is made and told of piece by piece. */
    want(list: WantedTiles): (SegmentRef & { readonly mediaKey: string })[] {
      const byMedium = new Map<string, SegmentRef[]>()
      for (const each of list) {
        const before = byMedium.get(each.mediaKey) ?? []
        byMedium.set(each.mediaKey, [...before, ...segmentsOf(each)])
      }
      wanted = byMedium
      queueMissing()
      return [...byMedium].flatMap(([mediaKey, segments]) =>
        segments.filter((ref) => isThere(mediaKey, ref)).map((ref) => ({ mediaKey, ...ref })),
      )
    },

    /** The next to be made of a film; undefined when all that is wanted is there. @param asked by the job itself */
    next(mediaKey: string, asked: readonly SegmentRef[]): SegmentRef | undefined {
      const segments = wanted ? (wanted.get(mediaKey) ?? []) : asked
      return segments.find((ref) => isMissing(mediaKey, ref))
    },

    giveUp(mediaKey: string, ref: SegmentRef): void {
      hopeless.add(tilesKey(mediaKey, ref))
    },

    /** What came into view while the job was ending gets another one. */
    ended: queueMissing,
  }
}
