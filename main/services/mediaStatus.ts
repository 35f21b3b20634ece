/** How far what is made of media is, told to whoever shows it; what the cache has lost is made again when somebody wants it. */
import { stat } from 'node:fs/promises'
import type { MediaStatus } from '../../shared/ipc/calls/media.ts'
import type { PeakFile } from '../../shared/render/peakLayout.ts'
import type { MediaRow } from '../database/repositories/media.ts'
import { DERIVED, type Derived } from '../database/repositories/preparations.ts'
import type { Store } from '../database/store.ts'
import type { MediaStore } from '../files/mediaStore.ts'
import { isSequenceThere } from '../files/sequenceFolder.ts'
import type { Queue } from '../jobs/queue.ts'
import type { Log } from '../log/Log.ts'
import type { Announce } from './Announce.ts'
import { cacheKey } from './cacheKeys.ts'
import { nameOf } from './mediaName.ts'
import type { Preparing } from './preparing.ts'

export interface MediaStatusPorts {
  readonly store: Store
  readonly cache: MediaStore['cache']
  readonly queue: Pick<Queue, 'added'>
  readonly preparing: Pick<Preparing, 'queue' | 'isWanted'>
  readonly announce: Announce
  readonly log: Log
}

export function createMediaStatus(ports: MediaStatusPorts) {
  const { store, cache, queue, preparing, announce, log } = ports

  async function isOnline(row: MediaRow): Promise<boolean> {
    const isThere = async (): Promise<boolean> =>
      row.info.sequence ? isSequenceThere(row.path) : (await stat(row.path)).size === row.byteSize
    return isThere().catch((error: unknown) => {
      log.write('info', 'A medium is not where it was', { mediaKey: row.mediaKey, error })
      return false
    })
  }

  /** As it is at this moment. */
  function statusNow(mediaKey: string, online: boolean, lost: readonly Derived[]): MediaStatus {
    if (!store.media.find(mediaKey)) {
      const none = { poster: 'none', filmstrip: 'none', peaks: 'none', proxy: 'none' } as const
      return { mediaKey, online: false, ...none }
    }
    const known = new Map(store.preparations.of(mediaKey).map((p) => [p.what, p]))
    /** What is lost and not wanted now is not spoken of: it is made again when somebody wants it. */
    const state = (what: Derived) => {
      const told = known.get(what)?.state ?? 'none'
      // It may have been made again since it was looked for.
      const isLost = lost.includes(what) && !cache.has(what, cacheKey(what, mediaKey))
      return told === 'ready' && isLost ? 'none' : told
    }
    /** Facts of what can be looked at: all of it, or the part that this process has made by now. */
    const shown = (what: Derived) => {
      const { facts } = known.get(what) ?? {}
      if (state(what) === 'ready') return { ...facts, part: undefined }
      return cache.unfinished(what, cacheKey(what, mediaKey)) === undefined ? undefined : facts
    }
    const [strip, sound] = [shown('filmstrip'), shown('peaks')]
    return {
      ...{ mediaKey, online },
      poster: state('poster'),
      filmstrip: state('filmstrip'),
      peaks: state('peaks'),
      proxy: state('proxy'),
      ...(strip?.tiles && { filmstripTiles: strip.tiles }),
      ...(strip?.part !== undefined && { filmstripPart: strip.part }),
      ...(sound?.outline && { outline: outlineOf(sound.outline, sound.part) }),
    }
  }

  /**
   * What the disk has to say comes first and everything after it is read in one go: of two answers the later one tells
   * the later state, or a window would go on waiting for what is there.
   */
  async function statusesOf(mediaKeys: readonly string[]): Promise<MediaStatus[]> {
    const onDisk = await Promise.all(
      mediaKeys.map(async (mediaKey) => {
        const row = store.media.find(mediaKey)
        const [online, lost] = row
          ? await Promise.all([isOnline(row), lostOf(mediaKey)])
          : [false, []]
        return { mediaKey, online, lost }
      }),
    )
    for (const { mediaKey, lost } of onDisk) {
      if (preparing.isWanted(mediaKey)) makeAgain(mediaKey, lost)
    }
    return onDisk.map(({ mediaKey, online, lost }) => statusNow(mediaKey, online, lost))
  }

  /** Nobody waits for these, but the store must be open until they have been told. */
  const telling = new Set<Promise<void>>()
  const announceStatus = (mediaKey: string): Promise<void> => {
    const told = statusesOf([mediaKey])
      .then((statuses) => statuses.forEach((status) => void announce('media:changed', { status })))
      .finally(() => telling.delete(told))
    telling.add(told)
    return told
  }

  const isReady = (mediaKey: string, what: Derived): boolean =>
    store.preparations.of(mediaKey).some((row) => row.what === what && row.state === 'ready')

  /** The cache may be emptied at any time. */
  async function lostOf(mediaKey: string): Promise<Derived[]> {
    const lost: Derived[] = []
    for (const what of DERIVED) {
      if (!isReady(mediaKey, what)) continue
      if ((await cache.find(what, cacheKey(what, mediaKey))) === undefined) lost.push(what)
    }
    return lost
  }

  function makeAgain(mediaKey: string, lost: readonly Derived[]): void {
    const row = store.media.find(mediaKey)
    const again = lost.filter((what) => isReady(mediaKey, what))
    if (!row || again.length === 0) return
    const jobs = store.transaction(() => {
      for (const what of again) store.preparations.put(mediaKey, what, 'queued')
      return preparing.queue(row, nameOf(row))
    })
    queue.added(jobs)
  }

  return {
    of: statusesOf,
    announce: announceStatus,
    isOnline,
    lostOf,
    makeAgain,
    /** Resolves when every status that was to be announced has been. */
    allTold: async (): Promise<void> => void (await Promise.allSettled(telling)),
  }
}

/** Of an unfinished file only what it holds by now. */
const outlineOf = (
  { channels, count }: { readonly channels: number; readonly count: number },
  part: number | undefined,
): PeakFile => ({ channels, count: part ?? count, isWhole: part === undefined })
