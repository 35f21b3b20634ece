/** Media that the store knows: import, where it lies, and how far its derived files are. */

import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { MediaStatus } from '../../shared/ipc/calls/media.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { AssetId } from '../../shared/model/ids.ts'
import type { MediaInfo } from '../../shared/model/mediaInfo.ts'
import type { PeakFile } from '../../shared/render/peakLayout.ts'
import type { Rational } from '../../shared/time/rational.ts'
import { saidOf } from '../../shared/words/SaidError.ts'
import { say } from '../../shared/words/say.ts'
import type { MediaRow } from '../database/repositories/media.ts'
import { DERIVED, type Derived } from '../database/repositories/preparations.ts'
import type { Store } from '../database/store.ts'
import { type ApprovedPaths, explainPath, PathError } from '../files/approvedPaths.ts'
import { meantFiles } from '../files/mediaFiles.ts'
import type { MediaStore } from '../files/mediaStore.ts'
import type { NumberedRun } from '../files/numberedRuns.ts'
import { isSequenceThere } from '../files/sequenceFolder.ts'
import type { Queue } from '../jobs/queue.ts'
import type { Log } from '../log/Log.ts'
import { type MediaEngine, MediaError } from '../media/MediaEngine.ts'
import type { Announce } from './Announce.ts'
import { type Clock, isoTime } from './Clock.ts'
import { cacheKey } from './cacheKeys.ts'
import { keyOf } from './keyOf.ts'
import type { Preparing, Wanted } from './preparing.ts'
import { ServiceError } from './ServiceError.ts'
import {
  assetOfSequence,
  bringInRun,
  interpretRun,
  type KeptSequence,
  nameOfRun,
  nameOfSequence,
} from './sequences.ts'

export interface MediaPorts {
  readonly store: Store
  readonly engine: MediaEngine
  readonly paths: ApprovedPaths
  readonly files: MediaStore
  /** The folder in which image sequences are kept. */
  readonly sequences: string
  readonly queue: Pick<Queue, 'added'>
  readonly preparing: Pick<Preparing, 'queue' | 'want' | 'isWanted'>
  readonly clock: Clock
  readonly announce: Announce
  readonly log: Log
}

export type Imported = Output<'media:importPaths'>
export type MediaRequest = 'original' | 'thumbnail' | 'tiles' | Derived

export type Media = ReturnType<typeof createMedia>

export function createMedia(ports: MediaPorts) {
  const { store, engine, paths, sequences, queue, preparing, clock, announce, log } = ports
  const { cache } = ports.files

  async function isOnline(row: MediaRow): Promise<boolean> {
    const isThere = async (): Promise<boolean> =>
      row.info.sequence ? isSequenceThere(row.path) : (await stat(row.path)).size === row.byteSize
    return isThere().catch((error: unknown) => {
      log.write('info', 'A medium is not where it was', { mediaKey: row.mediaKey, error })
      return false
    })
  }

  async function importOne(path: string, at: string, options: ImportOptions): Promise<Asset> {
    const real = paths.resolve(await paths.approve(path))
    const before = await stat(real)
    const [info, mediaKey] = await Promise.all([engine.probe(real), keyOf(store, real)])
    const found = await stat(real)
    if (found.size !== before.size || found.mtimeMs !== before.mtimeMs) {
      throw new MediaError(say('media:stillWritten', { name: basename(path) }), 'unreadable')
    }
    const name = options.name ?? nameOf({ path, info })
    await keepRow({ mediaKey, path: real, info, name }, at)
    return {
      id: randomUUID() as AssetId,
      name,
      mediaKey,
      origin: 'footage',
      info,
      ...(options.credit === undefined ? {} : { credit: options.credit }),
    }
  }

  /** A numbered run of pictures as one medium. */
  async function importRun(run: NumberedRun, at: string, options: ImportOptions): Promise<Asset> {
    const kept = await bringInRun({ engine, paths, folder: sequences }, run, options.sequenceRate)
    await keepRow(kept, at)
    return assetOfSequence(kept)
  }

  async function rowOf({ mediaKey, path, info }: KeptSequence): Promise<MediaRow> {
    const { size: byteSize, mtimeMs } = await stat(path)
    const [modifiedAt, approvedAt] = [Math.trunc(mtimeMs), isoTime(clock)]
    return { mediaKey, path, byteSize, modifiedAt, info, approvedAt }
  }

  async function keepRow(kept: KeptSequence, at: string): Promise<void> {
    const row = await rowOf(kept)
    const jobs = store.transaction(() => {
      store.media.put(row)
      return preparing.queue(row, kept.name, { at })
    })
    queue.added(jobs)
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
    /** The same image sequence at another rate. @throws ServiceError */
    async interpret(mediaKey: string, rate: Rational): Promise<Pick<Asset, 'mediaKey' | 'info'>> {
      const row = store.media.find(mediaKey)
      const kept = await interpretRun({ folder: sequences }, row, rate)
      await keepRow(kept, isoTime(clock))
      return { mediaKey: kept.mediaKey, info: kept.info }
    },

    /**
     * What a file holds. Content that was looked at before is not probed again, under whatever name it lies; nothing is
     * prepared for the window. @param sequenceRate given: the picture stands for its numbered run, at that rate
     * @throws MediaError, PathError
     */
    async look(path: string, signal: AbortSignal, sequenceRate?: Rational): Promise<LookedAt> {
      const [run] = sequenceRate ? (await meantFiles([path])).media : []
      if (run && typeof run !== 'string') {
        const ports = { engine, paths, folder: sequences }
        const kept = await bringInRun(ports, run, sequenceRate)
        const row = await rowOf(kept)
        store.transaction(() => store.media.put(row))
        return kept
      }
      const real = paths.resolve(await paths.approve(path))
      const [mediaKey, found] = await Promise.all([keyOf(store, real), stat(real)])
      const known = store.media.find(mediaKey)
      const info = known?.info ?? (await engine.probe(real, signal))
      const { size: byteSize, mtimeMs } = found
      const [modifiedAt, approvedAt] = [Math.trunc(mtimeMs), isoTime(clock)]
      const row = { mediaKey, path: real, byteSize, modifiedAt, info, approvedAt }
      store.transaction(() => store.media.put(row))
      return { mediaKey, info, path: real }
    },

    /**
     * Files and folders that came from a dialog, a drop or the command line. Never throws for a single bad one; of
     * files with the same content the first is imported.
     */
    async importPaths(list: readonly string[], options: ImportOptions = {}): Promise<Imported> {
      const meant = await meantFiles(list, options)
      const assets = new Map<string, Asset>()
      const refused: Imported['refused'] = [...meant.refused]
      const at = isoTime(clock)
      for (const one of meant.media) {
        const path = typeof one === 'string' ? one : join(one.folder, nameOfRun(one))
        const name = basename(path)
        try {
          const asset =
            typeof one === 'string'
              ? await importOne(one, at, options)
              : await importRun(one, at, options)
          const same = assets.get(asset.mediaKey)
          if (!same) assets.set(asset.mediaKey, asset)
          else refused.push({ name, message: say('media:sameFile', { name, same: same.name }) })
        } catch (error) {
          const fault = faultOf(path, error)
          if (!fault) throw error
          refused.push({ name, message: saidOf(fault) })
        }
      }
      return { assets: [...assets.values()], refused }
    },

    status: statusesOf,

    /** Keys that the store does not know, sound and stills are passed over. */
    async makeProxies(mediaKeys: readonly string[]): Promise<void> {
      const rows = mediaKeys.flatMap((key) => store.media.find(key) ?? [])
      for (const { mediaKey } of rows) makeAgain(mediaKey, await lostOf(mediaKey))
      const jobs = store.transaction(() =>
        rows.flatMap((row) => preparing.queue(row, nameOf(row), { isProxyWanted: true })),
      )
      queue.added(jobs)
      for (const { mediaKey } of rows) await announceStatus(mediaKey)
    },

    /** What the window works with from now on. What was lost of it from the cache is made again. */
    async want(wanted: Wanted): Promise<void> {
      const keys = [...new Set([...wanted.timeline, ...wanted.visible])]
      const fresh = keys.filter((key) => !preparing.isWanted(key))
      preparing.want(wanted)
      for (const key of fresh) if ((await lostOf(key)).length > 0) await announceStatus(key)
    },

    announceStatus,

    /** Tells that something made of a medium was removed; pictures of projects have no medium. */
    async announceLoss(mediaKey: string): Promise<void> {
      if (store.media.find(mediaKey)) await announceStatus(mediaKey)
    },

    /** Whether what was made of a medium could be made again now; true for keys that are no medium of the store. */
    async canBeMade(mediaKey: string): Promise<boolean> {
      const row = store.media.find(mediaKey)
      return row === undefined || isOnline(row)
    },

    /** Resolves when every status that was to be announced has been. */
    allTold: async (): Promise<void> => void (await Promise.allSettled(telling)),

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
      const lost = await lostOf(mediaKey)
      if (lost.length > 0) {
        makeAgain(mediaKey, lost)
        await announceStatus(mediaKey)
      }
      return undefined
    },

    /** Keeps a file of the cache from being purged while it is read; answers the function that lets it go. */
    hold: (path: string): (() => void) => cache.hold(path),
  }
}

/** Of an unfinished file only what it holds by now. */
const outlineOf = (
  { channels, count }: { readonly channels: number; readonly count: number },
  part: number | undefined,
): PeakFile => ({ channels, count: part ?? count, isWhole: part === undefined })

const nameOf = ({ path, info }: Pick<MediaRow, 'path' | 'info'>): string =>
  info.sequence
    ? nameOfSequence(info.sequence, info.video[0]?.frameCount ?? 1)
    : basename(path, extname(path)) || basename(path)

export interface LookedAt {
  readonly mediaKey: string
  readonly info: MediaInfo
  readonly path: string
}

/** What is wrong with one file must not keep the others out, also when it goes away half-way. */
function faultOf(path: string, error: unknown): Error | undefined {
  if (error instanceof MediaError || error instanceof PathError) return error
  const isSystemError = error instanceof Error && 'code' in error && 'syscall' in error
  return isSystemError ? explainPath(path, error as NodeJS.ErrnoException) : undefined
}

export interface ImportOptions {
  readonly name?: string
  readonly credit?: string
  /** Pictures a second of numbered pictures; absent: 24. */
  readonly sequenceRate?: Rational | undefined
  /** Numbered pictures come in one by one. */
  readonly asStills?: boolean
}
