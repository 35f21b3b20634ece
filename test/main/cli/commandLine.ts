/** Runs the command line in this process and gathers what it says. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { runCli } from '../../../main/cli/run.ts'

let library: string | undefined

/** Where commands keep what they keep when a test names no library: never among the projects of the person who tests. */
export function libraryFolder(): string {
  library ??= mkdtempSync(join(tmpdir(), 'keyreel-library-'))
  return library
}
afterAll(() => {
  if (library !== undefined) rmSync(library, { recursive: true, force: true })
  library = undefined
})

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

export async function keyreel(
  argv: readonly string[],
  options: {
    readonly signal?: AbortSignal
    readonly env?: Record<string, string>
    readonly isTTY?: boolean
    /** What is typed. */
    readonly typed?: readonly string[]
    readonly onErr?: (text: string) => void
  } = {},
): Promise<Said> {
  let [out, err] = ['', '']
  const code = await runCli(argv, {
    stdout: {
      write: (text) => {
        out += text
      },
    },
    stderr: {
      isTTY: options.isTTY ?? false,
      write: (text) => {
        err += text
        options.onErr?.(text)
      },
    },
    ...(options.typed ? { stdin: typing(options.typed, options.isTTY ?? false) } : {}),
    env: { KEYREEL_LIBRARY: libraryFolder(), ...options.env },
    signal: options.signal ?? new AbortController().signal,
  })
  return { code, out, err }
}

const typing = (lines: readonly string[], isTTY: boolean) => ({
  isTTY,
  async *[Symbol.asyncIterator]() {
    for (const line of lines) yield `${line}\n`
  },
})
