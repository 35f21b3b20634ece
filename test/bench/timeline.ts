/**
 * The timeline in its real window: a cut of 5,000 clips with 500 keyframes and pins against one of 50 clips and an
 * empty one, in turns. Every figure but the last comes from traces: processor milliseconds of the page's main thread (script,
 * style, layout, paint) and of raster for each picture, whatever the display does meanwhile.
 *
 * scroll   20 pixels a picture, there and back, at a zoom where a clip is some 180 pixels wide
 * zoom     about the pointer, from there until a clip is a tenth as wide, and back
 * whole    the same from the whole cut to single frames, and back
 * drag     a clip to and fro over the gaps, with snapping
 * split, undo   from the key press until the cut is seen, and until it is gone again
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { compose } from '../../main/compose.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { rational } from '../../shared/time/rational.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { type KeyreelWindow, launchKeyreel } from '../e2e/harness/keyreelWindow.ts'
import { type Film, filmOf } from '../fixtures/longCut.ts'
import { makeNumberedClip } from '../fixtures/numbered.ts'
import { drag, idle, press, tick, wheel } from './timeline/hand.ts'
import { traced, type Work } from './timeline/trace.ts'

const SIZES = [0, 50, 5000] as const
const ROUNDS = 3
/** Splits, each undone, of a round. */
const PAIRS = 4
const AIM = { ratio: 1.5, nodes: 300 }
const GESTURES = ['scroll', 'zoom', 'whole', 'drag'] as const
const KEYS = ['split', 'undo'] as const
type Gesture = (typeof GESTURES)[number]
type Key = (typeof KEYS)[number]

const line = (text: string): void => void process.stdout.write(`${text}\n`)
const at = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * part))
  ] ?? Number.NaN
const total = ({ main, raster }: Work): number => main + raster

/** Nodes of the page inside the timeline's rows, and how many of those are clips. */
interface Mounted {
  readonly nodes: number
  readonly clips: number
}

const mounted = (page: Page): Promise<Mounted> =>
  page.evaluate(() => ({
    nodes: document.querySelectorAll('#timeline-rows *').length,
    clips: document.querySelectorAll('#timeline-rows [role="gridcell"][data-item]').length,
  }))

async function opened({ page }: KeyreelWindow, film: Film): Promise<void> {
  const { id } = settingsOf(film.project)
  await page.evaluate((projectId) => window.keyreel.call('project:open', { projectId }), id)
  await page.reload()
  await page.getByRole('treegrid', { name: 'Timeline' }).focus()
  if (film.clips === 0) return
  await page.locator('canvas[data-settled=true]').waitFor()
  // The lanes of the clip with keyframes and of the shot with pins; the next turn finds them open.
  await nearView(page)
  for (const name of ['V1 1', 'V1 2']) {
    const clip = page
      .getByRole('row', { name: 'V1', exact: true })
      .getByRole('gridcell', { name: new RegExp(`^${name}, `) })
    await clip.hover()
    const lanes = clip.getByRole('button', { name: / the lanes of / })
    if ((await lanes.getAttribute('aria-expanded')) === 'false') await lanes.click()
  }
  await page.mouse.move(700, 200)
}

/** The beginning of the cut, with a clip some 180 pixels wide: from the closest zoom eight steps out. */
async function nearView(page: Page): Promise<void> {
  await page.getByRole('treegrid', { name: 'Timeline' }).focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < 40; step++) await page.keyboard.press('Equal')
  for (let step = 0; step < 8; step++) await page.keyboard.press('Minus')
  await tick(page, 'rest')
}

const there = <T>(count: number, of: T): T[] => Array.from({ length: count }, () => of)

async function gesture(page: Page, which: Gesture): Promise<void> {
  const rows = await page.getByRole('treegrid', { name: 'Timeline' }).boundingBox()
  if (!rows) throw new Error('The timeline is not drawn')
  const middle = { x: rows.x + 700, y: rows.y + 30 }
  await page.mouse.move(middle.x, middle.y)
  await tick(page, 'rest')
  if (which === 'scroll') {
    await wheel(page, [...there(24, { x: 20, y: 0 }), ...there(24, { x: -20, y: 0 })])
  } else if (which === 'zoom') {
    await wheel(page, [...there(20, { x: 0, y: 48 }), ...there(20, { x: 0, y: -48 })], 'Control')
  } else if (which === 'whole') {
    await page.keyboard.press('Backslash')
    await tick(page, 'rest')
    await wheel(page, [...there(24, { x: 0, y: -100 }), ...there(24, { x: 0, y: 100 })], 'Control')
  } else {
    const way = Array.from({ length: 40 }, (_, step) => ({
      x: Math.round(90 * Math.sin(step / 6)),
      y: 0,
    }))
    await drag(page, middle, way)
  }
}

interface Result {
  readonly works: Record<Gesture | Key, Work[]>
  /** Milliseconds until the consequence of a key is on screen, what main does included. */
  readonly waits: Record<Key, number[]>
  readonly near: Mounted[]
  readonly whole: Mounted[]
  /** Of all zooms the one with most nodes. */
  readonly most: Mounted[]
}

const empty = (): Result => ({
  works: { scroll: [], zoom: [], whole: [], drag: [], split: [], undo: [] },
  ...{ waits: { split: [], undo: [] }, near: [], whole: [], most: [] },
})

async function measure(window: KeyreelWindow, film: Film, result: Result): Promise<void> {
  const { app, page } = window
  const file = join(folder, 'trace.json')
  await opened(window, film)
  await nearView(page)
  result.near.push(await mounted(page))
  for (const which of GESTURES) {
    await nearView(page)
    const trace = await traced(app, file, async () => {
      await gesture(page, which)
      await tick(page)
    })
    result.works[which].push(...trace.between('tick'))
  }
  await page.keyboard.press('Backslash')
  await tick(page, 'rest')
  await tick(page, 'rest')
  result.whole.push(await mounted(page))
  if (film.clips === 0) return
  result.most.push(await mostMounted(page))
  await nearView(page)
  await page.keyboard.press('Control+Shift+KeyA')
  // Two seconds in, inside the first clip of every track.
  for (let step = 0; step < 10; step++) await page.keyboard.press('Shift+ArrowRight')
  const trace = await traced(app, file, async () => {
    for (let pair = 0; pair < PAIRS; pair++) {
      for (const [which, key] of [
        ['split', 'Control+KeyK'],
        ['undo', 'Control+KeyZ'],
      ] as const) {
        await page.getByText(/^All changes kept/).waitFor()
        await idle(page)
        result.waits[which].push(await press(page, key))
      }
    }
    await tick(page, 'rest')
  })
  for (const [order, work] of trace.spans('press', 'pixels').entries()) {
    result.works[order % 2 === 0 ? 'split' : 'undo'].push(work)
  }
}

/** From the whole cut in steps to single frames: the fullest of these views. */
async function mostMounted(page: Page): Promise<Mounted> {
  let most: Mounted = { nodes: 0, clips: 0 }
  await page.keyboard.press('Home')
  await page.keyboard.press('Backslash')
  for (let step = 0; step < 30; step++) {
    await tick(page, 'rest')
    const now = await mounted(page)
    if (now.nodes > most.nodes) most = now
    await page.keyboard.press('Equal')
  }
  return most
}

const folder = await mkdtemp(join(tmpdir(), 'keyreel-bench-timeline-'))
const path = join(folder, 'footage.mp4')
await makeNumberedClip({
  ...{ path, width: 640, height: 360, rate: rational(24), frames: 480, sound: 'beeps' },
})
const library = join(folder, 'library')
const services = await compose({ library, env: {} })
const { assets } = await services.media.importPaths([path])
const [asset] = assets
if (!asset) throw new Error('The footage was refused')
const films = SIZES.map((clips) => filmOf(clips, asset))
for (const { project } of films) {
  services.projects.add(project, { isSample: false, label: asWritten('Film') })
  services.projects.open(settingsOf(project).id)
}
await services.close()

const keyreel = await launchKeyreel({ library })
await keyreel.page.getByText('No jobs running').waitFor({ timeout: 300_000 })
const results = films.map(empty)
for (let round = 0; round < ROUNDS; round++) {
  for (const [index, film] of films.entries()) {
    const result = results[index]
    if (result) await measure(keyreel, film, result)
  }
}
const { faults } = keyreel
await keyreel.close()
await rm(folder, { recursive: true, force: true })
if (faults.length > 0) throw new Error(faults.join('\n'))

const keyed = films.at(-1)?.keyed ?? 0
line(
  `\nprocessor milliseconds of main thread and raster for each picture, by traces, in ${ROUNDS} turns`,
)
line(`  ${''.padEnd(8)}${films.map(({ clips }) => `${clips} clips`.padStart(30)).join('')}`)
const ratios: Partial<Record<Gesture | Key, number>> = {}
const row = (name: string, which: Gesture | Key): void => {
  const cells = results.map(({ works }) => {
    const all = works[which]
    if (all.length === 0) return ''.padStart(30)
    const [p50, p95] = [0.5, 0.95].map((part) => at(all.map(total), part))
    const raster = at(
      all.map((work) => work.raster),
      0.5,
    )
    return `${p50?.toFixed(1)} p95 ${p95?.toFixed(1)} (raster ${raster.toFixed(1)})`.padStart(30)
  })
  const [none, small, large] = results.map(({ works }) => at(works[which].map(total), 0.5))
  const ratio = (large ?? Number.NaN) / (small ?? Number.NaN)
  ratios[which] = ratio
  // Nothing can be split where there is nothing.
  const toNone = none ? `, ${((large ?? Number.NaN) / none).toFixed(2)} to the empty one` : ''
  line(
    `  ${name.padEnd(8)}${cells.join('')}   ratio ${ratio.toFixed(2)} (aim ${AIM.ratio})${toNone}`,
  )
}
for (const which of GESTURES) row(which, which)
line('work from key press to pixels, and in brackets how long that took')
for (const which of KEYS) {
  row(which, which)
  const waits = results.slice(1).map(({ waits: all }) => at(all[which], 0.5))
  line(
    `  ${''.padEnd(8)}${['', ...waits.map((wait) => `(${wait.toFixed(0)} ms)`)].map((cell) => cell.padStart(30)).join('')}`,
  )
}
line(`mounted nodes of the rows (aim under ${AIM.nodes}), of them clips`)
for (const view of ['near', 'whole', 'most'] as const) {
  const cells = results.map((result) => {
    const [first] = result[view]
    return (first ? `${first.nodes}, ${first.clips}` : '').padStart(30)
  })
  line(`  ${view.padEnd(8)}${cells.join('')}`)
}
line(`(${keyed} keyframes and pins in the longest cut)`)
const figures = films.map(({ clips }, index) => {
  const { works, waits, near, whole, most } = results[index] ?? empty()
  return { clips, works, waits, near, whole, most }
})
line(JSON.stringify({ bench: 'timeline', ratios, aim: AIM, keyed, figures }))
