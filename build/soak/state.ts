/** What a stopped soak goes on from. It counts only for the sources it was made with; how long suites take counts longer. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { inRepository, root } from '../paths.ts'
import { runOrThrow } from '../process/run.ts'
import type { Tally } from '../test/tally.ts'

export type Outcome = Tally & {
  readonly seconds: number
  readonly endedAt: string
  /** What the suite printed about itself, after `figure:`. */
  readonly figures: readonly string[]
}

export type State = {
  readonly sources: string
  readonly outcomes: Record<string, Outcome>
  /** Seconds that each suite took when it was run last, whatever the sources. */
  readonly times: Record<string, number>
}

/** All but words for people, so that writing down what a soak found does not undo it. */
const CODE = ['--', '.', ':(exclude)docs', ':(exclude)*.md']

/** The tracked files as they are now, and those not tracked yet. */
export async function sources(): Promise<string> {
  const git = async (...args: readonly string[]): Promise<string> =>
    (await runOrThrow('git', args, { cwd: root })).stdout
  const hash = createHash('sha256')
  hash.update(await git('ls-files', '-s', ...CODE))
  hash.update(await git('diff', 'HEAD', ...CODE))
  const added = await git('ls-files', '--others', '--exclude-standard', '-z', ...CODE)
  for (const name of added.split('\0').filter(Boolean)) {
    hash.update(name).update(readFileSync(inRepository(name)))
  }
  return hash.digest('hex').slice(0, 16)
}

export function readState(file: string, current: string, isFresh: boolean): State {
  const known: State | undefined = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : undefined
  const isSame = known?.sources === current && !isFresh
  return {
    sources: current,
    outcomes: isSame ? known.outcomes : {},
    times: known?.times ?? {},
  }
}

/** Whole or not at all, since a stop may come at any moment. */
export function writeState(file: string, state: State): void {
  mkdirSync(inRepository('test-output'), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(state, null, 2))
  renameSync(`${file}.new`, file)
}
