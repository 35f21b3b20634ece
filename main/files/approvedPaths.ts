/**
 * Paths are capabilities. A path enters through a dialog, a drop or the command line, is approved here, and from then on
 * is known to everyone else by an id that cannot be guessed. Nothing outside `main` ever names a path.
 */
import { randomUUID } from 'node:crypto'
import { lstat, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

export type PathRefusal = 'missing' | 'notAFile' | 'notAFolder' | 'unreadable' | 'notApproved'

/** One plain sentence naming the file. */
export class PathError extends Error {
  override readonly name = 'PathError'
  readonly kind: PathRefusal
  constructor(message: string, kind: PathRefusal) {
    super(message)
    this.kind = kind
  }
}

export interface ApprovedPaths {
  /**
   * Approves one plain file for reading; links are followed once, now. The same file gets the same id.
   * @throws PathError for what is missing, a folder, a pipe or a device.
   */
  approve(path: string): Promise<string>
  /** Approves a place to write to: its folder must exist, and what bears its name, if anything, must be a plain file. */
  approveOutput(path: string): Promise<string>
  /** The real path behind an id. @throws PathError `notApproved` for any other string. */
  resolve(id: string): string
  /** The real path behind an id of `approveOutput`. */
  resolveOutput(id: string): string
  /** Forgets an approval, e.g. when its project closes. */
  revoke(id: string): void
}

/** Why a path could not be looked at or read, in one plain sentence. */
export function explainPath(path: string, error: NodeJS.ErrnoException): PathError {
  const name = `"${basename(path)}"`
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new PathError(`${name} is not there. Was it moved or renamed?`, 'missing')
  }
  if (error.code === 'ELOOP') {
    return new PathError(`${name} is a link that leads in a circle.`, 'missing')
  }
  return new PathError(
    `${name} could not be opened (${error.code ?? error.message}). Check its permissions and its disk.`,
    'unreadable',
  )
}

async function realFile(path: string): Promise<string> {
  const fail = (error: NodeJS.ErrnoException): never => {
    throw explainPath(path, error)
  }
  const real = await realpath(resolve(path)).catch(fail)
  const found = await lstat(real).catch(fail)
  const name = `"${basename(path)}"`
  if (found.isDirectory()) throw new PathError(`${name} is a folder, not a file.`, 'notAFile')
  if (!found.isFile()) {
    throw new PathError(
      `${name} is a pipe or a device; only plain files can be opened.`,
      'notAFile',
    )
  }
  return real
}

async function realOutput(path: string): Promise<string> {
  const full = resolve(path)
  const folder = await realpath(dirname(full)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new PathError(
          `The folder "${dirname(full)}" is not there; make it or choose another.`,
          'missing',
        )
      : explainPath(dirname(full), error)
  })
  if (!(await stat(folder)).isDirectory()) {
    throw new PathError(
      `"${dirname(full)}" is a file, so nothing can be written into it.`,
      'notAFolder',
    )
  }
  const target = join(folder, basename(full))
  const bearer = await lstat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw explainPath(target, error)
  })
  if (bearer && !bearer.isFile()) {
    throw new PathError(`"${basename(full)}" is there already and is not a plain file.`, 'notAFile')
  }
  return target
}

export function createApprovedPaths(): ApprovedPaths {
  const purposes = { read: new Map<string, string>(), write: new Map<string, string>() }
  const admit = (paths: Map<string, string>, path: string): string => {
    for (const [id, known] of paths) if (known === path) return id
    const id = randomUUID()
    paths.set(id, path)
    return id
  }
  const lookUp = (paths: ReadonlyMap<string, string>, id: string): string => {
    const path = paths.get(id)
    if (path !== undefined) return path
    throw new PathError('That file was not opened here, so it may not be used.', 'notApproved')
  }
  return {
    approve: async (path) => admit(purposes.read, await realFile(path)),
    approveOutput: async (path) => admit(purposes.write, await realOutput(path)),
    resolve: (id) => lookUp(purposes.read, id),
    resolveOutput: (id) => lookUp(purposes.write, id),
    revoke(id) {
      purposes.read.delete(id)
      purposes.write.delete(id)
    },
  }
}
