import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { inRepository, root } from '../paths.ts'
import { localProgram } from '../process/localProgram.ts'
import { run } from '../process/run.ts'
import type { TestRun } from './TallyReporter.ts'
import type { Tally } from './tally.ts'

/** `figures`: what the tests printed after `figure:` at the beginning of a line. */
export type VitestRun = Tally & { readonly figures: readonly string[] }

/** Runs vitest on one project (and perhaps some files of it) and reads what came out from a reporter of our own. */
export async function vitest(
  project: string,
  files: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Promise<VitestRun> {
  const folder = inRepository('test-output')
  mkdirSync(folder, { recursive: true })
  const report = inRepository('test-output', `${project}-${process.pid}.json`)
  rmSync(report, { force: true })
  const reporters = ['default', inRepository('build/test/TallyReporter.ts')]
  const finished = await run(
    process.execPath,
    [
      ...[localProgram('vitest', 'vitest'), 'run', '--project', project],
      ...reporters.map((reporter) => `--reporter=${reporter}`),
      ...files,
    ],
    {
      cwd: root,
      env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env, KEYREEL_TALLY: report },
      output: 'tee',
    },
  )
  const figures = [...finished.stdout.matchAll(/^figure: *(.+?)\s*$/gm)].map(
    ([, text = '']) => text,
  )
  const end = `vitest ended with ${finished.signal ?? finished.code}`
  const fallen = { suite: project, message: `${end}\n${lastWords(finished)}` }
  if (!existsSync(report)) {
    return finished.code === 0
      ? { passed: 0, failed: 0, failures: [], figures }
      : { passed: 0, failed: 1, failures: [fallen], figures }
  }
  const { passed, failed, skipped, failures }: TestRun = JSON.parse(readFileSync(report, 'utf8'))
  rmSync(report)
  if (skipped) process.stdout.write(`${skipped} tests say they cannot run here\n`)
  if (finished.code === 0 || failed > 0) return { passed, failed, failures, figures }
  return { passed, failed: 1, failures: [fallen], figures }
}

const lastWords = ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) =>
  (stderr || stdout).trim().split('\n').slice(-14).join('\n')
