/** Runs the command line in this process and gathers what it says. */
import { runCli } from '../../../main/cli/run.ts'

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
    env: options.env ?? {},
    signal: options.signal ?? new AbortController().signal,
  })
  return { code, out, err }
}
