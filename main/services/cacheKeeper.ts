/** Keeps the cache below its limit: what was not used for longest goes, never what is in use. */
import { z } from 'zod'
import { LEAST_CACHE } from '../../shared/ipc/calls/cache.ts'
import type { PreferencesRepository } from '../database/repositories/preferences.ts'
import { type Cache, type CacheEntry, MARK_EVERY } from '../files/cache.ts'
import { bytesOf, grouped, leastUsed } from '../files/leastUsed.ts'
import type { Log } from '../log/Log.ts'
import type { Clock } from './Clock.ts'
import { mediaKeyOf } from './cacheKeys.ts'

export interface CacheKeeperPorts {
  readonly cache: Cache
  readonly preferences: Pick<PreferencesRepository, 'find' | 'write'>
  /** Bytes that the disk holds, used or not. */
  readonly diskSize: () => Promise<number>
  /** Whether somebody works with a medium now. */
  readonly isWanted: (mediaKey: string) => boolean
  /** False for a medium whose file is not there now: what was made of it is all there is. */
  readonly canBeMade: (mediaKey: string) => Promise<boolean>
  /** Told once for each key whose entries, or some of them, are gone. */
  readonly onGone: (mediaKey: string) => Promise<void>
  /** Resolves while nothing plays. */
  readonly whenQuiet: () => Promise<void>
  readonly clock: Clock
  readonly log: Log
}

export interface CacheUsage {
  /** Bytes. */
  readonly used: number
  readonly limit: number
  /** Nobody chose the limit: it follows from the disk's size. */
  readonly isDefault: boolean
  readonly diskSize: number
  /** The largest first. */
  readonly parts: readonly {
    readonly kind: string
    readonly count: number
    readonly byteSize: number
  }[]
}

export interface Purged {
  /** Files and bytes that went. */
  readonly count: number
  readonly freed: number
  /** Bytes that are there now. */
  readonly left: number
}

const GIGABYTE = 1e9
/** At most a tenth of the disk. */
const DEFAULT_LIMIT = 20 * GIGABYTE
const SHARE_OF_DISK = 0.1
/** So full it is left, that the next file does not begin it again. */
const KEPT_SHARE = 0.9
/** Milliseconds between two looks. */
const LOOK_EVERY = 30_000
/** Whoever uses an entry, in another process too, has marked it since. */
const RECENT = 2 * MARK_EVERY
const KEY = 'cacheLimit'

export type CacheKeeper = ReturnType<typeof createCacheKeeper>

export function createCacheKeeper(ports: CacheKeeperPorts) {
  const { cache, preferences, clock, log } = ports
  let stop: () => void = () => undefined
  /** What was made when it was looked at last. */
  let seen = -1
  let working: Promise<unknown> = Promise.resolve()

  async function limitNow(): Promise<Pick<CacheUsage, 'limit' | 'isDefault' | 'diskSize'>> {
    const diskSize = await ports.diskSize()
    const chosen = z.number().min(LEAST_CACHE).safeParse(preferences.find(KEY))
    if (chosen.success) return { limit: chosen.data, isDefault: false, diskSize }
    const share = Math.max(LEAST_CACHE, SHARE_OF_DISK * diskSize)
    return { limit: Math.round(Math.min(DEFAULT_LIMIT, share)), isDefault: true, diskSize }
  }

  async function remove(goes: readonly CacheEntry[], before: number): Promise<Purged> {
    const gone: CacheEntry[] = []
    for (const entry of goes) if (await cache.remove(entry)) gone.push(entry)
    const freed = bytesOf(gone)
    if (gone.length > 0) log.write('info', 'Removed from the cache', { count: gone.length, freed })
    for (const key of new Set(gone.map((entry) => mediaKeyOf(entry.key)))) await ports.onGone(key)
    return { count: gone.length, freed, left: before - freed }
  }

  /** One after the other: two that look at the same entries would both count them. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = working.then(work)
    working = Promise.allSettled([result])
    return result
  }

  /** Entries that could not be made again now. */
  async function irreplaceable(entries: readonly CacheEntry[]): Promise<ReadonlySet<CacheEntry>> {
    const byMedium = [...grouped(entries, ({ key }) => mediaKeyOf(key))]
    const kept = await Promise.all(
      byMedium.map(async ([mediaKey, of]) => ((await ports.canBeMade(mediaKey)) ? [] : of)),
    )
    return new Set(kept.flat())
  }

  async function trim(): Promise<Purged> {
    const { limit } = await limitNow()
    const entries = await cache.entries()
    const used = bytesOf(entries)
    const isWanted = (entry: CacheEntry): boolean => ports.isWanted(mediaKeyOf(entry.key))
    // Other processes see by this what is worked with here.
    await Promise.all(entries.filter(isWanted).map(cache.mark))
    if (used <= limit) return { count: 0, freed: 0, left: used }
    const kept = await irreplaceable(entries)
    const isInUse = (entry: CacheEntry): boolean =>
      kept.has(entry) || isWanted(entry) || clock.now() - entry.usedAt < RECENT
    return remove(leastUsed(entries, limit * KEPT_SHARE, isInUse), used)
  }

  async function look(): Promise<void> {
    if (seen === cache.made) return
    await ports.whenQuiet()
    seen = cache.made
    await inTurn(trim)
  }

  return {
    /** Looks now and then, when something was made. */
    start(): void {
      const lookNow = (): void => {
        look().catch((error: unknown) => {
          seen = -1
          log.write('warn', 'The cache could not be kept below its limit', error)
        })
      }
      stop = clock.every(LOOK_EVERY, lookNow)
    },

    async usage(): Promise<CacheUsage> {
      const entries = await cache.entries()
      const parts = [...grouped(entries, ({ kind }) => kind)]
        .map(([kind, of]) => ({ kind, count: of.length, byteSize: bytesOf(of) }))
        .sort((a, b) => b.byteSize - a.byteSize)
      return { used: bytesOf(entries), ...(await limitNow()), parts }
    },

    /** Bytes, at least {@link LEAST_CACHE}; null: what follows from the disk's size. What is too much by it goes. */
    async setLimit(limit: number | null): Promise<void> {
      preferences.write(KEY, limit ?? undefined)
      await inTurn(trim)
    },

    /**
     * Removes what was not used for longest until no more than `most` bytes are left, but nothing that is being read, and
     * nothing of media that are missing.
     */
    purge: (most = 0): Promise<Purged> =>
      inTurn(async () => {
        const entries = await cache.entries()
        const kept = await irreplaceable(entries)
        const goes = leastUsed(entries, most, (entry) => kept.has(entry))
        return remove(goes, bytesOf(entries))
      }),

    /** Below the limit again. What is worked with stays, also where that alone is more. */
    keep: (): Promise<Purged> => inTurn(trim),

    async close(): Promise<void> {
      stop()
      await working
    },
  }
}
