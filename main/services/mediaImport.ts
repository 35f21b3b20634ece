/** Takes files and numbered pictures in as media: what they hold, by what they are known, and the jobs that prepare them. */
import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Output } from '../../shared/ipc/contract.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { AssetId } from '../../shared/model/ids.ts'
import type { MediaInfo } from '../../shared/model/mediaInfo.ts'
import type { Rational } from '../../shared/time/rational.ts'
import { saidOf } from '../../shared/words/SaidError.ts'
import { say } from '../../shared/words/say.ts'
import type { MediaRow } from '../database/repositories/media.ts'
import type { Store } from '../database/store.ts'
import { type ApprovedPaths, explainPath, PathError } from '../files/approvedPaths.ts'
import { meantFiles } from '../files/mediaFiles.ts'
import type { NumberedRun } from '../files/numberedRuns.ts'
import type { Queue } from '../jobs/queue.ts'
import { type MediaEngine, MediaError } from '../media/MediaEngine.ts'
import { type Clock, isoTime } from './Clock.ts'
import { keyOf } from './keyOf.ts'
import { nameOf } from './mediaName.ts'
import type { Preparing } from './preparing.ts'
import {
  assetOfSequence,
  bringInRun,
  interpretRun,
  type KeptSequence,
  nameOfRun,
} from './sequences.ts'

export interface MediaImportPorts {
  readonly store: Store
  readonly engine: MediaEngine
  readonly paths: ApprovedPaths
  /** The folder in which image sequences are kept. */
  readonly sequences: string
  readonly queue: Pick<Queue, 'added'>
  readonly preparing: Pick<Preparing, 'queue'>
  readonly clock: Clock
}

export type Imported = Output<'media:importPaths'>

export interface LookedAt {
  readonly mediaKey: string
  readonly info: MediaInfo
  readonly path: string
}

export interface ImportOptions {
  readonly name?: string
  readonly credit?: string
  /** Pictures a second of numbered pictures; absent: 24. */
  readonly sequenceRate?: Rational | undefined
  /** Numbered pictures come in one by one. */
  readonly asStills?: boolean
}

export function createMediaImport(ports: MediaImportPorts) {
  const { store, engine, paths, sequences, queue, preparing, clock } = ports

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
  }
}

/** What is wrong with one file must not keep the others out, also when it goes away half-way. */
function faultOf(path: string, error: unknown): Error | undefined {
  if (error instanceof MediaError || error instanceof PathError) return error
  const isSystemError = error instanceof Error && 'code' in error && 'syscall' in error
  return isSystemError ? explainPath(path, error as NodeJS.ErrnoException) : undefined
}
