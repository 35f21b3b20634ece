import { layering } from './check/layering.ts'
import { rules } from './check/rules.ts'
import { root } from './paths.ts'
import { invokedDirectly } from './process/invokedDirectly.ts'
import { localProgram } from './process/localProgram.ts'
import { run } from './process/run.ts'
import { setUp } from './setup.ts'
import { runSteps, type Step, singleCheck } from './test/step.ts'
import { summary } from './test/tally.ts'
import { vitest } from './test/vitest.ts'

async function program(packageName: string, name: string, args: readonly string[]): Promise<void> {
  const finished = await run(process.execPath, [localProgram(packageName, name), ...args], {
    cwd: root,
    output: 'inherit',
  })
  if (finished.code !== 0) throw new Error(`${name} found something (see above)`)
}

/** What must hold before anything is committed; in the order of how fast each one answers. */
export const checkSteps: readonly Step[] = [
  singleCheck('format and lint (npm run format repairs most of it)', () =>
    program('@biomejs/biome', 'biome', ['check', '.']),
  ),
  // TypeScript 7; the package named `typescript` is 6, which tools with a JavaScript interface still need.
  singleCheck('types', () => program('@typescript/native', 'tsc', ['-b'])),
  singleCheck('layering', async () => process.stdout.write(`${await layering(root)}\n`)),
  singleCheck('source rules', async () => process.stdout.write(`${await rules(root)}\n`)),
  { name: 'unit and integration tests', run: () => vitest('unit') },
]

if (invokedDirectly(import.meta.url)) {
  await setUp()
  const tally = await runSteps(checkSteps)
  process.stdout.write(`\n${summary(tally)}\n`)
  process.exitCode = tally.failed ? 1 : 0
}
