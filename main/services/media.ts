/** Media that the store knows: import, where it lies, and how far its derived files are. */
import { say } from '../../shared/words/say.ts'
import type { Derived } from '../database/repositories/preparations.ts'
import type { MediaStore } from '../files/mediaStore.ts'
import { cacheKey } from './cacheKeys.ts'
import { createMediaImport, type MediaImportPorts } from './mediaImport.ts'
import { nameOf } from './mediaName.ts'
import { createMediaStatus, type MediaStatusPorts } from './mediaStatus.ts'
import type { Preparing, Wanted } from './preparing.ts'
import { ServiceError } from './ServiceError.ts'

export interface MediaPorts extends MediaImportPorts, Omit<MediaStatusPorts, 'cache'> {
  readonly files: MediaStore
  readonly preparing: Pick<Preparing, 'queue' | 'want' | 'isWanted'>
}

export type MediaRequest = 'original' | 'thumbnail' | 'tiles' | Derived

export type Media = ReturnType<typeof createMedia>

export function createMedia(ports: MediaPorts) {
  const { store, queue, preparing } = ports
  const { cache } = ports.files
  const status = createMediaStatus({ ...ports, cache })

  return {
    ...createMediaImport(ports),

    status: status.of,

    /** Keys that the store does not know, sound and stills are passed over. */
    async makeProxies(mediaKeys: readonly string[]): Promise<void> {
      const rows = mediaKeys.flatMap((key) => store.media.find(key) ?? [])
      for (const { mediaKey } of rows) status.makeAgain(mediaKey, await status.lostOf(mediaKey))
      const jobs = store.transaction(() =>
        rows.flatMap((row) => preparing.queue(row, nameOf(row), { isProxyWanted: true })),
      )
      queue.added(jobs)
      for (const { mediaKey } of rows) await status.announce(mediaKey)
    },

    /** What the window works with from now on. What was lost of it from the cache is made again. */
    async want(wanted: Wanted): Promise<void> {
      const keys = [...new Set([...wanted.timeline, ...wanted.visible])]
      const fresh = keys.filter((key) => !preparing.isWanted(key))
      preparing.want(wanted)
      for (const key of fresh) if ((await status.lostOf(key)).length > 0) await status.announce(key)
    },

    announceStatus: status.announce,

    /** Tells that something made of a medium was removed; pictures of projects have no medium. */
    async announceLoss(mediaKey: string): Promise<void> {
      if (store.media.find(mediaKey)) await status.announce(mediaKey)
    },

    /** Whether what was made of a medium could be made again now; true for keys that are no medium of the store. */
    async canBeMade(mediaKey: string): Promise<boolean> {
      const row = store.media.find(mediaKey)
      return row === undefined || status.isOnline(row)
    },

    allTold: status.allTold,

    /**
     * Where a medium's file lies.
     * @throws ServiceError `media` when the store does not know it or it is not there any more.
     */
    pathOf(mediaKey: string): string {
      const row = store.media.find(mediaKey)
      if (row) return row.path
      throw new ServiceError('media', say('media:neverSeen'))
    },

    /** The file behind an address of the media protocol; undefined for whatever the store did not make or approve. */
    async served(what: MediaRequest, mediaKey: string): Promise<string | undefined> {
      if (what === 'thumbnail' || what === 'tiles') return cache.use(what, `${mediaKey}.jpg`)
      const row = store.media.find(mediaKey)
      if (!row) return undefined
      if (what === 'original') return row.info.sequence ? undefined : row.path
      const key = cacheKey(what, mediaKey)
      // Looked at first: what is finished meanwhile has its own name by then.
      const isReadableEarly = what === 'filmstrip' || what === 'peaks'
      const early = isReadableEarly ? cache.unfinished(what, key) : undefined
      const found = (await cache.use(what, key)) ?? early
      if (found !== undefined) return found
      // Whoever asks has not heard that it is gone, and wants it.
      const lost = await status.lostOf(mediaKey)
      if (lost.length > 0) {
        status.makeAgain(mediaKey, lost)
        await status.announce(mediaKey)
      }
      return undefined
    },

    /** Keeps a file of the cache from being purged while it is read; answers the function that lets it go. */
    hold: (path: string): (() => void) => cache.hold(path),
  }
}
