import { buildIfStale } from './buildIfStale.ts'
import { checkSteps } from './check.ts'
import { setUp } from './setup.ts'
import { endToEnd } from './test/endToEnd.ts'
import { runSteps, singleCheck } from './test/step.ts'
import { summary } from './test/tally.ts'
import { vitest } from './test/vitest.ts'

await setUp()
const tally = await runSteps([
  ...checkSteps,
  { name: 'randomised suites, in samples', run: () => vitest('random') },
  singleCheck('build', buildIfStale),
  { name: 'end to end, in a real window', run: () => endToEnd() },
])
process.stdout.write(`\n${summary(tally)}\n`)
process.exitCode = tally.failed ? 1 : 0
