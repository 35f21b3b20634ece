import { rmSync } from 'node:fs'
import { buildIfStale } from '../buildIfStale.ts'
import { withDisplay } from '../display/withDisplay.ts'
import { inRepository } from '../paths.ts'
import { invokedDirectly } from '../process/invokedDirectly.ts'
import { setUp } from '../setup.ts'
import { summary, type Tally } from './tally.ts'
import { vitest } from './vitest.ts'

/** Chromium keeps a window smaller than its screen, and one of the tests looks at it in 1920 x 1080. */
export const SCREEN = { width: 2048, height: 1152 }

/** The end-to-end tests: the built program in a real window, on a display of their own. */
export async function endToEnd(files: readonly string[] = []): Promise<Tally> {
  const electron = await setUp()
  await buildIfStale()
  // What is kept of failures is of this run's.
  rmSync(inRepository('test-output/failed'), { recursive: true, force: true })
  return withDisplay(
    ({ env }) => vitest('e2e', files, { ...process.env, ...electron.env, ...env }),
    SCREEN,
  )
}

if (invokedDirectly(import.meta.url)) {
  const tally = await endToEnd(process.argv.slice(2))
  process.stdout.write(`\n${summary(tally)}\n`)
  process.exitCode = tally.failed ? 1 : 0
}
