import { buildIfStale } from './buildIfStale.ts'
import { checkSteps } from './check.ts'
import { selfTest } from './package/selfTest.ts'
import { inRepository, root } from './paths.ts'
import { runOrThrow } from './process/run.ts'
import { setUp } from './setup.ts'
import { endToEnd } from './test/endToEnd.ts'
import { runSteps, singleCheck } from './test/step.ts'
import { summary } from './test/tally.ts'
import { vitest } from './test/vitest.ts'

const electron = await setUp()

/** In a process of its own: electron-builder leaves handles open and talks a lot. */
const makePackage = (): Promise<unknown> =>
  runOrThrow(process.execPath, [inRepository('build/package.ts'), '--dir'], { cwd: root })

const tally = await runSteps([
  ...checkSteps,
  { name: 'long comparisons', run: () => vitest('long') },
  { name: 'randomised suites, in samples', run: () => vitest('random') },
  singleCheck('build', buildIfStale),
  { name: 'end to end, in a real window', run: () => endToEnd() },
  singleCheck('package (folder only)', makePackage),
  singleCheck('the packaged program tests itself', async () => {
    process.stdout.write(`${await selfTest(electron)}\n`)
  }),
])
process.stdout.write(`\n${summary(tally)}\n`)
process.exitCode = tally.failed ? 1 : 0
