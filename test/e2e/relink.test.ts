/** Media that moved: the library, the clip and the monitor say so, and one command finds them again by their content. */
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, it } from 'vitest'
import { rational } from '../../shared/time/rational.ts'
import { makeNumberedClip } from '../fixtures/numbered.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor
const at = (name: string): string => join(folder, name)

async function open(): Promise<void> {
  window = await launchKeyreel({
    library: at('library'),
    env: {
      KEYREEL_TEST_OPEN: JSON.stringify([at('take.mp4')]),
      KEYREEL_TEST_FOLDER: at('shelf'),
    },
  })
  editor = new Editor(window.page)
  await editor.ready()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-relink-'))
  await mkdir(at('shelf/deep'), { recursive: true })
  await makeNumberedClip({
    ...{ path: at('take.mp4'), width: 640, height: 360, frames: 48, rate: rational(24) },
  })
  await open()
})

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const take = () => window.page.getByRole('option', { name: /^take, / })

it('lays a clip of a medium that is there', async () => {
  await editor.menu('File', 'New project…')
  const projects = editor.dialog('Projects')
  await projects.getByLabel("New project's name").fill('Moved')
  await projects.getByRole('button', { name: 'Create project' }).click()
  await projects.waitFor({ state: 'detached' })
  await window.page.getByRole('button', { name: 'Import media' }).first().click()
  await take().click({ button: 'right' })
  await window.page.getByRole('menuitem', { name: 'Append to the end' }).click()
  await editor.clip('V1', 'take, ').waitFor()
  await editor.menu('File', 'Relink missing media…')
  await window.page.getByText('No media of this project is missing.').waitFor()
})

it('says that it is missing, in the library, on the clip and in the monitor', async () => {
  await window.close()
  await rename(at('take.mp4'), at('shelf/deep/renamed.mp4'))
  await open()
  const { page } = window
  await page.getByText('1 medium is missing.').waitFor()
  await editor.shows(() => take().getAttribute('aria-label')).toContain('missing')
  await editor.clip('V1', 'take, ').and(page.locator('[aria-label*="missing"]')).waitFor()
  await page.getByRole('alert').getByText('Cannot be shown: take.').waitFor()
  await window.screenshot('relink-missing')
})

it('is found again under its new name', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Relink…' }).click()
  await page.getByText('1 medium was found again.').waitFor()
  await page.getByText('1 medium is missing.').waitFor({ state: 'detached' })
  await page.getByText('Cannot be shown: take.').waitFor({ state: 'detached' })
  await editor.painted(0)
  await window.screenshot('relink-found')
})
