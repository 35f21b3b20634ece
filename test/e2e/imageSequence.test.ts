/** An image sequence in the window: chosen by one picture, told with its holes, shown, and given another rate. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rational } from '../../shared/time/rational.ts'
import { makeNumberedClip } from '../fixtures/numbered.ts'
import { axe } from './harness/axe.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-sequence-'))
  await makeNumberedClip({
    ...{ path: join(folder, 'shot.%04d.png'), width: 192, height: 128 },
    ...{ rate: rational(24), frames: 24 },
    extraArgs: ['-c:v', 'png', '-pix_fmt', 'rgb24', '-f', 'image2', '-start_number', '1001'],
  })
  await rm(join(folder, 'shot.1006.png'))
  window = await launchKeyreel({
    library: join(folder, 'library'),
    env: { KEYREEL_TEST_OPEN: JSON.stringify([join(folder, 'shot.1010.png')]) },
  })
  editor = new Editor(window.page)
  await editor.ready()
})
afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

it('comes in as one asset with the rate of the timeline, and another one undoes in one step', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Import media' }).first().click()
  const card = page.getByRole('option', { name: /^shot\.\[1001-1024\]\.png, 00:00:01:00/ })
  await card.click()
  const facts = page.getByLabel('About the asset')
  await facts.getByText('1 picture of the sequence is not there (1006)').waitFor()
  const rate = page.getByLabel('Frame rate of the image sequence')
  expect(await rate.inputValue()).toBe('24')
  expect(await axe(editor)).toEqual([])
  await window.screenshot('image-sequence')
  await rate.selectOption('48')
  const faster = page.getByRole('option', { name: /^shot\.\[1001-1024\]\.png, 00:00:00:24/ })
  await faster.waitFor()
  await editor.menu('Edit', 'Undo')
  await card.waitFor()
  expect(window.faults).toEqual([])
})
