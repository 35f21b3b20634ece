/** RIFE 4.6, a program of its own: real frames between two pictures of one scene. */

import { spawn } from 'node:child_process'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { GenerationError } from '../../../shared/generation/failure.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { type RifePaths, rifeFinding, rifePaths } from '../../doctor/rife.ts'

/** Ready to start, or one sentence's end that says what is missing. */
export type RifeState =
  | { readonly isReady: true; readonly paths: RifePaths }
  | { readonly isReady: false; readonly why: Said }

/** Looks before any start: a missing model or library makes the program fail without a word. */
export async function findRife(): Promise<RifeState> {
  const paths = rifePaths(process.platform)
  const finding = await rifeFinding(process.platform)
  return paths && finding.health === 'ready'
    ? { isReady: true, paths }
    : { isReady: false, why: finding.found }
}

/** Picture `k` of a bridge (0 is the first pin) bears this number in its folder. */
export const fileNumber = (k: number): number => k + 1

/**
 * Folder mode: of `2 * span` pictures over two inputs, picture k lies exactly at k / span of the way; the second
 * half repeats the last input and costs next to nothing. -1 is the CPU, so that every machine gives the same.
 */
export const rifeArguments = (
  { model }: RifePaths,
  from: string,
  to: string,
  span: number,
): string[] => [
  ...['-i', from, '-o', to, '-n', `${2 * span}`, '-f', '%08d.png'],
  ...['-g', '-1', '-m', model, '-j', '1:2:2'],
]

/** How often the folder is counted for the progress. */
const LOOK_EVERY_MS = 400

export interface RifeJob {
  /** Holds exactly the two pictures, named so that they sort. */
  readonly from: string
  /** Is made; picture k of the way gets the name of {@link fileNumber}. */
  readonly to: string
  readonly span: number
}

/** @throws GenerationError with RIFE's last words; the signal's reason after a cancel. */
export async function runRife(
  paths: RifePaths,
  { from, to, span }: RifeJob,
  signal: AbortSignal,
  onFraction: (fraction: number) => void,
): Promise<void> {
  signal.throwIfAborted()
  // A missing input makes it crash.
  const pictures = await readdir(from)
  if (pictures.length !== 2) throw new RangeError(`RIFE needs 2 pictures, got ${pictures.length}`)
  await mkdir(to, { recursive: true })
  const count = async (): Promise<void> => {
    const { length } = await readdir(to)
    onFraction(Math.min(1, length / (span + 1)))
  }
  const { code, words } = await start(paths, rifeArguments(paths, from, to, span), signal, count)
  signal.throwIfAborted()
  const last = join(to, `${String(fileNumber(span)).padStart(8, '0')}.png`)
  const isWhole = await stat(last).then(
    ({ size }) => size > 0,
    () => false,
  )
  if (code !== 0 || !isWhole) {
    throw new GenerationError(say('engine:rifeStopped', { code }), {
      kind: 'serverError',
      detail: words,
    })
  }
}

/** Settles only when the process has ended, so that its folder may be removed at once. */
function start(
  { program }: RifePaths,
  args: readonly string[],
  signal: AbortSignal,
  look: () => Promise<void>,
): Promise<{ readonly code: number | string; readonly words: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true })
    let words = ''
    child.stderr.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-2000)
    })
    const kill = (): void => {
      child.kill('SIGKILL')
    }
    signal.addEventListener('abort', kill, { once: true })
    const timer = setInterval(() => look().catch(reject), LOOK_EVERY_MS)
    const end = (): void => {
      clearInterval(timer)
      signal.removeEventListener('abort', kill)
    }
    child.on('error', (error) => {
      end()
      reject(error)
    })
    child.on('close', (code, killed) => {
      end()
      resolve({ code: code ?? killed ?? 'unknown', words })
    })
  })
}
