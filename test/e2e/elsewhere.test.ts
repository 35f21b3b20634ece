/**
 * The window stays open while other programs work on its library: the command line imports, edits and generates, and newer
 * facts of the model arrive. All of it is seen without a restart, and nothing that was done here is lost for it. The service
 * prices its smallest size higher than our table does: what it says itself is what is paid.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../build/paths.ts'
import { libraryAt } from '../../main/services/library.ts'
import { openModelFacts } from '../../main/services/modelFacts.ts'
import type { ModelFacts } from '../../shared/generation/modelFacts.ts'
import { RAY_3_2 } from '../../shared/generation/models.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { rational } from '../../shared/time/rational.ts'
import { type RunwareDouble, startRunwareDouble } from '../fakes/runwareDouble.ts'
import { makeNumberedClip } from '../fixtures/numbered.ts'
import { kept } from './harness/document.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

const run = promisify(execFile)
const KEY = 'elsewhere-key-0123456789'
/** For what an engine makes, on a machine that is busy. */
const MADE = 120_000
const PROMPT = 'A rowing boat drifts out of the reeds at first light.'

/** The same table but for what 5 s at 360p cost. */
const pricedAt = (amount: number, rest: Partial<ModelFacts> = {}): ModelFacts => {
  const { generate } = RAY_3_2.prices
  const five = { ...generate.sdr[5], '360p': { amount, certainty: 'seen' as const } }
  const sdr = { ...generate.sdr, 5: five }
  return { ...RAY_3_2, ...rest, prices: { ...RAY_3_2.prices, generate: { ...generate, sdr } } }
}

let folder: string
let double: RunwareDouble
let window: KeyreelWindow
let editor: Editor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-elsewhere-'))
  await mkdir(join(folder, 'double'))
  double = await startRunwareDouble({
    ...{ key: KEY, folder: join(folder, 'double'), model: pricedAt(700_000) },
  })
  await makeNumberedClip({
    ...{ path: join(folder, 'from-elsewhere.mp4'), width: 160, height: 90 },
    ...{ rate: rational(24), frames: 24 },
  })
  window = await launchKeyreel({
    library: join(folder, 'library'),
    env: { KEYREEL_RUNWARE_URL: double.baseUrl, KEYREEL_RUNWARE_KEY: KEY },
  })
  window.page.setDefaultTimeout(MADE)
  editor = new Editor(window.page)
  await editor.ready()
})
afterAll(async () => {
  await window?.close()
  await double?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The command line, a process of its own on the window's library. */
const keyreel = (...words: string[]) =>
  run(
    process.execPath,
    [join(root, 'main/cli/index.ts'), ...words, '--library', window.library, '--json'],
    {
      timeout: MADE,
      env: { ...process.env, KEYREEL_RUNWARE_URL: double.baseUrl, KEYREEL_RUNWARE_KEY: KEY },
    },
  )
const PROJECT = 'Sample project'

/** A file of one command that puts a marker on the timeline. */
async function marker(name: string, frame: number): Promise<string> {
  const { timelineId } = settingsOf((await kept(window.page)).project)
  const path = join(folder, `${name}.jsonl`)
  const one = { id: name, timelineId, frame, duration: 0, name, color: 'amber' }
  await writeFile(path, JSON.stringify({ type: 'marker.add', payload: { marker: one } }))
  return path
}
const markers = async (): Promise<string[]> => {
  const { project } = await kept(window.page)
  return project.markers
    .values()
    .map(({ name }) => name)
    .toSorted()
}

const inspector = (): Locator => window.page.getByRole('tabpanel', { name: 'Shot' })
const generate = (): Locator => window.page.getByRole('button', { name: 'Generate', exact: true })
const takes = (): Locator =>
  window.page.getByRole('list', { name: 'Takes' }).getByRole('listitem', { name: /^Take \d+$/ })
const price = (amount: string): Promise<void> =>
  inspector().getByText(amount, { exact: true }).waitFor()
const choose = async (name: string): Promise<void> => {
  const radio = inspector().getByRole('radio', { name, exact: true })
  await radio.click()
  await editor.shows(() => radio.getAttribute('aria-checked')).toBe('true')
}

it('shows what the command line imports, and says who did it', async () => {
  const { page } = window
  await keyreel('import', PROJECT, join(folder, 'from-elsewhere.mp4'))
  await page.getByRole('option', { name: /^from-elsewhere, / }).waitFor()
  await page.getByText(/^Another program changed this project: /).waitFor()
  await window.screenshot('elsewhere-1-imported')
})

it('keeps what is done here and there at the same time', async () => {
  const { page } = window
  const there = await marker('there', 24)
  const before = await markers()
  const edited = keyreel('edit', PROJECT, there)
  // In front of it, in between or behind it, as it happens: each change is made on what the others left.
  for (const typed of ['100', '200', '300']) {
    await editor.goTo(typed, `00:00:0${typed[0]}:00`)
    await editor.press('KeyM')
  }
  await edited
  await editor.press('End')
  await editor.press('KeyM')
  await editor.shows(markers).toHaveLength(before.length + 5)
  expect(await markers()).toContain('there')
  await page
    .getByRole('status', { name: 'Last refusal' })
    .filter({ hasText: /./ })
    .waitFor({ state: 'detached' })
  expect(window.faults).toEqual([])
})

it('hears the price from the service where it is asked, and pays no other', async () => {
  const { page } = window
  await page.getByRole('radio', { name: 'Direct', exact: true }).click()
  await editor.press('End')
  await editor.menu('Shot', 'New shot from text')
  await page.getByRole('radio', { name: 'Ray3.2 · Runware' }).click()
  await page.getByRole('textbox', { name: 'Prompt' }).fill(PROMPT)
  await page.getByRole('textbox', { name: 'Prompt' }).blur()
  await choose('360p')
  await price('$0.06')
  await inspector().getByRole('button', { name: 'Ask Runware' }).click()
  await price('$0.07')
  await inspector().getByText('Runware asks $0.07; the table of Oct 1, 2026 says $0.06.').waitFor()
  await inspector()
    .getByText(/^Runware's dry run, \d\d:\d\d$/)
    .waitFor()
  await window.resize(1280, 800)
  await window.screenshot('elsewhere-2-asked')
  // Nobody has asked about this one: the press that would have paid less than it costs pays nothing.
  await choose('9:16')
  await price('$0.06')
  await generate().click()
  await inspector()
    .getByText(/The price changed from \$0\.06 to \$0\.07\. Nothing was sent/)
    .waitFor()
  await price('$0.07')
  expect(double.books.billed).toEqual([])
  await generate().click()
  await editor.shows(() => takes().count(), MADE).toBe(1)
  expect(double.books.billed.map(({ cost }) => cost)).toEqual([700_000])
})

it('shows the job, the take and the costs of what the command line generates', async () => {
  const { page } = window
  await choose('540p')
  await price('$0.15')
  await page.getByRole('button', { name: 'Request', exact: true }).click()
  const dialog = editor.dialog('The request that will be sent')
  const request = join(folder, 'request.json')
  await writeFile(request, await dialog.locator('pre').innerText())
  await editor.closeDialog('The request that will be sent')
  double.faults.add({ kind: 'slow', polls: 3 })
  const generated = keyreel(
    ...['generate', request, '-o', join(folder, 'out.mp4'), '--engine', 'runware'],
    ...['--max-cost', '1', '--project', PROJECT],
  )
  await page.getByRole('button', { name: 'Stop waiting' }).waitFor()
  await editor.shows(() => takes().count(), MADE).toBe(2)
  await generated
  await page.getByRole('button', { name: 'Costs' }).click()
  const rows = editor.dialog('Costs').getByRole('table', { name: 'Costs' })
  await editor.shows(() => rows.getByText('billed', { exact: true }).count(), MADE).toBe(2)
  await editor.closeDialog('Costs')
  expect(double.books.billed.map(({ cost }) => cost)).toEqual([700_000, 1_500_000])
})

it('counts by newer facts of the model as soon as they lie in the library', async () => {
  await choose('1:1')
  await choose('360p')
  await price('$0.06')
  const { modelFacts } = libraryAt(window.library)
  const limits = { ...RAY_3_2.limits, prompt: { ...RAY_3_2.limits.prompt, max: 4000 } }
  await (await openModelFacts(modelFacts)).replace(
    pricedAt(800_000, { asOf: '2027-02-03', limits }),
  )
  await price('$0.08')
  await inspector().getByText('prices of Feb 3, 2027').waitFor()
  await inspector()
    .getByText(/ \/ 4,000$/)
    .waitFor()
  expect(window.faults).toEqual([])
})
