/** The effects on the graphics processor (an imitation of one, where the machine has none) in a real window. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../build/paths.ts'
import type * as InPage from './harness/effectsInPage.ts'
import { bringIntoPage } from './harness/inPage.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

declare global {
  interface Window {
    readonly effectsInPage: typeof InPage
  }
}

let folder: string
let keyreel: KeyreelWindow

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-effects-'))
  keyreel = await launchKeyreel({
    library: join(folder, 'library'),
    switches: ['--enable-unsafe-swiftshader'],
  })
  await bringIntoPage(
    keyreel.page,
    'effectsInPage',
    join(root, 'test/e2e/harness/effectsInPage.ts'),
  )
})

afterAll(async () => {
  await keyreel?.close()
  await rm(folder, { recursive: true, force: true })
})

it('are those of plain arithmetic', async () => {
  const found = await keyreel.page.evaluate(() => window.effectsInPage.differences())
  const table = found.map(
    ({ what, mean, largest }) => `${mean.toFixed(3)}  ${largest.toFixed(1)}  ${what}`,
  )
  process.stdout.write(`mean   largest\n${table.join('\n')}\n`)
  // Straight values of 8 bits on the way there and back cost a step or two where alpha is low.
  expect(found.filter(({ mean, largest }) => mean > 0.3 || largest > 4)).toEqual([])
})

it('take a decoded frame as it is', async () => {
  const { mean, largest } = await keyreel.page.evaluate(() => window.effectsInPage.ofDecodedFrame())
  process.stdout.write(`decoded frame: mean ${mean.toFixed(3)}, largest ${largest}\n`)
  // Drivers round the matrix in their own ways.
  expect(mean).toBeLessThan(1)
})

it('do without the processor while the driver has taken it away, and go on when it is back', async () => {
  const answers = await keyreel.page.evaluate(() => window.effectsInPage.aroundLoss())
  expect(answers).toEqual(['same', 'none', 'none', 'same'])
})
