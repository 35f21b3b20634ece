/**
 * `<folder>/<kind>/<key>`: what can be made again. All of it may be deleted at any moment, also while the program runs.
 * An entry's time of change on disk is when it was used last, so that what goes first is known after any restart.
 */
import { existsSync } from 'node:fs'
import { access, mkdir, readdir, rm, stat, unlink, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { absent } from './absent.ts'
import { settle } from './durable.ts'
import { temporaryName, writerOf } from './temporaryName.ts'

export type CacheKind = 'poster' | 'filmstrip' | 'peaks' | 'proxy' | 'thumbnail' | 'tiles'

export interface CacheEntry {
  /** Also one that an older Keyreel made and this one does not know. */
  readonly kind: string
  readonly key: string
  readonly path: string
  readonly byteSize: number
  /** Milliseconds since 1970, true to {@link MARK_EVERY}. */
  readonly usedAt: number
}

export interface Cache {
  /**
   * The cached file of that key, made now if it is missing. `make` writes to the temporary path it is given, which ends
   * like `key`; it is called again where the folder was deleted under it. Concurrent calls for one key share one making,
   * and its failure.
   * @param key letters, digits, `.`, `_` and `-`, e.g. `<contentKey>-540p.mp4`.
   */
  getOrMake(
    kind: CacheKind,
    key: string,
    make: (temporaryPath: string) => Promise<void>,
  ): Promise<string>
  /** The cached file's path if it is there. */
  find(kind: CacheKind, key: string): Promise<string | undefined>
  /** The same by somebody who wants to read it. */
  use(kind: CacheKind, key: string): Promise<string | undefined>
  /** Whether the file is there at this very moment. */
  has(kind: CacheKind, key: string): boolean
  /** Where the file of that key is being made now by this process, as far as it is; undefined when it is not. */
  unfinished(kind: CacheKind, key: string): string | undefined
  /** Keeps a file from being removed until the answered function is called. */
  hold(path: string): () => void
  /** Counts as used now. */
  mark(entry: CacheEntry): Promise<void>
  /** What is there, finished. */
  entries(): Promise<CacheEntry[]>
  /** False for what is being read or was used since it was listed, and where the system keeps it. */
  remove(entry: CacheEntry): Promise<boolean>
  /** How many files this process has put into it. */
  readonly made: number
}

/** Milliseconds. A file that is read on and on is marked no more often. */
export const MARK_EVERY = 5 * 60_000
/** A folder that is deleted again and again is no accident. */
const TRIES = 3
/** An open file on Windows, a folder that may not be changed. */
const KEPT: readonly unknown[] = ['EBUSY', 'EPERM', 'EACCES']

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Tells a folder from one that took its place: the number of a deleted one is given away again. */
async function folderMark(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(absent)
  return found && `${found.ino} ${found.birthtimeMs}`
}

/** Whether it is told that a file is not there which this process had just written. */
const isLost = (error: unknown, path: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'ENOENT' &&
  'path' in error &&
  error.path === path

export function openCache(folder: string, now: () => number = Date.now): Cache {
  const making = new Map<string, Promise<string>>()
  const unfinished = new Map<string, string>()
  const held = new Map<string, number>()
  let made = 0

  const pathOf = (kind: CacheKind, key: string): string => {
    if (!NAME.test(key)) throw new RangeError(`"${key}" cannot be a key in the cache`)
    return join(folder, kind, key)
  }

  async function mark(path: string, usedAt: number): Promise<void> {
    if (Math.abs(now() - usedAt) < MARK_EVERY) return
    const seconds = now() / 1000
    // A file that is gone by now, or may not be marked, only seems older than it is.
    await Promise.allSettled([utimes(path, seconds, seconds)])
  }

  async function use(path: string): Promise<string | undefined> {
    const found = await stat(path).catch(absent)
    if (!found) return undefined
    await mark(path, found.mtimeMs)
    return path
  }

  async function makeInto(
    path: string,
    make: (temporary: string) => Promise<void>,
    triesLeft: number,
  ): Promise<string> {
    const temporary = temporaryName(path)
    await mkdir(dirname(path), { recursive: true })
    const before = await folderMark(dirname(path))
    try {
      unfinished.set(path, temporary)
      await make(temporary)
      await settle(temporary, path)
      made++
      return path
    } catch (error) {
      const isDeleted = isLost(error, temporary) || before !== (await folderMark(dirname(path)))
      if (!isDeleted || triesLeft === 0) throw error
      return await makeInto(path, make, triesLeft - 1)
    } finally {
      if (unfinished.get(path) === temporary) unfinished.delete(path)
      await rm(temporary, { force: true })
    }
  }

  return {
    async getOrMake(kind, key, make) {
      const path = pathOf(kind, key)
      const underway = making.get(path)
      if (underway) return underway
      const started = use(path)
        .then((there) => there ?? makeInto(path, make, TRIES - 1))
        .finally(() => making.delete(path))
      making.set(path, started)
      return started
    },
    async find(kind, key) {
      const path = pathOf(kind, key)
      return (await exists(path)) ? path : undefined
    },
    has: (kind, key) => existsSync(pathOf(kind, key)),
    use: async (kind, key) => use(pathOf(kind, key)),
    unfinished: (kind, key) => unfinished.get(pathOf(kind, key)),
    hold(path) {
      held.set(path, (held.get(path) ?? 0) + 1)
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        const left = (held.get(path) ?? 1) - 1
        if (left > 0) held.set(path, left)
        else held.delete(path)
      }
    },
    mark: ({ path, usedAt }) => mark(path, usedAt),
    async entries() {
      const kinds = (await readdir(folder, { withFileTypes: true }).catch(absent)) ?? []
      const lists = kinds
        .filter((kind) => kind.isDirectory())
        .map(async ({ name: kind }) => {
          const names = (await readdir(join(folder, kind)).catch(absent)) ?? []
          const finished = names.filter((name) => writerOf(name) === undefined)
          return Promise.all(finished.map((key) => entryOf(folder, kind, key)))
        })
      return (await Promise.all(lists)).flat(2)
    },
    async remove({ path, usedAt }) {
      if (held.has(path)) return false
      const found = await stat(path).catch(absent)
      if (!found) return true
      if (found.mtimeMs > usedAt || held.has(path)) return false
      return unlink(path).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (KEPT.includes(error.code)) return false
          absent(error)
          return true
        },
      )
    },
    get made() {
      return made
    },
  }
}

/** None where it went away meanwhile. */
async function entryOf(folder: string, kind: string, key: string): Promise<CacheEntry[]> {
  const path = join(folder, kind, key)
  const found = await stat(path).catch(absent)
  if (!found?.isFile()) return []
  return [{ kind, key, path, byteSize: found.size, usedAt: found.mtimeMs }]
}
