/** Finds media again that were moved or renamed: by size and content, those of the old name first. */
import { stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { holesIn } from '../../shared/model/imageSequence.ts'
import type { MediaRow } from '../database/repositories/media.ts'
import type { Store } from '../database/store.ts'
import type { ApprovedPaths } from '../files/approvedPaths.ts'
import { fullHash, isContent } from '../files/identity.ts'
import { meantFiles } from '../files/mediaFiles.ts'
import { type NumberedRun, namesIn } from '../files/numberedRuns.ts'
import { keepSequence } from '../files/sequenceFolder.ts'
import { sequenceKey } from '../files/sequenceKey.ts'
import { type Clock, isoTime } from './Clock.ts'
import { hashOf } from './keyOf.ts'

export interface RelinkPorts {
  readonly store: Store
  readonly paths: ApprovedPaths
  readonly clock: Clock
  /** The folder in which image sequences are kept. */
  readonly sequences: string
  readonly announceStatus: (mediaKey: string) => Promise<void>
}

export interface Relinked {
  readonly found: readonly { readonly mediaKey: string; readonly path: string }[]
  /** Still nowhere; `other` is a file of that name whose content is another one. */
  readonly missing: readonly {
    readonly mediaKey: string
    readonly name: string
    readonly other: string | undefined
  }[]
}

interface Candidate {
  readonly path: string
  readonly byteSize: number
}

export type Relink = ReturnType<typeof createRelink>

export function createRelink({ store, paths, clock, sequences, announceStatus }: RelinkPorts) {
  async function candidatesIn(files: readonly string[]): Promise<Candidate[]> {
    const looked = await Promise.all(
      files.map(async (path) => {
        // What goes away while we search is not what is searched for.
        const [found] = await Promise.allSettled([stat(path)])
        return found.status === 'fulfilled' && found.value.isFile()
          ? [{ path, byteSize: found.value.size }]
          : []
      }),
    )
    return looked.flat()
  }

  /**
   * Reads only files of the right size, and of each what its key is made of; where several fit, the one with the very
   * content, as far as that is known.
   */
  async function sameContent(
    row: MediaRow,
    all: readonly Candidate[],
  ): Promise<string | undefined> {
    const name = basename(row.path)
    const hasName = ({ path }: Candidate): number => (basename(path) === name ? 0 : 1)
    const fitting = all
      .filter(({ byteSize }) => byteSize === row.byteSize)
      .sort((a, b) => hasName(a) - hasName(b))
    const same: string[] = []
    for (const { path } of fitting) {
      // What cannot be read is not what is searched for.
      const [is] = await Promise.allSettled([isContent(path, row.mediaKey)])
      if (is.status === 'fulfilled' && is.value) same.push(path)
    }
    const [first, ...others] = same
    const sha256 = hashOf(store, row.mediaKey)
    if (others.length === 0 || sha256 === undefined) return first
    for (const path of same) {
      const [hash] = await Promise.allSettled([fullHash(path)])
      if (hash.status === 'fulfilled' && hash.value === sha256) return path
    }
    return undefined
  }

  /** Where a sequence's first picture is kept from now on, when one of the runs is that sequence. */
  async function sameRun(
    { info, mediaKey, path }: MediaRow,
    runs: readonly NumberedRun[],
  ): Promise<string | undefined> {
    const [picture] = info.video
    if (!picture || !info.sequence) return undefined
    for (const run of runs) {
      // What cannot be read is not what is searched for.
      const [key] = await Promise.allSettled([sequenceKey(run, picture.rate)])
      if (key.status === 'rejected' || key.value.mediaKey !== mediaKey) continue
      const { prefix, suffix, digits, numbers } = run
      const sequence = {
        ...{ prefix, suffix, digits, first: numbers[0] ?? 0 },
        missing: holesIn(numbers),
      }
      await paths.approve(join(run.folder, namesIn(run)[0] ?? ''))
      return keepSequence(sequences, mediaKey, run, { ...info, sequence }, extname(path))
    }
    return undefined
  }

  return {
    /**
     * @param mediaKeys of media that the store knows; others are passed over.
     * @param places folders to search, or the files themselves.
     */
    async find(mediaKeys: readonly string[], places: readonly string[]): Promise<Relinked> {
      const { media } = await meantFiles(places)
      const runs = media.filter((one) => typeof one !== 'string')
      // A picture of a run may be sought by itself, too.
      const inRuns = runs.flatMap((run) => namesIn(run).map((name) => join(run.folder, name)))
      const all = await candidatesIn([...media.filter((one) => typeof one === 'string'), ...inRuns])
      const found: { mediaKey: string; path: string }[] = []
      const missing: { mediaKey: string; name: string; other: string | undefined }[] = []
      for (const mediaKey of mediaKeys) {
        const row = store.media.find(mediaKey)
        if (!row) continue
        const place = row.info.sequence ? await sameRun(row, runs) : await sameContent(row, all)
        if (place === undefined) {
          const name = basename(row.path)
          const other = all.find(({ path }) => basename(path) === name)?.path
          missing.push({ mediaKey, name, other })
          continue
        }
        const path = row.info.sequence ? place : paths.resolve(await paths.approve(place))
        const { size, mtimeMs } = await stat(path)
        const modifiedAt = Math.trunc(mtimeMs)
        store.transaction(() =>
          store.media.put({ ...row, path, byteSize: size, modifiedAt, approvedAt: isoTime(clock) }),
        )
        await announceStatus(mediaKey)
        found.push({ mediaKey, path })
      }
      return { found, missing }
    },
  }
}
