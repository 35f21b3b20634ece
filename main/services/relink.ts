/** Finds media again that were moved or renamed: by size and content, those of the old name first. */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { MediaRow } from '../database/repositories/media.ts'
import type { Store } from '../database/store.ts'
import type { ApprovedPaths } from '../files/approvedPaths.ts'
import { fullHash, isContent } from '../files/identity.ts'
import { meantFiles } from '../files/mediaFiles.ts'
import { type Clock, isoTime } from './Clock.ts'
import { hashOf } from './keyOf.ts'

export interface RelinkPorts {
  readonly store: Store
  readonly paths: ApprovedPaths
  readonly clock: Clock
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

export function createRelink({ store, paths, clock, announceStatus }: RelinkPorts) {
  async function candidatesIn(places: readonly string[]): Promise<Candidate[]> {
    const { files } = await meantFiles(places)
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

  return {
    /**
     * @param mediaKeys of media that the store knows; others are passed over.
     * @param places folders to search, or the files themselves.
     */
    async find(mediaKeys: readonly string[], places: readonly string[]): Promise<Relinked> {
      const all = await candidatesIn(places)
      const found: { mediaKey: string; path: string }[] = []
      const missing: { mediaKey: string; name: string; other: string | undefined }[] = []
      for (const mediaKey of mediaKeys) {
        const row = store.media.find(mediaKey)
        if (!row) continue
        const place = await sameContent(row, all)
        if (place === undefined) {
          const name = basename(row.path)
          const other = all.find(({ path }) => basename(path) === name)?.path
          missing.push({ mediaKey, name, other })
          continue
        }
        const path = paths.resolve(await paths.approve(place))
        const { mtimeMs } = await stat(path)
        const modifiedAt = Math.trunc(mtimeMs)
        store.transaction(() =>
          store.media.put({ ...row, path, modifiedAt, approvedAt: isoTime(clock) }),
        )
        await announceStatus(mediaKey)
        found.push({ mediaKey, path })
      }
      return { found, missing }
    },
  }
}
