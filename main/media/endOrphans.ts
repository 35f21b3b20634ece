/**
 * Ends programs that a Keyreel which was killed had started: ffmpeg does not notice, and would work on for nobody, for an
 * hour where it makes a long proxy. They are known by the unfinished file on their command line, which names its writer.
 */
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { isAlive, writerOf } from '../files/temporaryName.ts'
import type { Log } from '../log/Log.ts'

const runFile = promisify(execFile)

interface Program {
  readonly pid: number
  readonly words: readonly string[]
}

async function onLinux(): Promise<Program[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const programs = await Promise.all(
    pids.map(async (pid) => {
      // It may end while we look; another user's shows nothing.
      const [line] = await Promise.allSettled([readFile(`/proc/${pid}/cmdline`, 'utf8')])
      return line.status === 'fulfilled'
        ? [{ pid: Number(pid), words: line.value.split('\0') }]
        : []
    }),
  )
  return programs.flat()
}

async function onMac(): Promise<Program[]> {
  const { stdout } = await runFile('/bin/ps', ['-axww', '-o', 'pid=,command='], {
    maxBuffer: 1 << 26,
  })
  return stdout.split('\n').map((line) => {
    const [pid = '', ...words] = line.trim().split(' ')
    return { pid: Number(pid), words }
  })
}

/** Whether a program writes a file of a process that is gone. */
export const isOrphan = ({ words }: Pick<Program, 'words'>): boolean =>
  words.some((word) => {
    const writer = writerOf(word)
    return writer !== undefined && !isAlive(writer)
  })

/** Windows shows no command lines without a helper; there it is left to end by itself. */
export async function endOrphans(log: Log): Promise<void> {
  const { platform } = process
  const programs =
    platform === 'linux' ? await onLinux() : platform === 'darwin' ? await onMac() : []
  for (const { pid, words } of programs.filter(isOrphan)) {
    log.write('warn', 'A program of a run that was killed is ended', { pid, program: words[0] })
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      log.write('info', 'It had ended, or is not ours', error)
    }
  }
}
