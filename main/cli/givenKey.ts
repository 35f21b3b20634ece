/** The Runware key on standard input, where neither other users nor other programs can read it. */
import { KEY_VARIABLE } from '../services/keyVariable.ts'
import type { OptionValues } from './Command.ts'
import { usageError } from './exitCodes.ts'
import type { Io } from './output.ts'

/** For commands that talk to Runware. */
export const KEY_OPTION = {
  'key-stdin': {
    type: 'boolean',
    help: `read the Runware key from standard input instead of ${KEY_VARIABLE}`,
  },
} as const

/** Characters; a longer first line is no key. */
const LONGEST = 1000

/** The surroundings of a command with the key that was given on standard input, where it was. */
export async function withGivenKey(io: Io, options: OptionValues): Promise<Io> {
  if (options['key-stdin'] !== true) return io
  const key = await firstLine(io.stdin)
  if (key === '') {
    throw usageError('--key-stdin reads the key from standard input, and nothing came.')
  }
  return { ...io, env: { ...io.env, [KEY_VARIABLE]: key } }
}

async function firstLine(stdin: Io['stdin']): Promise<string> {
  let text = ''
  for await (const chunk of stdin ?? []) {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
    if (text.includes('\n') || text.length > LONGEST) break
  }
  const line = (text.split(/\r?\n/)[0] ?? '').trim()
  if (line.length > LONGEST) throw usageError('What came on standard input is too long for a key.')
  return line
}
