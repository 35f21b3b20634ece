/** What axe-core finds wrong in every dialog and every kind of menu. It should be nothing. */
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

it('begins with keyframes in an open lane, a marker, a bin and a look', async () => {
  const { editor } = sample
  await page().getByRole('button', { name: 'New bin' }).click()
  await clip('Bridge').click()
  await page().getByRole('tab', { name: 'Looks' }).click()
  await page().getByRole('button', { name: 'Keep the selected shot as a look' }).click()
  await page().getByRole('button', { name: 'Apply Bridge to the selected shot' }).waitFor()
  await clip('Flowers').click()
  await editor.goTo('6:00', '00:00:06:00')
  await editor.press('KeyM', 'Control+Alt+KeyK')
  await editor.goTo('7:00', '00:00:07:00')
  await editor.press('Control+Alt+KeyK')
  // Two were there.
  await editor.shows(() => keyframes().count()).toBe(4)
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

it('a key that is being set anew, and one that two commands want', async () => {
  const { editor } = sample
  await editor.press('F1')
  const sheet = editor.dialog('Keyboard shortcuts')
  await sheet.getByRole('button', { name: /^Change the key of Split at playhead/ }).click()
  await sheet.getByText('Press a key…').waitFor()
  expect(await faults()).toEqual([])
  await editor.press('KeyV')
  await sheet.getByRole('alert').waitFor()
  expect(await faults()).toEqual([])
  await sheet.getByRole('button', { name: 'Undo my changes' }).click()
  await sheet.getByRole('alert').waitFor({ state: 'detached' })
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

async function judgeMenu(): Promise<void> {
  const menu = page().getByRole('menu')
  await menu.first().waitFor()
  expect(await faults()).toEqual([])
  // What opens beside an entry, too.
  const more = menu.locator('[role="menuitem"][aria-haspopup="menu"]:not([data-disabled])').first()
  if ((await more.count()) > 0) {
    await more.press('ArrowRight')
    await sample.editor.shows(() => menu.count()).toBe(2)
    expect(await faults()).toEqual([])
    await sample.editor.press('ArrowLeft')
    await sample.editor.shows(() => menu.count()).toBe(1)
  }
  await sample.editor.press('Escape')
  await menu.first().waitFor({ state: 'detached' })
}

it('every menu of the bar', async () => {
  const bar = page().getByRole('menubar').getByRole('menuitem')
  const count = await bar.count()
  expect(count).toBeGreaterThan(6)
  for (let order = 0; order < count; order++) {
    await bar.nth(order).click()
    await judgeMenu()
  }
})

const library = (name: string) => async (): Promise<void> => {
  await page().getByRole('tab', { name, exact: true }).first().click()
}

it.each<[string, () => Locator, (() => Promise<void>)?]>([
  ['a clip', () => clip('Bird')],
  ['a shot', () => clip('Bridge')],
  ['a track', () => page().getByRole('rowheader', { name: 'V1', exact: true })],
  ['a keyframe', () => keyframes().first()],
  [
    'an asset',
    () => page().getByRole('listbox', { name: 'Assets' }).getByRole('option').first(),
    library('Library'),
  ],
  ['a bin', () => page().getByRole('button', { name: /^Bin 1/ }), library('Library')],
  [
    'a look',
    () => page().getByRole('button', { name: /^Apply Bridge to the selected shot/ }),
    library('Looks'),
  ],
  [
    'a marker',
    () => page().getByRole('list', { name: 'Markers' }).getByRole('button').first(),
    library('Markers'),
  ],
])('the menu of %s', async (_what, target, prepare) => {
  await prepare?.()
  await target().click({ button: 'right' })
  await judgeMenu()
})

it.each(['Camera', 'Looks'])('the menu behind the button %s', async (name) => {
  await clip('Bridge').click()
  await page().getByRole('tab', { name: 'Shot', exact: true }).click()
  const inspector = page().getByRole('region', { name: 'Inspector', exact: true })
  await inspector.getByRole('button', { name }).click()
  await judgeMenu()
})
