/** What axe-core finds wrong in every dialog and in the palette. It should be nothing. */
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultsOf } from './harness/axe.ts'
import { type OpenSample, openSample } from './harness/openSample.ts'

let sample: OpenSample

beforeAll(async () => {
  sample = await openSample()
})
afterAll(() => sample?.close())

const faults = (): Promise<string[]> => faultsOf(sample.editor)
const page = () => sample.window.page
const clip = (name: string) => sample.editor.clip('V1', name)
const keyframes = () =>
  sample.editor.row('Scale of Flowers').getByRole('button', { name: /^Scale keyframe at/ })

it('begins with keyframes in an open lane', async () => {
  const { editor } = sample
  await clip('Flowers').click()
  await editor.goTo('6:00', '00:00:06:00')
  await editor.press('Control+Alt+KeyK')
  // Two were there.
  await editor.shows(() => keyframes().count()).toBe(3)
})

const chooseClip = (): Promise<void> => clip('Flowers').click()
const copyClip = async (): Promise<void> => {
  await chooseClip()
  await sample.editor.press('Control+KeyC')
  await clip('Bird').click()
}
const chooseKeyframes = async (): Promise<void> => {
  await keyframes().first().click()
  await keyframes()
    .last()
    .click({ modifiers: ['Control'] })
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
  { command: 'Settings…', title: /^Settings/ },
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

async function palette(): Promise<Locator> {
  const dialog = sample.editor.dialog('Find a command')
  await sample.editor.press('Control+Shift+KeyP')
  await dialog.locator('input:focus').waitFor()
  return dialog
}
const closed = async (): Promise<void> => {
  await sample.editor.press('Escape')
  await page().getByRole('dialog').waitFor({ state: 'detached' })
}

it.each(DIALOGS)('the dialog of “$command”', async ({ command, title, prepare }) => {
  await page().getByRole('treegrid', { name: 'Timeline' }).focus()
  await prepare?.()
  const dialog = await palette()
  await page().keyboard.type(command)
  await dialog.getByRole('option').filter({ hasText: command }).first().waitFor()
  await sample.editor.press('Enter')
  await page().getByRole('dialog', { name: title }).waitFor()
  expect(await faults()).toEqual([])
  await closed()
})

it('the palette, with all commands and with one', async () => {
  const options = (await palette()).getByRole('option')
  await sample.editor.shows(() => options.count()).toBeGreaterThan(95)
  expect(await faults()).toEqual([])
  await page().keyboard.type('disable')
  await sample.editor.shows(() => options.count()).toBe(1)
  expect(await faults()).toEqual([])
  await closed()
})

it('the request of a shot, and what it may cost', async () => {
  await clip('Bridge').click()
  await page().getByRole('tab', { name: 'Shot', exact: true }).click()
  await page().getByRole('button', { name: 'Request', exact: true }).click()
  await sample.editor.dialog('The request that will be sent').locator('pre').waitFor()
  expect(await faults()).toEqual([])
  await closed()
  await page().getByRole('radio', { name: 'Ray3.2 · Runware' }).click()
  await page().getByRole('button', { name: 'Limits', exact: true }).click()
  await sample.editor.dialog('What this project may cost').waitFor()
  expect(await faults()).toEqual([])
  await closed()
})
