/** A cut of 5,000 clips: what is mounted of it, how keys and pointer come to all of it, and what is remembered of the view. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { compose } from '../../main/compose.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { rational } from '../../shared/time/rational.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { CLIP_FRAMES, filmOf, GAP_FRAMES } from '../fixtures/longCut.ts'
import { makeNumberedClip } from '../fixtures/numbered.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

const CLIPS = 5000
const PER_TRACK = CLIPS / 5
/** Frames of the whole cut. */
const END = PER_TRACK * (CLIP_FRAMES + GAP_FRAMES)

let folder: string
let window: KeyreelWindow
let editor: Editor

async function open(): Promise<void> {
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-long-cut-'))
  const path = join(folder, 'footage.mp4')
  const size = { width: 320, height: 180, rate: rational(24), frames: 240 }
  await makeNumberedClip({ path, ...size, sound: 'tone' })
  const services = await compose({ library: join(folder, 'library'), env: {} })
  const { assets } = await services.media.importPaths([path])
  const [asset] = assets
  if (!asset) throw new Error('the footage was refused')
  const { project } = filmOf(CLIPS, asset)
  services.projects.add(project, { isSample: false, label: asWritten('Long cut') })
  services.projects.open(settingsOf(project).id)
  await services.close()
  await open()
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await window.screenshot('long-cut-failed')
})

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const grid = () => window.page.getByRole('treegrid', { name: 'Timeline' })
const overview = () => window.page.getByRole('scrollbar', { name: 'Overview' })
const mounted = (page: Page): Promise<number> => page.locator('#timeline-rows *').count()
const focused = (): Promise<string | null> =>
  window.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)

/** Timeline frames that the tracks show, as the overview says it. */
async function shows(): Promise<{ readonly from: number; readonly most: number }> {
  const [now, most] = await Promise.all(
    ['aria-valuenow', 'aria-valuemax'].map((name) => overview().getAttribute(name)),
  )
  return { from: Number(now), most: Number(most) }
}

/** What lies on the tracks, in order, as it is kept. */
async function cutIds(): Promise<string[]> {
  await window.page.getByText(/^All changes kept/).waitFor()
  return window.page.evaluate(async () => {
    const answer = await self.keyreel.call('project:open', {})
    if (!answer.ok) throw new Error(answer.failure.message)
    const { tracks, items } = answer.value.project
    return Object.values(tracks).flatMap((track) =>
      track.items.map((id) => `${items[id]?.kind} ${id}`),
    )
  })
}

it('mounts few parts of it at the zooms where it is worked on, and tells its true size', async () => {
  await editor.shows(() => grid().getAttribute('aria-colcount')).toBe(String(1 + PER_TRACK))
  expect(await grid().getAttribute('aria-rowcount')).toBe('5')
  expect(await mounted(window.page)).toBeLessThan(300)
  await window.screenshot('long-cut-whole')
  await grid().focus()
  for (let step = 0; step < 14; step++) {
    await editor.press('Equal')
    expect(await mounted(window.page)).toBeLessThan(300)
  }
  expect(await mounted(window.page)).toBeLessThan(300)
  await window.screenshot('long-cut-near')
})

it('goes to every clip with the keys, those among them that are only painted', async () => {
  await editor.press('Control+Shift+KeyA', 'Home', 'Backslash')
  await grid().focus()
  await editor.press('Enter')
  await editor.shows(focused).toMatch(/^V3 1, /)
  await editor.press('ArrowRight', 'ArrowRight')
  await editor.shows(focused).toMatch(/^V3 3, 00:00:10:00 to 00:00:14:00$/)
  const cell = window.page.locator(':focus')
  expect(await cell.getAttribute('aria-colindex')).toBe('4')
  await editor.press('End')
  await editor.shows(focused).toMatch(new RegExp(`^V3 ${PER_TRACK}, `))
  expect(await cell.getAttribute('aria-colindex')).toBe(String(1 + PER_TRACK))
  await editor.press('Enter')
  await editor.shows(focused).toMatch(/, selected$/)
  await editor.press('ArrowDown')
  await editor.shows(focused).toMatch(new RegExp(`^V2 ${PER_TRACK}, `))
  // A page of rows down, and up again.
  await editor.press('PageDown')
  await editor.shows(focused).toMatch(new RegExp(`^A[12] ${PER_TRACK}, `))
  await editor.press('PageUp')
  await editor.shows(focused).toMatch(new RegExp(`^V[23] ${PER_TRACK}, `))
  expect(await mounted(window.page)).toBeLessThan(300)
  await editor.press('Escape')
})

it('takes hold of a painted clip with the pointer', async () => {
  const before = await cutIds()
  await editor.press('Control+Shift+KeyA', 'Home', 'Backslash')
  const lane = await editor.box(editor.row('V2'))
  await window.page.mouse.click(lane.x + 600, lane.y + 30)
  await editor.press('Delete')
  const clips = (cut: readonly string[]): string[] => cut.filter((id) => id.startsWith('clip '))
  await editor.shows(async () => clips(await cutIds()).length).toBe(CLIPS - 1)
  const left = new Set(await cutIds())
  const lost = before.filter((id) => !left.has(id))
  expect(clips(lost)).toHaveLength(1)
  // Its own gap becomes one with the one behind it.
  expect(lost.length).toBeLessThanOrEqual(3)
  await editor.press('Control+KeyZ')
  await window.page
    .getByRole('status', { name: 'Last change' })
    .getByText(/^Undone: /)
    .waitFor()
  expect(await cutIds()).toEqual(before)
})

it('is moved through in the overview, by the pointer and by keys', async () => {
  await grid().focus()
  await editor.press('Backslash', ...Array.from({ length: 8 }, () => 'Equal'))
  expect((await shows()).from).toBe(0)
  const strip = await editor.box(overview())
  await window.page.mouse.click(strip.x + strip.width / 2, strip.y + 12)
  const { from, most } = await shows()
  expect(Math.abs(from / most - 0.5)).toBeLessThan(0.02)
  // The frame goes with the hand, and Esc puts it back.
  const middle = { x: strip.x + strip.width / 2, y: strip.y + 12 }
  await editor.drag(middle, { x: 200 }, { isCancelled: true })
  await editor.shows(async () => (await shows()).from).toBe(from)
  await editor.drag(middle, { x: 200 })
  await editor
    .shows(async () => Math.round((((await shows()).from - from) / (END * 1.05)) * strip.width))
    .toBe(200)
  await overview().focus()
  await editor.press('Home')
  await editor.shows(shows).toMatchObject({ from: 0 })
  await editor.press('End')
  await editor.shows(async () => (await shows()).from).toBe((await shows()).most)
  await editor.press('Home', 'PageDown')
  const page = (await shows()).from
  await editor.press('Home', 'Shift+ArrowRight', 'ArrowLeft')
  await editor.shows(async () => (await shows()).from).toBe(Math.round(page * 0.9))
  await editor.press('Home', 'ArrowDown')
  await editor.shows(async () => (await shows()).most).toBeLessThan(most)
})

it('is looked at in the next start as it was left', async () => {
  await editor.press('Control+Shift+KeyA')
  await editor.goTo('100:00', '00:01:40:00')
  await grid().focus()
  await editor.press('Backslash', ...Array.from({ length: 11 }, () => 'Equal'))
  await editor.clip('V1', 'V1 21, 00:01:40:00').click()
  await window.page.getByRole('button', { name: 'Open the lanes of V1 21' }).click()
  await editor.row('Scale of V1 21').waitFor()
  const left = await shows()
  await window.close()
  await open()
  await editor.row('Scale of V1 21').waitFor()
  expect(await shows()).toEqual(left)
  expect(await editor.timecode.inputValue()).toBe('00:01:40:00')
  await editor.clip('V1', 'V1 21, 00:01:40:00 to 00:01:44:00, selected').waitFor()
})
