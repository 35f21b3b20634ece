/** What axe-core finds wrong, on every panel and in every dialog. It should be nothing. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe } from './harness/axe.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-access-'))
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
})

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const grid = () => window.page.getByRole('treegrid', { name: 'Timeline' })

it.each(['Transform', 'Effects', 'Sound', 'Info', 'Shot', 'Looks', 'Markers', 'Library'])(
  'the panel %s',
  async (tab) => {
    await editor.clip('V1', 'Bridge').click()
    await window.page.getByRole('tab', { name: tab, exact: true }).last().click()
    expect(await axe(editor)).toEqual([])
  },
)

it.each(['Direct', 'Deliver', 'Edit'])('the workspace %s', async (workspace) => {
  await window.page.getByRole('radio', { name: workspace, exact: true }).click()
  expect(await axe(editor)).toEqual([])
})

it('open lanes with a curve', async () => {
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL')
  await editor.clip('V1', 'Flowers').click()
  await editor.goTo('6:00', '00:00:06:00')
  await editor.press('Control+Alt+KeyK')
  await editor.goTo('7:00', '00:00:07:00')
  await editor.press('Control+Alt+KeyK', 'Control+Alt+KeyG')
  await editor
    .row('Scale of Flowers')
    .getByRole('button', { name: 'Close the curve of Scale' })
    .waitFor()
  expect(await axe(editor)).toEqual([])
})

/** Chooses all keyframes of the lane that is open. */
async function chooseKeyframes(): Promise<void> {
  const keys = editor.row('Scale of Flowers').getByRole('button', { name: /^Scale keyframe at/ })
  await keys.first().click()
  await keys.last().click({ modifiers: ['Control'] })
}
const chooseClip = (): Promise<void> => editor.clip('V1', 'Flowers').click()
const copyClip = async (): Promise<void> => {
  await chooseClip()
  await editor.press('Control+KeyC')
  await editor.clip('V1', 'Bird').click()
}

/** By the command that opens it, and what that is about. */
interface Opening {
  readonly command: string
  readonly title: RegExp
  readonly prepare?: () => Promise<void>
}

const DIALOGS: readonly Opening[] = [
  { command: 'Project settings', title: /Project settings/ },
  { command: 'Open project', title: /Projects/ },
  { command: 'Export', title: /Export/ },
  { command: 'Settings…', title: /Settings/ },
  { command: 'History', title: /History/ },
  { command: 'Costs', title: /Costs/ },
  { command: 'Jobs', title: /Jobs/ },
  { command: 'Keyboard shortcuts', title: /Keyboard shortcuts/ },
  { command: 'Check this machine', title: /Check this machine/ },
  { command: 'New shot from a request', title: /request/i },
  { command: 'Insert time', title: /Insert time/ },
  { command: 'Speed and duration', title: /Speed and duration/, prepare: chooseClip },
  { command: 'Freeze frame', title: /Freeze a frame/, prepare: chooseClip },
  { command: 'Transform by a workflow', title: /Transform by a workflow/, prepare: chooseClip },
  { command: 'One look over', title: /look/i, prepare: chooseClip },
  { command: 'Paste attributes', title: /Paste attributes/, prepare: copyClip },
  { command: 'Scale keyframes', title: /Scale in time/, prepare: chooseKeyframes },
]

it.each(DIALOGS)('the dialog of “$command”', async ({ command, title, prepare }) => {
  const { page } = window
  await grid().focus()
  await prepare?.()
  await editor.press('Control+Shift+KeyP')
  const palette = editor.dialog('Find a command')
  await palette.locator('input:focus').waitFor()
  await page.keyboard.type(command)
  await palette.getByRole('option').filter({ hasText: command }).first().waitFor()
  await editor.press('Enter')
  await page.getByRole('dialog', { name: title }).waitFor()
  expect(await axe(editor)).toEqual([])
  await editor.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

it('the palette', async () => {
  await editor.press('Control+Shift+KeyP')
  await editor.dialog('Find a command').locator('input:focus').waitFor()
  expect(await axe(editor)).toEqual([])
  await editor.press('Escape')
  await editor.dialog('Find a command').waitFor({ state: 'detached' })
})
