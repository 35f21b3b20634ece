/**
 * The media folder of a library.
 *
 *     <dir>/media/<aa>/<sha256>.<ext>   generated results, kept for ever, named by their content
 *     <dir>/cache/<kind>/<key>          what can be made again: may be deleted at any moment, also while running
 */
import { constants } from 'node:fs'
import { access, copyFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { moveFile, settle } from './durable.ts'
import { fullHash } from './identity.ts'
import { sweepLeftovers, temporaryName } from './temporaryName.ts'

export type CacheKind = 'poster' | 'filmstrip' | 'peaks' | 'proxy' | 'thumbnail'

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
  /**
   * The cached file of that key, made now if it is missing. `make` writes to the temporary path it is given, which ends
   * like `key`. Concurrent calls for one key share one making, and its failure.
   * @param key letters, digits, `.`, `_` and `-`, e.g. `<contentKey>-540p.mp4`.
   */
  getOrMake(
    kind: CacheKind,
    key: string,
    make: (temporaryPath: string) => Promise<void>,
  ): Promise<string>
  /** The cached file's path if it is there. */
  find(kind: CacheKind, key: string): Promise<string | undefined>
  /** Where the file of that key is being made now by this process, as far as it is; undefined when it is not. */
  unfinished(kind: CacheKind, key: string): string | undefined
  /** Empties the cache, or one kind of it. */
  purge(kind?: CacheKind): Promise<void>
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/

function check(name: string, what: string): string {
  if (!NAME.test(name)) throw new RangeError(`"${name}" cannot be ${what} in the media folder`)
  return name
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
  const making = new Map<string, Promise<string>>()
  const unfinished = new Map<string, string>()

  const pathOf = (hash: string, extension: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError(`"${hash}" is not a SHA-256`)
    return join(media, hash.slice(0, 2), `${hash}.${check(extension, 'an ending')}`)
  }
  const cachePath = (kind: CacheKind, key: string): string => join(cache, kind, check(key, 'a key'))

  async function makeInto(
    path: string,
    make: (temporary: string) => Promise<void>,
  ): Promise<string> {
    const temporary = temporaryName(path)
    try {
      await mkdir(dirname(path), { recursive: true })
      unfinished.set(path, temporary)
      await make(temporary)
      await settle(temporary, path)
      return path
    } finally {
      unfinished.delete(path)
      await rm(temporary, { force: true })
    }
  }

  return {
    folder,
    pathOf,
    async put(source, extension, options = {}) {
      // Only a file of our own, that nobody else writes to, is worth hashing.
      const temporary = temporaryName(join(media, `incoming.${check(extension, 'an ending')}`))
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
    async getOrMake(kind, key, make) {
      const path = cachePath(kind, key)
      const underway = making.get(path)
      if (underway) return underway
      const started = exists(path)
        .then((there) => (there ? path : makeInto(path, make)))
        .finally(() => making.delete(path))
      making.set(path, started)
      return started
    },
    async find(kind, key) {
      const path = cachePath(kind, key)
      return (await exists(path)) ? path : undefined
    },
    unfinished: (kind, key) => unfinished.get(cachePath(kind, key)),
    async purge(kind) {
      await rm(kind ? join(cache, kind) : cache, { recursive: true, force: true })
    },
  }
}
