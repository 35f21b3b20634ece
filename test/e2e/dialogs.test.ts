/** Projects, history and jobs as a person sees them, and what they can do there. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-dialogs-'))
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
})
afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const jobsButton = () => window.page.getByRole('contentinfo').getByRole('button')

it('shows every job with its state, and what it came to', async () => {
  await editor.prepared()
  await jobsButton().click()
  const rows = editor.dialog('Jobs').getByRole('listitem')
  const texts = async () =>
    (await rows.allInnerTexts()).map((text) => text.split('\n').slice(0, 2)).sort()
  // All four are a film's to decode.
  await editor.shows(texts, 180_000).toEqual([
    ['Filmstrip of Big Buck Bunny', 'done'],
    ['Fingerprint of Big Buck Bunny', 'done'],
    ['Poster of Big Buck Bunny', 'done'],
    ['Sound picture of Big Buck Bunny', 'done'],
  ])
  expect(await editor.overflowing('Jobs')).toEqual([])
  await window.screenshot('dialog-jobs')
  await editor.closeDialog('Jobs')
})

it('shows a project by its picture', async () => {
  await editor.menu('File', 'Open project…')
  const list = editor.dialog('Projects').getByRole('list', { name: 'Recent projects' })
  const picture = list.locator('img').first()
  await picture.waitFor({ timeout: 60_000 })
  await editor
    .shows(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(320)
  expect(await editor.overflowing('Projects')).toEqual([])
  await window.screenshot('dialog-projects')
  await editor.closeDialog('Projects')
})

it('takes abandoned branches away only after a warning, and nothing else', async () => {
  await editor.press('Home', 'KeyM', 'Control+KeyZ', 'KeyM')
  await editor.menu('Edit', 'History…')
  const dialog = editor.dialog('History')
  const rows = dialog.getByRole('list', { name: 'History' }).getByRole('listitem')
  await editor.shows(() => rows.count()).toBe(3)
  await dialog.getByText('Clean up abandoned branches').click()
  const take = dialog.getByRole('button', { name: 'Take them away' })
  const sure = dialog.getByRole('checkbox', {
    name: /this loses 1 revision on 1 abandoned branch for good/,
  })
  await sure.waitFor()
  await editor.shows(() => take.isEnabled()).toBe(false)
  await sure.check()
  await window.screenshot('dialog-history-prune')
  await take.click()
  await dialog.getByText('There is nothing of that kind.').waitFor()
  await editor.shows(() => rows.count()).toBe(2)
  expect(await editor.overflowing('History')).toEqual([])
  await window.screenshot('dialog-history')
  await editor.closeDialog('History')
})
