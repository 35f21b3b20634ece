/**
 * What was done, in the real window: undo and redo say what they undo, the history is searched, named, gone back in,
 * branched and compared, and the title bar says that everything is kept.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import { kept } from './harness/document.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor
let sample: Output<'project:open'>
let split: Output<'project:open'>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-history-'))
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
  sample = await kept(window.page)
})

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** The project is, record by record, what it was then. */
const expectAsIn = (then: Output<'project:open'>): Promise<void> =>
  editor.shows(async () => plain((await kept(window.page)).project)).toEqual(plain(then.project))

/** Rows of the history, newest first, without their times and buttons. */
const rows = async (): Promise<string[]> => {
  const texts = await editor
    .dialog('History')
    .getByRole('list', { name: 'History' })
    .getByRole('listitem')
    .evaluateAll((all) => all.map((row) => row.querySelector('[title]')?.getAttribute('title')))
  return texts.map((text) => text ?? '')
}

const row = (label: string) =>
  editor.dialog('History').getByRole('listitem').filter({ hasText: label }).first()

it('names in the menu what undo and redo are about', async () => {
  const { page } = window
  await editor.goTo('2:00', '00:00:02:00')
  await editor.press('Control+KeyK')
  split = await kept(page)
  await editor.press('Control+KeyZ')
  await expectAsIn(sample)
  await page.getByRole('menuitem', { name: 'Edit', exact: true }).click()
  const items = page.getByRole('menuitem')
  await items.filter({ hasText: 'Redo: Split at the playhead' }).click()
  await expectAsIn(split)
  await page.getByRole('menuitem', { name: 'Edit', exact: true }).click()
  await items.filter({ hasText: 'Undo: Split at the playhead' }).waitFor()
  await window.screenshot('history-menu')
  await editor.press('Escape')
  expect(await page.getByRole('status', { name: 'State of your changes' }).textContent()).toMatch(
    /^All changes kept · \d\d:\d\d:\d\d$/,
  )
})

it('goes back, branches off, and keeps what came after', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'History', exact: true }).click()
  const dialog = editor.dialog('History')
  await editor.shows(rows).toEqual(['Split at the playhead', 'Sample project'])
  await dialog.getByLabel('Name for the version in view').fill('With the split')
  await dialog.getByRole('button', { name: 'Name version' }).click()
  await row('Split at the playhead').getByText('With the split').waitFor()
  await row('Sample project').getByRole('button', { name: 'Go here' }).click()
  await row('Sample project').getByText('You are here').waitFor()
  await editor.closeDialog('History')
  await expectAsIn(sample)

  await editor.clip('V1', 'Flowers').click()
  await editor.press('Shift+Delete')
  await kept(page)
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await editor
    .shows(rows)
    .toEqual(['Ripple delete 2 clips', 'Split at the playhead', 'Sample project'])
  await row('Split at the playhead').getByLabel('Branch 1').waitFor()
  await window.screenshot('history-branches')
})

it('finds by label and by name, and compares any two', async () => {
  const dialog = editor.dialog('History')
  await dialog.getByRole('searchbox', { name: 'Search changes and names' }).fill('with the')
  await editor.shows(rows).toEqual(['Split at the playhead'])
  await dialog.getByRole('searchbox', { name: 'Search changes and names' }).fill('')
  await row('Sample project').getByRole('button', { name: 'Compare' }).click()
  const comparison = dialog.getByRole('region', { name: 'What is different' })
  await comparison.getByText('From “Sample project” to “now”').waitFor()
  await row('Split at the playhead').getByRole('button', { name: 'Compare' }).click()
  await comparison.getByText('From “Sample project” to “With the split”').waitFor()
  await editor
    .shows(async () => (await comparison.getByRole('paragraph').allTextContents()).length)
    .toBeGreaterThan(0)
  await window.screenshot('history-compare')
  await row('Split at the playhead').getByRole('button', { name: 'Go here' }).click()
  await row('Split at the playhead').getByText('You are here').waitFor()
  await editor.closeDialog('History')
  await expectAsIn(split)
})

it('duplicates a project, puts the copy in the bin and takes it out again', async () => {
  const { page } = window
  await editor.menu('File', 'Open project…')
  const projects = editor.dialog('Projects')
  const names = (): Promise<(string | null)[]> =>
    projects
      .getByRole('list', { name: 'Recent projects' })
      .getByRole('button', { name: /^Open / })
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  await projects.getByRole('button', { name: 'More for Sample project' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await editor.shows(async () => (await names()).length).toBe(2)
  const copy = (await names()).find((name) => name !== 'Open Sample project') ?? ''
  const name = copy.replace('Open ', '')
  await projects.getByRole('button', { name: `More for ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Move to the bin' }).click()
  await editor.shows(names).toEqual(['Open Sample project'])
  await projects.getByText('Bin: 1 project').click()
  await projects.getByRole('button', { name: 'Put back' }).click()
  await editor
    .shows(async () => (await names()).sort())
    .toEqual([copy, 'Open Sample project'].sort())
  await window.screenshot('projects')
  await editor.closeDialog('Projects')
})
