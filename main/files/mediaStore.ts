/**
 * The media folder of a library.
 *
 *     <dir>/media/<aa>/<sha256>.<ext>   generated results, kept for ever, named by their content
 *     <dir>/cache/<kind>/<key>          what can be made again: may be deleted at any moment, also while running
 */
import { constants } from 'node:fs'
import { access, copyFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Cache, openCache } from './cache.ts'
import { moveFile, settle } from './durable.ts'
import { fullHash } from './identity.ts'
import { sweepLeftovers, temporaryName } from './temporaryName.ts'

export interface StoredMedia {
  /** SHA-256, 64 hex digits. */
  readonly hash: string
  readonly path: string
}

export interface MediaStore {
  readonly folder: string
  /**
   * Keeps a finished result. `move` takes the source away (renamed where it can be), else it is copied.
   * @param extension without the dot, e.g. `mp4`.
   */
  put(
    source: string,
    extension: string,
    options?: { readonly move?: boolean },
  ): Promise<StoredMedia>
  /** Where a result of that content lies, whether or not it is there. */
  pathOf(hash: string, extension: string): string
  /** What can be made again. */
  readonly cache: Cache
}

const ENDING = /^[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/

function ending(extension: string): string {
  if (ENDING.test(extension)) return extension
  throw new RangeError(`"${extension}" cannot be an ending in the media folder`)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** Makes the folders, and removes what a crash left unfinished. */
export async function openMediaStore(folder: string): Promise<MediaStore> {
  const media = join(folder, 'media')
  const cache = join(folder, 'cache')
  await mkdir(media, { recursive: true })
  await mkdir(cache, { recursive: true })
  await sweepLeftovers(folder)
  const pathOf = (hash: string, extension: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError(`"${hash}" is not a SHA-256`)
    return join(media, hash.slice(0, 2), `${hash}.${ending(extension)}`)
  }

  return {
    folder,
    pathOf,
    async put(source, extension, options = {}) {
      // Only a file of our own, that nobody else writes to, is worth hashing.
      const temporary = temporaryName(join(media, `incoming.${ending(extension)}`))
      try {
        if (options.move) await moveFile(source, temporary)
        else await copyFile(source, temporary, constants.COPYFILE_FICLONE)
        const hash = await fullHash(temporary)
        const path = pathOf(hash, extension)
        if (await exists(path)) return { hash, path }
        await mkdir(dirname(path), { recursive: true })
        await settle(temporary, path)
        return { hash, path }
      } finally {
        await rm(temporary, { force: true })
      }
    },
    cache: openCache(cache),
  }
}
