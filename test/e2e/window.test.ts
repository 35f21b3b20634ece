/** The window as it is: its walls seen from inside the page, the sample that plays, the keys, and what it remembers. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor

async function open(): Promise<void> {
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
}

const speed = (): Promise<string | null> =>
  window.page.getByRole('group', { name: 'Transport' }).textContent()

/** The frame that the monitor has painted. */
const painted = (): Promise<number> =>
  window.page
    .getByRole('img', { name: 'Program monitor' })
    .evaluate((canvas) => Number(canvas.dataset.frame))

/** Everything in the program's log files. */
async function logged(): Promise<string> {
  const logs = join(folder, 'library', 'logs')
  const texts = (await readdir(logs)).map((name) => readFile(join(logs, name), 'utf8'))
  return (await Promise.all(texts)).join('')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-window-'))
  await open()
})

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

it('opens on the sample project without a word in the console', async () => {
  await editor.painted(0)
  await editor.prepared()
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
    [1440, 900],
  ] as const) {
    await window.resize(width, height)
    await editor.painted(0)
    await window.screenshot(`window-${width}x${height}`)
  }
  expect(window.faults).toEqual([])
})

it('plays: frames are painted one after another, and it stops where it is told to', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  // Two seconds of the sample, by its own clock.
  await editor.shows(painted).toBeGreaterThanOrEqual(48)
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  const reads = await editor.timecode.inputValue()
  const [, , seconds, frames] = reads.split(':').map(Number)
  await editor.painted(24 * Number(seconds) + Number(frames))
  expect(await editor.timecode.inputValue()).toBe(reads)
})

it('shuttles with J, K and L', async () => {
  await editor.press('Control+Shift+KeyA', 'Home', 'KeyL', 'KeyL')
  await editor.shows(speed).toBe('2×')
  await editor.press('KeyL')
  await editor.shows(speed).toBe('4×')
  await editor.shows(painted).toBeGreaterThan(30)
  await editor.press('KeyK')
  await editor.shows(speed).toBe('')
  const stopped = await painted()
  await editor.press('KeyJ')
  await editor.shows(speed).toBe('-1×')
  await editor.shows(painted).toBeLessThan(stopped)
  await editor.press('KeyK')
})

it('goes to a typed timecode, and says what is none', async () => {
  await editor.goTo('200', '00:00:02:00')
  await editor.painted(48)
  await editor.goTo('+12', '00:00:02:12')
  await editor.goTo('-1:00', '00:00:01:12')
  await editor.goTo('2.5', '00:00:02:12')
  await editor.painted(60)
  await editor.timecode.fill('soon')
  await editor.timecode.press('Enter')
  await editor.shows(() => editor.timecode.getAttribute('aria-invalid')).toBe('true')
  await editor.timecode.press('Escape')
  await editor.shows(() => editor.timecode.inputValue()).toBe('00:00:02:12')
})

it('keeps letters that are typed in the prompt', async () => {
  const { page } = window
  await editor.press('End')
  await editor.menu('Shot', 'New shot from text')
  const prompt = page.getByRole('textbox', { name: 'Prompt' })
  await prompt.click()
  await page.keyboard.type('cbyv jkl qw')
  expect(await prompt.inputValue()).toBe('cbyv jkl qw')
  // Undo in a field is the field's own.
  const clips = await editor.cut('V1')
  await editor.press('Control+KeyZ')
  expect(await editor.cut('V1')).toEqual(clips)
  expect(await page.getByRole('button', { name: 'Select' }).getAttribute('aria-pressed')).toBe(
    'true',
  )
  expect(await speed()).toBe('')
  await editor.clip('V1', 'Shot').last().click()
  await editor.press('KeyC')
  await editor
    .shows(() => page.getByRole('button', { name: 'Razor' }).getAttribute('aria-pressed'))
    .toBe('true')
  await editor.press('KeyV')
})

it('gives the keys back to the work after a choice in a menu', async () => {
  const { page } = window
  await editor.menu('Play', 'Go to start')
  await editor.shows(() => editor.timecode.inputValue()).toBe('00:00:00:00')
  await editor.press('ArrowRight')
  await editor.shows(() => editor.timecode.inputValue()).toBe('00:00:00:01')
  await editor.press('Space')
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
})

it('remembers where its panels end', async () => {
  const widths = async (): Promise<number[]> =>
    Promise.all(
      ['Library', 'Inspector', 'Timeline area'].map(async (name) => {
        const box = await editor.box(window.page.getByRole('region', { name }).first())
        return Math.round(name === 'Timeline area' ? box.height : box.width)
      }),
    )
  const before = await widths()
  const handles = window.page.getByRole('separator')
  const library = await editor.box(handles.nth(0))
  await editor.drag({ x: library.x + library.width / 2, y: library.y + 200 }, { x: 60 })
  const timeline = await editor.box(handles.nth(2))
  await editor.drag({ x: timeline.x + 300, y: timeline.y + timeline.height / 2 }, { x: 0, y: -50 })
  const wanted = before.map((size, index) => size + Number([60, 0, 50][index]))
  await editor.shows(widths).toEqual(wanted)
  await window.close()
  await open()
  await editor.shows(widths).toEqual(wanted)
})

it('lets the page see nothing but the web, and go nowhere', async () => {
  const { page, app } = window
  const seen = await page.evaluate(async () => {
    const refused = async (work: () => unknown): Promise<string> => {
      try {
        return `answered ${String(await work())}`
      } catch (error) {
        return error instanceof Error ? error.name : String(error)
      }
    }
    const scope: Readonly<Record<string, unknown>> = { ...globalThis }
    const inline = document.createElement('script')
    inline.textContent = 'globalThis.ranInline = true'
    document.head.append(inline)
    const permission = await navigator.permissions.query({ name: 'geolocation' })
    return {
      node: ['require', 'process', 'module', 'Buffer'].filter(
        (name) => name in globalThis || scope[name] !== undefined,
      ),
      inline: 'ranInline' in globalThis,
      text: await refused(() => Reflect.get(globalThis, 'eval')('1 + 1')),
      outside: await refused(() => fetch('http://127.0.0.1:9/')),
      geolocation: permission.state,
      notification: await Notification.requestPermission(),
      popup: globalThis.open('https://example.com/') === null,
    }
  })
  expect(seen).toEqual({
    node: [],
    inline: false,
    text: 'EvalError',
    outside: 'TypeError',
    geolocation: 'denied',
    notification: 'denied',
    popup: true,
  })
  const address = page.url()
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), {
      href: 'file:///etc/hosts',
      target: '_blank',
    })
    document.body.append(link)
    link.click()
    link.remove()
    location.href = 'https://example.com/'
  })
  // The driver waits for a navigation that never comes: from here on the program itself is asked.
  await editor.shows(logged).toContain('A navigation was stopped')
  await editor.shows(logged).toContain('A new window was stopped')
  expect(
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
    ),
  ).toEqual([address])
})
