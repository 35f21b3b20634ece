import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { CommandFailed, EXIT } from './exitCodes.ts'

/** Files people write are small; a wrong file (a video) must not fill the memory. */
const LARGEST = 256 * 1024 * 1024

/** @throws CommandFailed `badInput` with one sentence. */
export async function readTextFile(path: string, what: string): Promise<string> {
  const name = `"${basename(path)}"`
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'ENOENT'
        ? 'there is no such file'
        : error.code === 'EISDIR'
          ? 'it is a folder'
          : `it could not be opened (${error.code ?? error.message})`
    throw new CommandFailed(`${name} cannot be read as ${what}: ${why}.`, EXIT.badInput)
  })
  if (bytes.length > LARGEST) {
    throw new CommandFailed(`${name} is far too large to be ${what}.`, EXIT.badInput)
  }
  return bytes.toString('utf8')
}
