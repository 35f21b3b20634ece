/**
 * The rule of ui/pointer.ts, tried out on something that can be dragged: let go after however long a way it makes one
 * revision; Esc, a pointer that is taken away and a window that loses the focus make none, the document and what is shown
 * of it are what they were, and letting go later means nothing.
 */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { seeded } from '../../shared/model/seeded.ts'
import { isSoak } from '../../soak.ts'
import { kept } from './document.ts'
import type { Editor } from './editor.ts'

/** Pixels of the page. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Drag {
  readonly what: string
  /** Prepares it, and says where it is taken hold of. */
  readonly from: () => Promise<Point>
  readonly by: Point
}

/** The part of the window that shows it. */
export type Region = 'Timeline area' | 'Viewer' | 'Inspector'

/** On something that is drawn: parts of its size, and pixels from there to the right. */
export interface Place {
  readonly x?: number
  readonly y?: number
  readonly right?: number
}

export async function placeOn(
  editor: Editor,
  target: Locator,
  { x = 0.5, y = 0.5, right = 0 }: Place = {},
): Promise<Point> {
  await target.scrollIntoViewIfNeeded()
  const box = await editor.box(target)
  return { x: box.x + box.width * x + right, y: box.y + box.height * y }
}

/** In the page: the pointer is taken from whatever has it, as a screen reader or a pen would. */
const takePointer = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const mouse = 1
    const holder = [...document.querySelectorAll('*')].find((part) => part.hasPointerCapture(mouse))
    if (!holder) throw new Error('Nothing has the pointer')
    holder.releasePointerCapture(mouse)
  })
const loseFocus = (page: Page): Promise<void> =>
  page.evaluate(() => void globalThis.dispatchEvent(new Event('blur')))

const LOSSES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'Esc in the middle': (page) => page.keyboard.press('Escape'),
  'the pointer is taken': takePointer,
  'the window loses the focus': loseFocus,
}

const { seed } = seeded({ sample: 1, soak: 1 })
let tried = 0

/** All of them in `npm run soak`; else for each thing that is dragged the next one in turn, from one that the seed decides. */
function lossesInTurn(): typeof LOSSES {
  if (isSoak) return LOSSES
  const all = Object.entries(LOSSES)
  return Object.fromEntries(all.slice((seed + tried++) % all.length).slice(0, 1))
}

/**
 * What a region shows: names, values and places, and what is said beside the hand. What a press selects does not count, nor
 * the button that only a selected clip has.
 */
export const seenIn = (page: Page, region: Region): Promise<string[]> =>
  page.getByRole('region', { name: region, exact: true }).evaluate((host) =>
    [
      ...host.querySelectorAll(
        '[aria-label]:not([aria-label^="Open the lanes of"]), [role="status"]',
      ),
    ].map((part) => {
      const name = (part.getAttribute('aria-label') ?? '').replace(', selected', '')
      const value = part instanceof HTMLInputElement ? part.value : part.ariaValueNow
      const said = part.role === 'status' ? part.textContent : ''
      const { x, y, width, height } = part.getBoundingClientRect()
      const place = [x, y, width, height].map((pixels) => Math.round(pixels * 10) / 10)
      return [name, value, said, ...place].join(' · ')
    }),
  )

/** A long way, with turns. */
async function wander({ mouse }: Page, from: Point, by: Point): Promise<void> {
  for (const part of [1, 0.3, 1]) {
    await mouse.move(from.x + part * by.x, from.y + part * by.y, { steps: 5 })
  }
}

const head = async (page: Page): Promise<string> => (await kept(page)).head.revisionId

export async function followsTheRule(editor: Editor, region: Region, drag: Drag): Promise<void> {
  await changesNothing(editor, region, drag, lossesInTurn())
  const { page } = editor
  const before = await head(page)
  const from = await drag.from()
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await wander(page, from, drag.by)
  await page.mouse.up()
  await makesOneRevision(editor, before)
}

/** Something was just let go: it is one step of the history, which is taken back. */
export async function makesOneRevision(editor: Editor, before: string): Promise<void> {
  const { page } = editor
  await editor.shows(() => head(page)).not.toBe(before)
  await editor.press('Control+KeyZ')
  await editor.shows(() => head(page)).toBe(before)
}

async function changesNothing(
  editor: Editor,
  region: Region,
  { from, by }: Drag,
  losses: typeof LOSSES,
): Promise<void> {
  const { page } = editor
  const before = await kept(page)
  for (const [how, lose] of Object.entries(losses)) {
    const start = await from()
    await page.mouse.move(start.x, start.y)
    const seen = async () => ({ how, seen: await seenIn(page, region) })
    const shown = await seen()
    await page.mouse.down()
    await wander(page, start, by)
    await editor.shows(seen).not.toEqual(shown)
    await lose(page)
    await page.mouse.move(start.x + 1.2 * by.x, start.y + 1.2 * by.y)
    await page.mouse.up()
    await editor.shows(seen).toEqual(shown)
    const now = await kept(page)
    expect({ how, head: now.head.revisionId }).toEqual({ how, head: before.head.revisionId })
    expect(now.project).toEqual(before.project)
  }
}
