/**
 * The rule of ui/pointer.ts, held by everything that can be dragged: a window that loses the focus and a pointer that is
 * taken away cancel. The document is what it was, nothing is shown as dragged, and letting go later means nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import { kept } from './harness/document.ts'
import { eachOnTheLast } from './harness/eachOnTheLast.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor
let before: Output<'project:open'>

const lane = () => editor.row('Scale of Meadow')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-lost-pointer-'))
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
})
eachOnTheLast()

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

interface Point {
  readonly x: number
  readonly y: number
}
type Drag = readonly [
  what: string,
  from: () => Promise<Point>,
  by: { readonly x: number; readonly y: number },
]

const at =
  (find: () => Locator, x = 0.5, y = 0.5) =>
  async (): Promise<Point> => {
    await find().scrollIntoViewIfNeeded()
    const box = await editor.box(find())
    return { x: box.x + box.width * x, y: box.y + box.height * y }
  }
const beside =
  (find: () => Promise<Point>, x: number, y = 0) =>
  async (): Promise<Point> => {
    const point = await find()
    return { x: point.x + x, y: point.y + y }
  }
const meadow = () => editor.row('V1').getByRole('gridcell', { name: /^Meadow,/ })
const button = (name: string | RegExp) => () => window.page.getByRole('button', { name })

const DRAGS: readonly Drag[] = [
  ['a clip', at(meadow, 0.25, 0.6), { x: 60, y: 0 }],
  ['the edge of a clip', beside(at(meadow, 0, 0.6), 2), { x: 30, y: 0 }],
  ['a keyframe', at(() => lane().getByRole('button', { name: /at 00:00:02:00/ })), { x: 25, y: 0 }],
  ['the handle of a curve', at(button(/^Curve out of the keyframe at frame 0/)), { x: 20, y: 20 }],
  ['the line of a value', at(lane, 0.16, 0.5), { x: 0, y: -20 }],
  ['a pin', at(() => button(/^Pin at index/)().first()), { x: 40, y: 0 }],
]

/** In the page: the pointer is taken from whatever has it, as a screen reader or a pen would. */
const takePointer = (): Promise<void> =>
  window.page.evaluate(() => {
    const mouse = 1
    const holder = [...document.querySelectorAll('*')].find((part) => part.hasPointerCapture(mouse))
    if (!holder) throw new Error('Nothing has the pointer')
    holder.releasePointerCapture(mouse)
  })
const loseFocus = (): Promise<void> =>
  window.page.evaluate(() => void globalThis.dispatchEvent(new Event('blur')))

/** What is seen of the document, as it is told. */
const seen = () =>
  window.page.evaluate(() =>
    [...document.querySelectorAll('#timeline-rows [aria-label], [role="slider"]')].map((part) =>
      [part.getAttribute('aria-label'), part.getAttribute('aria-valuenow')].join(' '),
    ),
  )

it('begins with keyframes whose curve is open, a transition, and the lane of a shot', async () => {
  const { page } = window
  await editor.press('KeyS', 'Backslash')
  const cut = await editor.box(editor.clip('V1', 'Flowers'))
  await page.mouse.click(cut.x + 2, cut.y + cut.height / 2)
  await editor.press('Control+KeyD')
  await editor
    .row('V1')
    .getByRole('gridcell', { name: /^Dissolve/ })
    .waitFor()
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL')
  await meadow().click()
  for (const [typed, reads] of [
    ['0', '00:00:00:00'],
    ['2:00', '00:00:02:00'],
    ['4:00', '00:00:04:00'],
  ] as const) {
    await editor.goTo(typed, reads)
    await editor.press('Control+Alt+KeyK')
  }
  await editor
    .shows(() =>
      lane()
        .getByRole('button', { name: /^Scale keyframe at/ })
        .count(),
    )
    .toBe(3)
  await editor.press('Control+Alt+KeyG')
  await lane().getByRole('button', { name: 'Close the curve of Scale' }).waitFor()
  await page.getByText(/^All changes kept/).waitFor()
  before = await kept(page)
})

it.each(DRAGS)('%s', async (_what, from, by) => {
  const { page } = window
  for (const lose of [takePointer, loseFocus]) {
    await meadow().click({ position: { x: 60, y: 30 } })
    const start = await from()
    await page.mouse.move(start.x, start.y)
    const shown = await seen()
    await page.mouse.down()
    await page.mouse.move(start.x + by.x / 2, start.y + by.y / 2, { steps: 4 })
    await page.mouse.move(start.x + by.x, start.y + by.y, { steps: 4 })
    await lose()
    await page.mouse.move(start.x + 2 * by.x, start.y + 2 * by.y)
    await page.mouse.up()
    await editor.shows(seen).toEqual(shown)
    const now = await kept(page)
    expect(now.head.revisionId).toBe(before.head.revisionId)
    expect(now.project).toEqual(before.project)
  }
  expect(window.faults).toEqual([])
})
