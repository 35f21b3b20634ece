/**
 * What axe-core finds wrong on every panel, and whether its colours' contrast was computed. It should be nothing. Dialogs
 * and the palette: accessOfDialogs.test.ts. The timeline's expected tree: commands.test.ts.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultsOf } from './harness/axe.ts'
import { type OpenSample, openSample } from './harness/openSample.ts'

let sample: OpenSample

beforeAll(async () => {
  sample = await openSample()
})
afterAll(() => sample?.close())

const grid = () => sample.window.page.getByRole('treegrid', { name: 'Timeline' })
const tab = (name: string) => sample.window.page.getByRole('tab', { name, exact: true }).last()
const faults = (): Promise<string[]> => faultsOf(sample.editor)

async function openTab(name: string): Promise<void> {
  await tab(name).click()
  await sample.editor.shows(() => tab(name).getAttribute('aria-selected')).toBe('true')
}

it.each(['Transform', 'Effects', 'Sound', 'Info', 'Shot', 'Looks', 'Markers', 'Library'])(
  'the panel %s',
  async (name) => {
    await sample.editor.clip('V1', 'Bridge').click()
    await openTab(name)
    expect(await faults()).toEqual([])
  },
)

it('effects with their numbers, colours and curves', async () => {
  const { page } = sample.window
  await sample.editor.clip('V1', 'Meadow').click()
  await openTab('Effects')
  for (const kind of ['Grade', 'Blur', 'Sharpen', 'Vignette', 'Key']) {
    await page.getByLabel('Add an effect').selectOption(kind)
    await page.getByRole('button', { name: `Remove ${kind}` }).waitFor()
  }
  const point = page.getByRole('button', { name: /^Point of the All curve/ })
  await point.first().waitFor()
  expect(await faults()).toEqual([])
})

it('a transition, and a title', async () => {
  const { page } = sample.window
  const cut = await sample.editor.box(sample.editor.clip('V1', 'Flowers'))
  await page.mouse.click(cut.x + 2, cut.y + cut.height / 2)
  await sample.editor.press('Control+KeyD')
  await sample.editor
    .row('V1')
    .getByRole('gridcell', { name: /^Dissolve/ })
    .click()
  await page.getByRole('textbox', { name: 'Before the cut' }).waitFor()
  expect(await faults()).toEqual([])
  await sample.editor.menu('Effects', 'New title')
  await page.getByRole('textbox', { name: 'Text' }).waitFor()
  expect(await faults()).toEqual([])
})

it.each(['As a list', 'As a grid'])('the library %s', async (name) => {
  const view = sample.window.page.getByRole('button', { name, exact: true })
  await openTab('Library')
  await view.click()
  await sample.editor.shows(() => view.getAttribute('aria-pressed')).toBe('true')
  expect(await faults()).toEqual([])
})

it('bins, and markers by name', async () => {
  const { page } = sample.window
  await page.getByRole('button', { name: 'New bin' }).click()
  await page.getByRole('button', { name: /^Bin 1/ }).waitFor()
  expect(await faults()).toEqual([])
  for (const [typed, reads, key] of [
    ['1:00', '00:00:01:00', 'KeyI'],
    ['2:00', '00:00:02:00', 'KeyM'],
    ['4:00', '00:00:04:00', 'KeyO'],
  ] as const) {
    await sample.editor.goTo(typed, reads)
    await sample.editor.press(key)
  }
  await openTab('Markers')
  await page.getByRole('list', { name: 'Markers' }).waitFor()
  await page.getByTestId('ruler').locator('[data-point="out"]').waitFor()
  expect(await faults()).toEqual([])
})

it('the effects to choose from, and footage in the source monitor', async () => {
  const { page } = sample.window
  const library = page.getByRole('region', { name: 'Library', exact: true })
  await library.getByRole('tab', { name: 'Effects', exact: true }).click()
  await library.getByRole('button', { name: 'Vignette' }).waitFor()
  expect(await faults()).toEqual([])
  await openTab('Library')
  await page.getByRole('listbox', { name: 'Assets' }).getByRole('option').first().dblclick()
  await page.getByRole('img', { name: /^Source monitor/ }).waitFor()
  expect(await faults()).toEqual([])
  await page.getByRole('button', { name: 'Back to the program' }).click()
})

it.each(['Direct', 'Deliver', 'Edit'])('the workspace %s', async (name) => {
  const workspace = sample.window.page.getByRole('radio', { name, exact: true })
  await workspace.click()
  await sample.editor.shows(() => workspace.getAttribute('aria-checked')).toBe('true')
  expect(await faults()).toEqual([])
})

it('open lanes with a curve, in which nothing is a tab stop of its own', async () => {
  const { editor } = sample
  await editor.press('Control+Shift+KeyA')
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL')
  await editor
    .row('V1')
    .getByRole('gridcell', { name: /^Flowers,/ })
    .click()
  await editor.goTo('6:00', '00:00:06:00')
  await editor.press('Control+Alt+KeyK')
  await editor.goTo('7:00', '00:00:07:00')
  await editor.press('Control+Alt+KeyK', 'Control+Alt+KeyG')
  await editor
    .row('Scale of Flowers')
    .getByRole('button', { name: 'Close the curve of Scale' })
    .waitFor()
  expect(await faults()).toEqual([])
  const stops = () =>
    grid().evaluate((rows) =>
      [rows, ...rows.querySelectorAll<HTMLElement>('*')]
        .filter((part) => part instanceof HTMLElement && part.tabIndex >= 0)
        .map((part) => part.getAttribute('aria-label') ?? part.outerHTML),
    )
  await editor.shows(stops).toEqual(['Timeline'])
})

it('the panels as drawers in the narrowest window', async () => {
  const { page } = sample.window
  await sample.window.resize(1024, 640)
  for (const [button, region] of [
    ['Show or hide the inspector', 'Inspector'],
    ['Show or hide the library', 'Library'],
  ] as const) {
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('region', { name: region, exact: true }).waitFor()
    expect(await faults()).toEqual([])
  }
})
