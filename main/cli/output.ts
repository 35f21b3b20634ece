/** What a command says: results on standard output, everything else on standard error. */

import { inEnglish } from '../../shared/words/english.ts'
import { isSaid } from '../../shared/words/Said.ts'
import type { Input } from './lines.ts'

export interface Sink {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
}

export interface Io {
  readonly stdout: Sink
  readonly stderr: Sink
  /** Read only where a command asks for something. */
  readonly stdin?: Input
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
}

export interface Output {
  /** Words for people; nothing with --json. */
  readonly print: (text: string) => void
  /** The one result of a command with --json. */
  readonly json: (value: unknown) => void
  /** A remark beside the result, on standard error. */
  readonly note: (text: string) => void
  /** One line that is written over itself on a terminal; elsewhere a line for every tenth; nothing with --json. */
  readonly progress: (fraction: number | null, text: string) => void
  /** Ends the progress line. */
  readonly settle: () => void
}

/** Scripts read sentences in English too, not keys. */
const worded = (_name: string, value: unknown): unknown =>
  isSaid(value) ? inEnglish(value) : value

export function outputTo({ stdout, stderr }: Io, isJson: boolean): Output {
  const isTerminal = stderr.isTTY === true
  let isOpen = false
  let last = ''
  const settle = (): void => {
    if (isOpen) stderr.write('\n')
    isOpen = false
    last = ''
  }
  return {
    print: (text) => {
      if (!isJson) stdout.write(`${text}\n`)
    },
    json: (value) => {
      if (isJson) stdout.write(`${JSON.stringify(value, worded, 2)}\n`)
    },
    note: (text) => {
      settle()
      stderr.write(`${text}\n`)
    },
    progress: (fraction, text) => {
      if (isJson) return
      const percent = fraction === null ? undefined : Math.floor(fraction * 100)
      const line = percent === undefined ? text : `${text} (${percent} %)`
      if (isTerminal) {
        // Erases to the end of the line, so that a shorter text leaves nothing of a longer one.
        if (line !== last) stderr.write(`\r${line}\u001b[K`)
        isOpen = true
        last = line
        return
      }
      const step =
        percent === undefined ? text : `${text.replace(/\d+/g, '#')} ${Math.floor(percent / 10)}`
      if (step === last) return
      last = step
      stderr.write(`${line}\n`)
    },
    settle,
  }
}
