/**
 * Paths are capabilities. A path enters through a dialog, a drop or the command line, is approved here, and from then on
 * is known to everyone else by an id that cannot be guessed. Nothing outside `main` ever names a path.
 */

import { randomUUID } from 'node:crypto'
import { lstat, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Said } from '../../shared/words/Said.ts'
import { SaidError } from '../../shared/words/SaidError.ts'
import { say } from '../../shared/words/say.ts'

export type PathRefusal = 'missing' | 'notAFile' | 'notAFolder' | 'unreadable' | 'notApproved'

/** One plain sentence naming the file. */
export class PathError extends SaidError {
  override readonly name = 'PathError'
  readonly kind: PathRefusal
  constructor(said: Said, kind: PathRefusal) {
    super(said)
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
  const name = basename(path)
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new PathError(say('file:missing', { name }), 'missing')
  }
  if (error.code === 'ELOOP') {
    return new PathError(say('file:linkLoop', { name }), 'missing')
  }
  return new PathError(
    say('file:cannotOpen', { name, why: error.code ?? error.message }),
    'unreadable',
  )
}

async function realFile(path: string): Promise<string> {
  const fail = (error: NodeJS.ErrnoException): never => {
    throw explainPath(path, error)
  }
  const real = await realpath(resolve(path)).catch(fail)
  const found = await lstat(real).catch(fail)
  const name = basename(path)
  if (found.isDirectory()) throw new PathError(say('file:isFolder', { name }), 'notAFile')
  if (!found.isFile()) {
    throw new PathError(say('file:notPlain', { name }), 'notAFile')
  }
  return real
}

async function realOutput(path: string): Promise<string> {
  const full = resolve(path)
  const folder = await realpath(dirname(full)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new PathError(say('file:folderMissing', { folder: dirname(full) }), 'missing')
      : explainPath(dirname(full), error)
  })
  if (!(await stat(folder)).isDirectory()) {
    throw new PathError(say('file:folderIsFile', { folder: dirname(full) }), 'notAFolder')
  }
  const target = join(folder, basename(full))
  const bearer = await lstat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw explainPath(target, error)
  })
  if (bearer && !bearer.isFile()) {
    throw new PathError(say('file:targetNotPlain', { name: basename(full) }), 'notAFile')
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
    throw new PathError(say('file:notApproved'), 'notApproved')
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
