/** Writes a file the user asked for so that its name never bears half a file. */

import { access, constants, lstat, rm } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { Said } from '../../shared/words/Said.ts'
import { SaidError } from '../../shared/words/SaidError.ts'
import { say } from '../../shared/words/say.ts'
import { settle } from './durable.ts'
import { temporaryName } from './temporaryName.ts'

export type OutputErrorKind = 'noFolder' | 'noPermission' | 'noSpace' | 'notAFile'

/** One plain sentence naming the file or folder, and what to do. */
export class OutputError extends SaidError {
  override readonly name = 'OutputError'
  readonly kind: OutputErrorKind
  constructor(said: Said, kind: OutputErrorKind, options?: ErrorOptions) {
    super(said, options)
    this.kind = kind
  }
}

/** Codes of Node's file errors; `noSpace` is also how the media engine calls it. */
const KINDS: Readonly<Record<string, OutputErrorKind>> = {
  ENOSPC: 'noSpace',
  EDQUOT: 'noSpace',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EROFS: 'noPermission',
}

function explain(path: string, error: unknown): unknown {
  const { code, kind } = error as { code?: string; kind?: string }
  const cause = kind === 'noSpace' ? 'noSpace' : KINDS[code ?? '']
  const [name, folder] = [basename(path), dirname(path)]
  if (cause === 'noSpace') {
    return new OutputError(say('file:noRoom', { folder, name }), 'noSpace', { cause: error })
  }
  if (cause === 'noPermission') {
    return new OutputError(say('file:noPermission', { name, folder }), 'noPermission', {
      cause: error,
    })
  }
  return error
}

async function checkPlace(path: string): Promise<void> {
  const folder = dirname(path)
  const missing = new OutputError(
    say('file:noFolderFor', { folder, name: basename(path) }),
    'noFolder',
  )
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error.code === 'ENOTDIR' ? missing : explain(path, error)
  })
  if (found && !found.isFile() && !found.isSymbolicLink()) {
    throw new OutputError(say('file:targetIsFolder', { name: basename(path) }), 'notAFile')
  }
  await access(folder, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? missing : explain(path, error)
  })
}

/**
 * `write` fills the temporary sibling it is given (same folder, same ending); then it takes the final name, replacing an
 * older file. After a failure or a cancel the sibling is gone and the older file untouched.
 * @throws OutputError for a missing folder, no permission and no room; everything else as `write` threw it.
 */
export async function writeAtomically<T>(
  finalPath: string,
  write: (temporaryPath: string) => Promise<T>,
): Promise<T> {
  const path = resolve(finalPath)
  await checkPlace(path)
  const temporary = temporaryName(path)
  try {
    const result = await write(temporary)
    await settle(temporary, path)
    return result
  } catch (error) {
    throw explain(path, error)
  } finally {
    await rm(temporary, { force: true })
  }
}
