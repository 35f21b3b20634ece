import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { inRepository, root } from '../paths.ts'
import { localProgram } from '../process/localProgram.ts'
import { run } from '../process/run.ts'
import type { Tally } from './tally.ts'

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
}

/** `figures`: what the tests printed after `figure:` at the beginning of a line. */
export type VitestRun = Tally & { readonly figures: readonly string[] }

/** Runs vitest on one project (and perhaps some files of it) and reads the counts from its own report. */
export async function vitest(
  project: string,
  files: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Promise<VitestRun> {
  const folder = inRepository('test-output')
  mkdirSync(folder, { recursive: true })
  const report = inRepository('test-output', `${project}-${process.pid}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const finished = await run(
    process.execPath,
    [localProgram('vitest', 'vitest'), 'run', '--project', project, ...reporters, ...files],
    { cwd: root, env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env }, output: 'tee' },
  )
  const figures = [...finished.stdout.matchAll(/^figure: *(.+?)\s*$/gm)].map(
    ([, text = '']) => text,
  )
  if (!existsSync(report)) return { passed: 0, failed: finished.code === 0 ? 0 : 1, figures }
  const counts: Report = JSON.parse(readFileSync(report, 'utf8'))
  rmSync(report)
  const { numPassedTests, numFailedTests, numPendingTests } = counts
  if (numPendingTests) process.stdout.write(`${numPendingTests} tests say they cannot run here\n`)
  // A file that could not even be loaded has no failed test, but the run has failed all the same.
  const failed = finished.code === 0 ? numFailedTests : Math.max(1, numFailedTests)
  return { passed: numPassedTests, failed, figures }
}
