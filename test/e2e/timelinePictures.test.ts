/**
 * The timeline's states as pictures for the eye, in test-output/screenshots, at the smallest usual and at a large desk. What a
 * program can see of them is looked at as well: names over buttons, words that are cut off, more parts than a page should
 * have, what axe-core finds.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose } from '../../main/compose.ts'
import { bunnyFile } from '../../main/demo/footage.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { crowdedCut } from '../fixtures/crowdedCut.ts'
import { axe } from './harness/axe.ts'
import { eachOnTheLast } from './harness/eachOnTheLast.ts'
import { type Box, Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'
import { clippedWords } from './harness/shownWords.ts'

const SMALL = { width: 1280, height: 800 } as const
const DESKS = [SMALL, { width: 1920, height: 1080 }] as const
const NARROWEST = { width: 1024, height: 640 } as const
/** More of the page than that would be slow to lay out. */
const MOST_PARTS = 300

let folder: string
let window: KeyreelWindow
let editor: Editor

async function open(): Promise<void> {
  window = await launchKeyreel({ library: join(folder, 'library'), ...SMALL })
  editor = new Editor(window.page)
  await editor.ready()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-pictures-'))
  await open()
})
afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})
eachOnTheLast()

/** Names of clips that reach into the button beside them or out of their clip. */
const overlapping = (): Promise<string[]> =>
  window.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#timeline-rows [role="gridcell"][data-item]')]
      .filter((cell) => {
        const button = cell.querySelector('button[aria-expanded]')?.getBoundingClientRect()
        const own = cell.getBoundingClientRect()
        return [...cell.querySelectorAll('span')].some((name) => {
          const { right } = name.getBoundingClientRect()
          return right > own.right + 0.5 || (button !== undefined && right > button.left + 0.5)
        })
      })
      .map((cell) => cell.getAttribute('aria-label') ?? ''),
  )

async function picture(name: string): Promise<void> {
  await editor.still()
  await window.screenshot(`timeline-${name}`)
  const wrong = [...(await overlapping()), ...(await clippedWords(window.page))]
  expect([name, wrong]).toEqual([name, []])
  expect(await window.page.locator('#timeline-rows *').count()).toBeLessThan(MOST_PARTS)
}

/** At each desk, all of the cut in view; then what axe-core has to say. */
async function atEachDesk(show: (width: number) => Promise<void>): Promise<void> {
  for (const desk of DESKS) {
    await window.resize(desk.width, desk.height)
    await editor.press('Backslash')
    await show(desk.width)
  }
}

/** Canvases that have not a pixel for each of the screen's, or are not as large as what they stand for. */
const unsharp = (): Promise<string[]> =>
  window.page.evaluate(() =>
    [...document.querySelectorAll('[data-testid="timeline"] canvas')].flatMap((canvas) => {
      const { width, height } = canvas.getBoundingClientRect()
      const { width: across, height: down } = canvas as HTMLCanvasElement
      const isSharp =
        Math.abs(across - width * devicePixelRatio) < 1 &&
        Math.abs(down - height * devicePixelRatio) < 1
      return isSharp ? [] : [`${canvas.className}: ${across}x${down} for ${width}x${height}`]
    }),
  )

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })
const middleOf = async (target: Locator) => middle(await editor.box(target))

/** What the tip beside the pointer says; the bar at the foot of the window tells refusals as well. */
const tip = (text: RegExp) =>
  window.page.locator('[role="status"]:not([aria-label])').getByText(text)

/** Drags, has a look and comes to nothing. */
const held = (from: { x: number; y: number }, by: number, look: () => Promise<void>) =>
  editor.drag(from, { x: by, y: 3 }, { isCancelled: true, during: look })

/** Of the frames at the cuts, once each is the exact one. */
async function panes(): Promise<string[]> {
  const { page } = window
  const pictures = page.locator('[data-panes] canvas')
  await editor
    .shows(() => pictures.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset)))
    .toEqual(expect.arrayContaining([expect.objectContaining({ settled: 'true' })]))
  await editor
    .shows(() => page.locator('[data-panes] canvas:not([data-settled="true"])').count())
    .toBe(0)
  return page.locator('[data-panes] span').allInnerTexts()
}

const lane = () => editor.row('Pins · Bridge')
const pinAt = (index: number) =>
  middleOf(lane().getByRole('button', { name: `Pin at index ${index}`, exact: true }))

it('lanes of keyframes with a curve', async () => {
  const { page } = window
  await editor.prepared()
  await editor.press('Home', 'Backslash')
  await editor.clip('V1', 'Meadow').click()
  for (const [typed, reads] of [
    ['0', '00:00:00:00'],
    ['4:00', '00:00:04:00'],
    ['2:00', '00:00:02:00'],
  ] as const) {
    await editor.goTo(typed, reads)
    await editor.press('Control+Alt+KeyK')
  }
  const curve = editor.row('Scale of Meadow')
  const keys = curve.getByRole('button', { name: /^Scale keyframe/ })
  await editor.shows(() => keys.count()).toBe(3)
  await editor.press('Control+Alt+KeyG')
  await curve.getByRole('button', { name: 'Close the curve of Scale' }).waitFor()
  await editor.drag(await middleOf(keys.nth(1)), { x: 0, y: -30 }, { hold: ['Control'] })
  await keys.nth(1).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Smooth' }).click()
  await keys.nth(1).click()
  await page.getByRole('tab', { name: 'Transform' }).click()
  await atEachDesk(async (width) => {
    await editor.painted(48)
    // Closed and opened again, below the panel's edge, it comes into view.
    await editor.press('Control+Alt+KeyG')
    await curve.getByRole('button', { name: 'Edit the curve of Scale' }).waitFor()
    await editor.press('Control+Alt+KeyG')
    const rows = await editor.box(page.getByRole('treegrid', { name: 'Timeline' }))
    await editor
      .shows(async () => {
        const { y, height } = await editor.box(curve)
        return y >= rows.y && y + height <= rows.y + rows.height + 1
      })
      .toBe(true)
    await picture(`curve-${width}`)
  })
  expect(await axe(editor)).toEqual([])
  await editor.clip('V1', 'Meadow').click()
  await editor.press('Control+Alt+KeyL')
  await curve.waitFor({ state: 'detached' })
})

it('pins: in the hand, refused by another one, stopped by the end of the shot', async () => {
  const { page } = window
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL')
  await editor.goTo('15:00', '00:00:15:00')
  await page.getByRole('button', { name: 'Add a pin at the playhead' }).click()
  await page.getByRole('tab', { name: 'Shot', exact: true }).click()
  const pins = lane().getByRole('button', { name: /^Pin at index/ })
  await editor.shows(() => pins.count()).toBe(3)
  await atEachDesk(async (width) => {
    const [between, last] = [await pinAt(36), await pinAt(120)]
    await held(between, -20, async () => {
      await tip(/^\d+ \/ 120 · 00:00:14:\d\d$/).waitFor()
      await picture(`pin-held-${width}`)
    })
    await held(between, last.x - between.x, async () => {
      await tip(/^Two pins of "Bridge" would be at index 120/).waitFor()
      await picture(`pin-taken-${width}`)
    })
    await held(last, 20, async () => {
      await tip(/^The shot ends here/).waitFor()
      await picture(`pin-beyond-${width}`)
    })
  })
  const [between, last] = [await pinAt(36), await pinAt(120)]
  await held(between, last.x - between.x, async () => {
    await tip(/^Two pins/).waitFor()
    expect(await axe(editor)).toEqual([])
  })
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL')
  await lane().waitFor({ state: 'detached' })
})

it('trims: two-up, four-up, stopped by the media; what the hand is over, what is selected, where the keys are', async () => {
  await atEachDesk(async (width) => {
    const start = async (name: string) => {
      const { x, y } = await editor.box(editor.clip('V1', name))
      return { x: x + 2, y: y + 40 }
    }
    // From farther away the two seconds that it can go lie within the window.
    await editor.press('Minus', 'KeyB')
    await held(await start('Meadow'), -140, async () => {
      await tip(/^The media ends here$/).waitFor()
      expect(await panes()).toEqual([
        'In · Meadow',
        '00:00:00:00',
        expect.stringMatching(/^-48 · -00:00:02:00$/),
      ])
      await picture(`trim-stopped-${width}`)
    })
    await editor.press('Backslash', 'KeyN')
    await held(await start('Flowers'), 60, async () => {
      expect(await panes()).toEqual([
        ...['Out · Meadow', expect.stringMatching(/^00:00:0[78]:\d\d$/)],
        ...['In · Flowers', expect.stringMatching(/^00:00:1[23]:\d\d$/)],
        expect.stringMatching(/^\+\d+ · \+00:00:0[01]:\d\d$/),
      ])
      await picture(`two-up-${width}`)
    })
    await editor.press('KeyU')
    await held(await middleOf(editor.clip('V1', 'Flowers')), -40, async () => {
      expect(await panes()).toHaveLength(9)
      await picture(`four-up-${width}`)
    })
    await editor.press('KeyV')
    await editor.clip('V1', 'Bird').click()
    await editor.clip('V1', 'Flowers').hover({ position: { x: 3, y: 40 } })
    await picture(`hovered-${width}`)
  })
  // By keys: the selected clip, and beside it one that only has the focus.
  await window.page.getByRole('treegrid', { name: 'Timeline' }).focus()
  await editor.press('Enter')
  await editor.clip('V1', 'Bird').and(window.page.locator(':focus')).waitFor()
  await editor.press('ArrowLeft')
  await editor.clip('V1', 'Flowers').and(window.page.locator(':focus')).waitFor()
  await picture('focused-1920')
})

it('the source monitor, and the narrowest window with its drawers', async () => {
  const { page } = window
  await window.resize(SMALL.width, SMALL.height)
  await page.getByRole('option', { name: /^Big Buck Bunny/ }).dblclick()
  await page.getByRole('img', { name: /^Source monitor/ }).waitFor()
  await editor.goTo('6:00', '00:00:06:00')
  await page.locator('canvas[aria-label^="Source monitor"][data-settled="true"]').waitFor()
  await picture('source-1280')
  await page.getByRole('button', { name: 'Back to the program' }).click()
  await page.getByRole('tab', { name: 'Transform' }).click()
  await window.resize(NARROWEST.width, NARROWEST.height)
  await editor.press('Backslash')
  await editor.clip('V1', 'Bird').click()
  await picture('1024')
  for (const panel of ['library', 'inspector']) {
    const drawer = page.locator(`[data-drawer="${panel}"]`)
    await editor.menu('View', `Show or hide the ${panel}`)
    await drawer.waitFor()
    await picture(`1024-${panel}`)
    await editor.menu('View', `Show or hide the ${panel}`)
    await drawer.waitFor({ state: 'detached' })
  }
})

/** In the settings, which close again. */
async function choose(change: (settings: Locator) => Promise<void>): Promise<void> {
  await editor.press('Control+Comma')
  const settings = window.page.getByRole('dialog')
  await change(settings)
  await editor.press('Escape')
  await settings.waitFor({ state: 'detached' })
}

it('enlarged, where the pointer means what it points at', async () => {
  const { page } = window
  await choose((settings) => settings.getByRole('radio', { name: '150 %' }).click())
  await atEachDesk(async (width) => {
    const bird = await editor.box(editor.clip('V1', 'Bird'))
    const ruler = await editor.box(page.getByTestId('ruler'))
    await page.mouse.click(bird.x + 1, ruler.y + ruler.height / 2)
    await editor.shows(() => editor.timecode.inputValue()).toBe('00:00:08:12')
    await editor.shows(unsharp).toEqual([])
    await picture(`150-percent-${width}`)
  })
  await choose((settings) => settings.getByRole('radio', { name: '100 %' }).click())
})

it('in German', async () => {
  await window.resize(SMALL.width, SMALL.height)
  await choose((settings) =>
    settings.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch').then(),
  )
  await editor.press('Backslash', 'KeyB')
  const { x, y } = await editor.box(editor.clip('V1', 'Meadow'))
  await held({ x: x + 2, y: y + 40 }, -140, async () => {
    await tip(/^Hier endet das Material$/).waitFor()
    await panes()
    await picture('german-trim')
  })
  await editor.press('KeyV')
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL')
  const pin = (index: number) =>
    middleOf(editor.row('Pins · Bridge').getByRole('button', { name: new RegExp(` ${index}$`) }))
  const [between, last] = [await pin(36), await pin(120)]
  await held(between, last.x - between.x, async () => {
    await tip(/Index 120/).waitFor()
    await picture('german-pin')
  })
  await choose((settings) =>
    settings.getByRole('combobox', { name: 'Sprache' }).selectOption('English').then(),
  )
})

it('an empty project', async () => {
  const { page } = window
  await editor.press('Control+KeyN')
  const projects = editor.dialog('Projects')
  await projects.getByRole('textbox').fill('New film')
  await projects.getByRole('button', { name: 'Create project' }).click()
  await projects.waitFor({ state: 'detached' })
  await page.getByText('Nothing is cut yet').waitFor()
  await atEachDesk((width) => picture(`empty-${width}`))
  expect(await axe(editor)).toEqual([])
  await window.resize(NARROWEST.width, NARROWEST.height)
  await picture('empty-1024')
  expect(window.faults).toEqual([])
})

it('200 clips on 12 tracks, with names longer than they are', async () => {
  await window.close()
  const services = await compose({ library: join(folder, 'library'), env: {} })
  const { assets } = await services.media.importPaths([await bunnyFile()])
  const [asset] = assets
  if (!asset) throw new Error('the footage was refused')
  const project = crowdedCut(asset)
  services.projects.add(project, { isSample: false, label: asWritten('Crowded') })
  services.projects.open(settingsOf(project).id)
  await services.close()
  await open()
  await editor.prepared()
  await editor.press('Home')
  await atEachDesk(async (width) => {
    await editor.painted(0)
    await picture(`crowded-${width}`)
  })
  expect(await axe(editor)).toEqual([])
  await window.resize(SMALL.width, SMALL.height)
  // The panel's upper edge, drawn up until most tracks are seen.
  const edge = middle(await editor.box(window.page.getByRole('separator').last()))
  await editor.drag({ x: 300, y: edge.y }, { x: 0, y: 330 - edge.y })
  await editor.press('Equal', 'Equal', 'Equal')
  await picture('crowded-nearer')
  // By the bar at their side to the lowest of them.
  const bar = await editor.box(window.page.getByRole('scrollbar', { name: 'Scroll the tracks' }))
  await editor.drag({ x: bar.x + bar.width / 2, y: bar.y + 20 }, { x: 0, y: bar.height })
  await editor.row('A6').waitFor()
  await picture('crowded-lowest')
  expect(window.faults).toEqual([])
})
