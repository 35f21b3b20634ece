/** Takes held against each other, and what they came to. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunwareDouble, startRunwareDouble } from '../fakes/runwareDouble.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

const KEY = 'takes-key-0123456789'
const TAKES = 4

let folder: string
let double: RunwareDouble
let window: KeyreelWindow
let editor: Editor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-takes-'))
  await mkdir(join(folder, 'double'))
  double = await startRunwareDouble({ key: KEY, folder: join(folder, 'double') })
  window = await launchKeyreel({
    library: join(folder, 'library'),
    env: {
      KEYREEL_RUNWARE_URL: double.baseUrl,
      KEYREEL_RUNWARE_KEY: KEY,
      KEYREEL_TEST_SAVE: join(folder, 'costs.csv'),
    },
  })
  editor = new Editor(window.page)
  await editor.ready()
})
afterAll(async () => {
  await window?.close()
  await double?.close()
  await rm(folder, { recursive: true, force: true })
})

it('makes takes for the price that was shown, each in the books', async () => {
  const { page } = window
  await page.getByRole('radio', { name: 'Direct', exact: true }).click()
  await page.getByRole('gridcell', { name: /^Bridge/ }).click()
  await page.getByRole('radio', { name: 'Ray3.2 · Runware' }).click()
  const takes = page.getByRole('list', { name: 'Takes' }).getByRole('listitem')
  for (let made = 1; made <= TAKES; made += 1) {
    await page.getByText('$0.06', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Generate', exact: true }).click()
    await editor.shows(() => takes.count(), 90_000).toBe(made)
  }
  await page.getByRole('button', { name: 'Costs' }).click()
  const dialog = editor.dialog('Costs')
  const rows = dialog.getByRole('table', { name: 'Costs' }).getByRole('row')
  await editor.shows(() => rows.count()).toBe(TAKES + 1)
  await editor
    .shows(async () => (await rows.nth(1).innerText()).split(/\t|\n/).filter(Boolean).slice(1))
    .toEqual([...['Generate Bridge', 'Ray3.2'], ...['$0.06', '$0.00', '$0.06', '$0.00', 'billed']])
  await dialog.getByText('Runware account: $49.76').waitFor()
  await editor
    .shows(async () =>
      (await dialog.getByLabel('Altogether').innerText()).split('\n').filter(Boolean),
    )
    .toEqual([
      ...['Quoted', '$0.24', 'Reserved', '$0.00', 'Billed', '$0.24', 'Written off', '$0.00'],
      ...['Against quote', '$0.00', 'Cap', 'no cap'],
    ])
  expect(await editor.overflowing('Costs')).toEqual([])
  await window.screenshot('ledger')
  expect(double.books.billed.reduce((total, { cost }) => total + cost, 0)).toBe(TAKES * 600_000)
})

it('writes the books as CSV, of one project and of all', async () => {
  const { page } = window
  const dialog = editor.dialog('Costs')
  await dialog.getByRole('radio', { name: 'All projects' }).click()
  await dialog.getByRole('columnheader', { name: 'Project' }).waitFor()
  await window.screenshot('ledger-all')
  await dialog.getByRole('button', { name: 'Export as CSV…' }).click()
  await dialog.getByText('costs.csv is written.').waitFor()
  const [head, ...lines] = (await readFile(join(folder, 'costs.csv'), 'utf8'))
    .trimEnd()
    .split('\r\n')
  expect(head).toBe(
    'submitted,closed,project,job,engine,task,state,quoted,reserved,billed,difference,note',
  )
  expect(lines.map((line) => line.split(',').slice(2, 5))).toEqual(
    Array(TAKES).fill(['Sample project', 'Generate Bridge', 'runware']),
  )
  await editor.closeDialog('Costs')
  await page.getByRole('list', { name: 'Takes' }).waitFor()
})

it('compares up to four takes side by side, and two by a wipe or their difference', async () => {
  const { page } = window
  for (let number = 1; number <= TAKES; number += 1) {
    await page.getByRole('button', { name: `Choose take ${number} to compare` }).click()
  }
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  const viewer = page.getByRole('region', { name: 'Viewer' })
  const tags = async (): Promise<string[]> =>
    (await viewer.getByText(/^Take \d · /).allInnerTexts()).map((text) => text.slice(0, 6))
  // The shot begins after 324 frames; the picture beneath the playhead is its own.
  await editor.goTo('1400', '00:00:14:00')
  await editor.shows(tags).toEqual(['Take 1', 'Take 2', 'Take 3', 'Take 4'])
  const mode = async (): Promise<string | undefined> => {
    const chosen = viewer.getByRole('radio', { checked: true })
    return (await chosen.allInnerTexts())[0]
  }
  await editor.shows(mode).toBe('Side')
  const places = await Promise.all(
    [0, 1, 2, 3].map((i) => editor.box(viewer.getByText(/^Take \d · /).nth(i))),
  )
  const picture = await editor.box(viewer.getByRole('img', { name: 'Program monitor' }))
  expect(
    places.map(({ x, y }) => [
      Math.round((2 * (x - 10 - picture.x)) / picture.width),
      Math.round((2 * (y - 10 - picture.y)) / picture.height),
    ]),
  ).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ])
  await window.screenshot('compare-four')
  await page.keyboard.press('Control+Alt+W')
  await editor.shows(mode).toBe('Wipe')
  await editor.shows(tags).toEqual(['Take 3', 'Take 4'])
  await viewer.getByRole('slider', { name: 'Wipe position' }).waitFor()
  await window.screenshot('compare-wipe')
  await page.keyboard.press('Control+Alt+W')
  await editor.shows(mode).toBe('Diff')
  await window.screenshot('compare-difference')
  // A narrow desk has room for the comparison's own buttons, too.
  await window.resize(1280, 800)
  const done = viewer.getByRole('button', { name: 'Done' })
  await editor.shows(() => editor.isSeen(done)).toBe(true)
  await window.screenshot('compare-difference-1280')
  await window.resize(1440, 900)
  await page.keyboard.press('Control+Shift+C')
  await editor.shows(tags).toEqual([])
  await page.keyboard.press('Control+Shift+C')
  await editor.shows(tags).toEqual(['Take 1', 'Take 2', 'Take 3', 'Take 4'])
  expect(window.faults).toEqual([])
})
