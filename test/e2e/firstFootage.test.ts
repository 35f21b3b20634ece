/** The first footage of a project offers to match the timeline to it; people choose once, or once for all. */
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
  folder = await mkdtemp(join(tmpdir(), 'keyreel-first-footage-'))
  const path = join(folder, 'portrait.mp4')
  await makeNumberedClip({
    ...{ path, width: 128, height: 192, rate: rational(30000, 1001), frames: 30 },
  })
  window = await launchKeyreel({
    library: join(folder, 'library'),
    asksAboutFootage: true,
    env: { KEYREEL_TEST_OPEN: JSON.stringify([path]) },
  })
  editor = new Editor(window.page)
  await editor.ready()
})
afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const TITLE = 'Match the timeline to the footage?'

async function newProject(name: string): Promise<void> {
  await editor.menu('File', 'New project…')
  const projects = editor.dialog('Projects')
  await projects.getByLabel("New project's name").fill(name)
  await projects.getByRole('button', { name: 'Create project' }).click()
  await projects.waitFor({ state: 'detached' })
}

const importMedia = (): Promise<void> =>
  window.page.getByRole('button', { name: 'Import media' }).first().click()

/** Rate and size, as the project's settings say. */
async function format(): Promise<string[]> {
  await editor.menu('File', 'Project settings…')
  const dialog = editor.dialog('Project settings')
  const values = [
    await dialog.getByLabel('Frame rate').inputValue(),
    await dialog.getByLabel('Picture size').inputValue(),
  ]
  await editor.closeDialog('Project settings')
  return values
}

it('asks with both formats, and Enter matches; undoing it leaves the import', async () => {
  const { page } = window
  await newProject('Asked')
  const before = await format()
  await importMedia()
  const dialog = editor.dialog(TITLE)
  await dialog.waitFor()
  await dialog.getByText('128×192, 29.97 fps').waitFor()
  expect(await axe(editor)).toEqual([])
  await window.screenshot('dialog-match-footage')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await editor.shows(format).toEqual(['29.97', '128×192'])
  await editor.shows(() => editor.timecode.inputValue()).toBe('00:00:00;00')
  await editor.menu('Edit', 'Undo')
  await editor.shows(format).toEqual(before)
  await editor.shows(() => page.getByRole('option', { name: /^portrait, / }).count()).toBe(1)
})

it('keeps the timeline on Escape, and asks again in another project', async () => {
  await newProject('Kept')
  const before = await format()
  await importMedia()
  await editor.dialog(TITLE).waitFor()
  await window.page.keyboard.press('Escape')
  await editor.dialog(TITLE).waitFor({ state: 'detached' })
  expect(await format()).toEqual(before)
})

it('remembers a choice for all, which the settings show', async () => {
  const { page } = window
  await newProject('All')
  await importMedia()
  await editor.dialog(TITLE).getByLabel('Do the same from now on, without asking').check()
  await editor.dialog(TITLE).getByRole('button', { name: 'Match the footage' }).click()
  await editor.dialog(TITLE).waitFor({ state: 'detached' })
  await newProject('Unasked')
  await importMedia()
  await page.getByRole('option', { name: /^portrait, / }).waitFor()
  await editor.shows(format).toEqual(['29.97', '128×192'])
  // Where the menu's name is a part of another one.
  await editor.press('Control+Comma')
  const field = editor.dialog('Settings').getByLabel('When a project gets its first footage')
  await editor.shows(() => field.inputValue()).toBe('match')
  await field.selectOption('ask')
  await editor.closeDialog('Settings')
})
