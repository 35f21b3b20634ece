/** How long the window takes to compose a frame of 1080p, by what is on it, all pictures being decoded. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../build/paths.ts'
import { compose } from '../../main/compose.ts'
import { rational } from '../../shared/time/rational.ts'
import { bringIntoPage } from '../e2e/harness/inPage.ts'
import { launchKeyreel } from '../e2e/harness/keyreelWindow.ts'
import type * as InPage from './painting/inPage.ts'

declare global {
  interface Window {
    readonly painting: typeof InPage
  }
}

const ROUNDS = 15

const folder = await mkdtemp(join(tmpdir(), 'keyreel-painting-'))
const library = join(folder, 'library')
// An empty project: nothing is prepared meanwhile.
const services = await compose({ library, env: {} })
services.projects.create('Painting', { rate: rational(24), width: 1920, height: 1080 })
await services.close()
const keyreel = await launchKeyreel({ library })
try {
  await bringIntoPage(keyreel.page, 'painting', join(root, 'test/bench/painting/inPage.ts'))
  const { means, frames } = await keyreel.page.evaluate(
    (rounds) => window.painting.measure(rounds),
    ROUNDS,
  )
  const part = (values: readonly number[], share: number): number =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
  process.stdout.write(`effects by ${means}\n`)
  for (const [name, times] of Object.entries(frames)) {
    const [half, most] = [part(times, 0.5), part(times, 0.95)]
    const text = `p50 ${half.toFixed(1).padStart(7)} ms   p95 ${most.toFixed(1).padStart(7)} ms`
    process.stdout.write(`  ${name.padEnd(28)} ${text}\n`)
  }
  process.stdout.write(`${JSON.stringify({ means, frames })}\n`)
} finally {
  await keyreel.close()
  await rm(folder, { recursive: true, force: true })
}
