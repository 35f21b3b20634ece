/** The Runware key on standard input, where neither other users nor other programs can read it. */
import { KEY_VARIABLE } from '../services/keyVariable.ts'
import type { OptionValues } from './Command.ts'
import { usageError } from './exitCodes.ts'
import { linesOf } from './lines.ts'
import type { Io } from './output.ts'

/** For commands that talk to Runware. */
export const KEY_OPTION = {
  'key-stdin': {
    type: 'boolean',
    help: `read the Runware key from standard input instead of ${KEY_VARIABLE}`,
  },
} as const

/** Characters. */
const LONGEST = 1000

/** The surroundings of a command with the key that was given on standard input, where it was. */
export async function withGivenKey(
  io: Io,
  options: OptionValues,
  lines = io.stdin && linesOf(io.stdin),
): Promise<Io> {
  if (options['key-stdin'] !== true) return io
  const key = (await lines?.next())?.trim() ?? ''
  if (key === '') {
    throw usageError('--key-stdin reads the key from standard input, and nothing came.')
  }
  if (key.length > LONGEST) throw usageError('What came on standard input is too long for a key.')
  return { ...io, env: { ...io.env, [KEY_VARIABLE]: key } }
}
