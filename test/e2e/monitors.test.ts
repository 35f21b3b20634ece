/** What the monitors and the library do under the hand, in the real window: each control, what it changes, what is kept. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeNumberedClip } from '../fixtures/numbered.ts'
import { kept } from './harness/document.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-monitors-'))
  const rate = { num: 24, den: 1 }
  const small = { width: 320, height: 180, frames: 48, rate }
  await makeNumberedClip({
    ...{ ...small, path: join(folder, 'unreadable.mov') },
    extraArgs: ['-c:v', 'prores_ks', '-pix_fmt', 'yuv422p10le'],
  })
  await makeNumberedClip({ ...small, path: join(folder, 'counted.mp4'), sound: 'tone' })
  const files = ['unreadable.mov', 'counted.mp4'].map((name) => join(folder, name))
  window = await launchKeyreel({
    library: join(folder, 'library'),
    env: { KEYREEL_TEST_OPEN: JSON.stringify(files) },
    ...{ width: 1280, height: 800 },
  })
  editor = new Editor(window.page)
  await editor.ready()
})

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const monitor = () => window.page.getByRole('img', { name: 'Program monitor' })
const asset = (name: string) => window.page.getByRole('option', { name: new RegExp(`^${name}`) })
const names = (): Promise<string[]> =>
  window.page
    .getByRole('listbox', { name: 'Assets' })
    .getByRole('option')
    .evaluateAll((all) =>
      all.map((one) => (one.getAttribute('aria-label') ?? '').split(',')[0] ?? ''),
    )

it('shows the picture at 100 %, zoomed about the pointer, moved by the hand, and fitting again', async () => {
  const { page } = window
  await editor.painted(0)
  const zoom = page.getByRole('combobox', { name: 'Size of the picture' })
  const fitting = await editor.box(monitor())
  await editor.press('Control+Digit1')
  await editor.shows(() => zoom.inputValue()).toBe('1')
  await editor.shows(async () => (await editor.box(monitor())).width).toBe(1920)

  await zoom.selectOption('Fit')
  await editor.shows(() => editor.box(monitor())).toEqual(fitting)
  const at = { x: fitting.x + fitting.width / 4, y: fitting.y + fitting.height / 4 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(0, -400)
  await editor
    .shows(async () => Math.round((await editor.box(monitor())).width))
    .toBe(Math.round(fitting.width * 2))
  const zoomed = await editor.box(monitor())
  // The point under the pointer stayed where it was.
  expect((at.x - zoomed.x) / zoomed.width).toBeCloseTo(0.25, 1)

  await editor.drag(at, { x: 40, y: 20 })
  await editor
    .shows(async () => {
      const moved = await editor.box(monitor())
      return [moved.x - zoomed.x, moved.y - zoomed.y].map(Math.round)
    })
    .toEqual([40, 20])
  await editor.menu('View', 'Monitor: fit the picture')
  await editor.shows(() => editor.box(monitor())).toEqual(fitting)
})

it('draws safe areas and composes at the quality that was chosen', async () => {
  const { page } = window
  await editor.press('Shift+Quote')
  await page.getByRole('img', { name: 'Safe areas' }).waitFor()
  await window.screenshot('monitors-1280x800')
  await page.getByRole('button', { name: 'Safe areas' }).click()
  await page.getByRole('img', { name: 'Safe areas' }).waitFor({ state: 'detached' })

  const pixels = () => monitor().evaluate((canvas) => (canvas as HTMLCanvasElement).width)
  await page.getByRole('combobox', { name: 'Quality of the picture' }).selectOption('Half')
  await editor.shows(pixels).toBe(960)
  await editor.menu('View', 'Quality: automatic')
  await editor.shows(pixels).toBe(1920)
})

it('steps by ten, and with K held by one frame and slowly', async () => {
  const { page } = window
  const frame = () => editor.timecode.inputValue()
  // Far enough in that slow playing backwards does not come to the start before anybody has looked.
  await editor.goTo('500', '00:00:05:00')
  await page.getByRole('treegrid', { name: 'Timeline' }).focus()
  await editor.press('Control+Shift+ArrowRight', 'Control+Shift+ArrowRight')
  await editor.press('Control+Shift+ArrowLeft')
  await editor.shows(frame).toBe('00:00:05:10')

  await page.keyboard.down('KeyK')
  await page.keyboard.press('KeyL')
  await editor.shows(frame).toBe('00:00:05:11')
  await page.keyboard.down('KeyJ')
  await page.getByText('-0.25×').waitFor()
  await page.keyboard.up('KeyJ')
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  await page.keyboard.up('KeyK')
})

it('plays backwards, and says where that is too fast to be heard', async () => {
  const { page } = window
  await editor.goTo('1000', '00:00:10:00')
  await editor.press('KeyJ')
  await page.getByText('-1×').waitFor()
  expect(await page.getByTitle('Silent at this speed').isVisible()).toBe(false)
  await editor.press('KeyJ', 'KeyJ', 'KeyJ')
  await page.getByTitle('Silent at this speed').waitFor()
  const painted = () => monitor().evaluate((canvas) => Number(canvas.dataset.frame))
  await editor.shows(painted).toBeLessThan(225)
  await editor.press('KeyK')
})

it('goes round between in and out', async () => {
  await editor.goTo('5', '00:00:00:05')
  await editor.press('KeyI')
  await editor.goTo('12', '00:00:00:12')
  await editor.press('KeyO', 'Control+Slash')
  await editor.goTo('10', '00:00:00:10')
  await editor.painted(10)
  await editor.press('Space')
  // Behind the out-point, frame 12, nothing is ever seen; before the start it came round.
  await editor
    .shows(() => monitor().evaluate((canvas) => Number(canvas.dataset.frame)))
    .toBeLessThan(8)
  await editor.press('Space', 'Control+Slash', 'Control+Shift+KeyX')
})

it('fills the screen and comes back', async () => {
  const { page } = window
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
  await editor.press('F11')
  await editor.shows(isFull).toBe(true)
  await editor.press('F11')
  await editor.shows(isFull).toBe(false)
  await window.resize(1280, 800)
})

it('shows what it cannot decode by a proxy, and says so', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Import media' }).first().click()
  // Its card is the last one: what the first click brings must not come under the second.
  await asset('unreadable').dblclick()
  await page.getByRole('img', { name: 'Source monitor, unreadable' }).waitFor()
  await page
    .getByText(/^Shown by proxy: unreadable|^unreadable cannot be decoded here\. Its proxy/)
    .waitFor()
  await page.getByText(/^Shown by proxy: unreadable/).waitFor({ timeout: 180_000 })
  await page.getByRole('button', { name: 'Back to the program' }).click()
})

it('keeps in and out of each asset, and places that part from the library', async () => {
  const { page } = window
  await asset('counted').dblclick()
  await editor.goTo('10', '00:00:00:10')
  await editor.press('KeyI')
  await editor.goTo('19', '00:00:00:19')
  await editor.press('KeyO')
  await page.getByRole('button', { name: 'Back to the program' }).click()
  await asset('counted').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Append to the end' }).click()
  const placed = async () =>
    (await kept(page)).project.items
      .values()
      .flatMap((item) => (item.kind === 'clip' && item.name === 'counted' ? [item.duration] : []))
  await editor.shows(placed).toEqual([10, 10])
  const { assets } = (await kept(page)).project
  const marked = assets.values().find(({ name }) => name === 'counted')?.marks
  expect(marked).toEqual({ in: { num: 5, den: 12 }, out: { num: 5, den: 6 } })
  await asset('counted, .* 2 uses').waitFor()
})

it('orders, searches and lists the library, with the facts of what is selected', async () => {
  const { page } = window
  const order = page.getByRole('combobox', { name: 'Order' })
  await editor.shows(names).toEqual(['Big Buck Bunny', 'counted', 'unreadable'])
  await order.selectOption('Uses')
  await page.getByRole('button', { name: 'Turn the order round: descending' }).click()
  await editor.shows(names).toEqual(['Big Buck Bunny', 'counted', 'unreadable'])
  await order.selectOption('Picture size')
  await page.getByRole('button', { name: 'Turn the order round: ascending' }).click()
  await editor.shows(names).toEqual(['counted', 'unreadable', 'Big Buck Bunny'])
  await page.getByRole('searchbox').fill('prores')
  await editor.shows(names).toEqual(['unreadable'])
  await page.getByRole('searchbox').fill('')

  await page.getByRole('button', { name: 'As a list' }).click()
  await asset('counted').click()
  const facts = page.getByLabel('About the asset')
  await facts.getByText('320×180 · 24 fps · h264 · 8 bit').waitFor()
  await facts.getByText('00:00:00:10 – 00:00:00:20').waitFor()
  await window.screenshot('library-list-1280x800')
  await window.resize(1920, 1080)
  await window.screenshot('library-list-1920x1080')
  await page.getByRole('button', { name: 'As a grid' }).click()
  await window.screenshot('library-grid-1920x1080')
  await window.resize(1280, 800)
})

it('leafs through a filmstrip under the pointer', async () => {
  const { page } = window
  await editor.prepared()
  const picture = asset('Big Buck Bunny').locator('[class*=poster]')
  await picture.scrollIntoViewIfNeeded()
  const box = await editor.box(picture)
  const tile = async () => Number((await picture.getAttribute('data-tile')) ?? Number.NaN)
  const pointAt = (share: number) =>
    page.mouse.move(box.x + box.width * share, box.y + box.height / 2)
  await pointAt(0.1)
  await editor.shows(tile).toBeGreaterThanOrEqual(0)
  const early = await tile()
  await pointAt(0.9)
  await editor.shows(tile).toBeGreaterThan(early + 20)
  expect(window.faults).toEqual([])
})
