/**
 * Whatever is dragged in the monitor, the inspector and out of the library keeps the rule of ui/pointer.ts
 * (harness/dragRule.ts). What is carried out of the library belongs to the system while it is carried: Esc and a place that
 * does not take it make nothing of it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { kept } from './harness/document.ts'
import {
  type Drag,
  followsTheRule,
  makesOneRevision,
  type Place,
  placeOn,
  seenIn,
} from './harness/dragRule.ts'
import { eachOnTheLast } from './harness/eachOnTheLast.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-lost-in-panels-'))
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
})
eachOnTheLast()

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const cell = (name: RegExp) => () => editor.row('V1').getByRole('gridcell', { name })
const meadow = cell(/^Meadow,/)
const button = (name: string | RegExp) => () => window.page.getByRole('button', { name })
const field = (name: string) => () => window.page.getByRole('textbox', { name, exact: true })
const tab = (name: string) => window.page.getByRole('tab', { name, exact: true }).last()
const held =
  (find: () => Locator, place: Place = {}) =>
  () =>
    placeOn(editor, find(), place)
const along = (x: number) => ({ x, y: 0 })
const head = async (): Promise<string> => (await kept(window.page)).head.revisionId

it('begins with a clip under the playhead, and nothing that snaps', async () => {
  await editor.press('KeyS', 'Backslash')
  await editor.goTo('1:00', '00:00:01:00')
  await meadow().click()
  await tab('Transform').click()
  await button('Move Meadow')().waitFor()
})

const IN_THE_MONITOR: readonly Drag[] = [
  { what: 'the place of a picture', from: held(button('Move Meadow')), by: { x: 30, y: 20 } },
  {
    what: 'its size',
    from: held(() => button('Scale Meadow')().last()),
    by: { x: -30, y: -20 },
  },
  { what: 'its rotation', from: held(button('Rotate Meadow')), by: { x: 60, y: 20 } },
  { what: 'its crop', from: held(button('Crop the left of Meadow')), by: along(30) },
]

it.each(IN_THE_MONITOR)('in the monitor: $what', (drag) => followsTheRule(editor, 'Viewer', drag))

it.each(['Scale', 'Opacity', 'Crop left', 'Fade in'])('the number %s', async (name) => {
  const by = along(name === 'Opacity' ? -60 : 60)
  await followsTheRule(editor, 'Inspector', { what: name, from: held(field(name)), by })
})

it('the curves of a grade', async () => {
  const { page } = window
  await tab('Effects').click()
  await page.getByLabel('Add an effect').selectOption('Grade')
  const points = button(/^Point of the All curve/)
  await points().first().waitFor()
  const plane = () => points().first().locator('..')
  for (const [what, from] of [
    ['a point that the press makes', held(plane, { x: 0.5, y: 0.5 })],
    ['a point that is there', held(() => points().first())],
  ] as const) {
    await followsTheRule(editor, 'Inspector', { what, from, by: { x: 20, y: -30 } })
  }
  const exposure = held(() => page.getByRole('textbox', { name: /Exposure/ }))
  await followsTheRule(editor, 'Inspector', { what: 'a parameter', from: exposure, by: along(60) })
})

it('a colour, through whatever others the picker goes', async () => {
  const { page } = window
  await page.getByLabel('Add an effect').selectOption('Key')
  const color = page.getByLabel('Colour to take away', { exact: true })
  await color.waitFor()
  const before = await head()
  await color.evaluate((input) => {
    if (!(input instanceof HTMLInputElement)) throw new Error('This is no picker')
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    for (const value of ['#112233', '#224466', '#3366aa']) {
      set?.call(input, value)
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await makesOneRevision(editor, before)
})

it('the length of a transition as a number', async () => {
  const { page } = window
  const cut = await editor.box(editor.clip('V1', 'Flowers'))
  await page.mouse.click(cut.x + 2, cut.y + cut.height / 2)
  await editor.press('Control+KeyD')
  await cell(/^Dissolve/)().click()
  const from = held(field('Before the cut'))
  await followsTheRule(editor, 'Inspector', { what: 'its length', from, by: along(-5) })
})

it('the strength of a transformation', async () => {
  await editor.clip('V1', 'Bird').click()
  await editor.menu('Shot', 'Transform selected clip')
  await window.page.getByRole('radio', { name: 'By hand', exact: true }).click()
  const slider = () => window.page.getByRole('slider', { name: 'Strength' })
  const from = held(slider, { x: 0.4 })
  await followsTheRule(editor, 'Inspector', { what: 'strength', from, by: along(70) })
})

it('the source of a reframe in its new frame', async () => {
  const { page } = window
  await cell(/^Flowers,/)().click()
  await editor.menu('Shot', 'Reframe selected clip')
  const source = () => page.getByRole('application', { name: /^Source in the new frame/ })
  const corner = button('Lower right corner of the source')
  for (const [what, find] of [
    ['its place', source],
    ['its size', corner],
  ] as const) {
    await followsTheRule(editor, 'Inspector', { what, from: held(find), by: { x: -12, y: -25 } })
  }
  await followsTheRule(editor, 'Inspector', {
    ...{ what: 'its place as a number', from: held(field('Left')), by: along(30) },
  })
})

it.each(['an asset', 'a transition', 'an effect'])('%s out of the library', async (what) => {
  const { page } = window
  await page
    .getByRole('region', { name: 'Library', exact: true })
    .getByRole('tab', { name: what === 'an asset' ? 'Library' : 'Effects', exact: true })
    .click()
  const card =
    what === 'an asset'
      ? page.getByRole('listbox', { name: 'Assets' }).getByRole('option').first()
      : button(what === 'a transition' ? 'Wipe' : 'Vignette')()
  const cut = await editor.box(meadow())
  const onto =
    what === 'a transition'
      ? { x: cut.x + cut.width - 3, y: cut.y + cut.height / 2 }
      : { x: cut.x + cut.width / 2, y: cut.y + cut.height / 2 }
  const before = await kept(page)
  const seen = () => seenIn(page, 'Timeline area')
  const shown = await seen()
  const during = () => editor.shows(seen).not.toEqual(shown)
  await editor.carry(card, onto, { during, isCancelled: true })
  await editor.shows(seen).toEqual(shown)
  const monitor = await editor.box(page.getByRole('img', { name: 'Program monitor' }))
  await editor.carry(card, { x: monitor.x + 20, y: monitor.y + 20 })
  await editor.shows(seen).toEqual(shown)
  const now = await kept(page)
  expect([now.head.revisionId, now.project]).toEqual([before.head.revisionId, before.project])
  await editor.carry(card, onto, { during })
  await makesOneRevision(editor, before.head.revisionId)
})

it('what is no part of the document makes no revision, however far it is dragged', async () => {
  const { page } = window
  const before = await head()
  const ruler = await editor.box(page.getByTestId('ruler'))
  await editor.drag({ x: ruler.x + 100, y: ruler.y + 8 }, { x: 300 })
  const empty = await editor.box(editor.row('V2'))
  await editor.drag({ x: empty.x + 300, y: empty.y + 10 }, { x: 200, y: empty.height })
  const overview = await editor.box(page.getByRole('scrollbar', { name: 'Overview' }))
  await editor.drag({ x: overview.x + 200, y: overview.y + 12 }, { x: 100 })
  const splitter = await editor.box(page.getByRole('separator').first())
  await editor.drag({ x: splitter.x + splitter.width / 2, y: splitter.y + 200 }, { x: 40 })
  expect(await head()).toBe(before)
  expect(window.faults).toEqual([])
})
