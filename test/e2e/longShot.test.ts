/** Footage longer than the model takes, transformed through the form: spans that are quoted, made, joined and redone. */
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose } from '../../main/compose.ts'
import { openStore } from '../../main/database/store.ts'
import { libraryAt } from '../../main/services/library.ts'
import { type CommandType, command, type PayloadOf } from '../../shared/commands/registry.ts'
import { RAY_3_2 } from '../../shared/generation/models.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { rational, ZERO } from '../../shared/time/rational.ts'
import { makeSmall } from '../fakes/resultMedia.ts'
import { type RunwareDouble, startRunwareDouble } from '../fakes/runwareDouble.ts'
import { makeNumberedClip, readNumbers } from '../fixtures/numbered.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

const KEY = 'long-shot-key-0123456789'
/** For what an engine makes, on a machine that is busy. */
const MADE = 120_000
/** Pictures: a second more than the model takes at once. */
const FRAMES = (RAY_3_2.limits.transformSource + 1) * 24
const BLOCK = RAY_3_2.prices.transform.sdr['360p'].amount

let folder: string
let double: RunwareDouble
let window: KeyreelWindow
let editor: Editor

/** A project with the clip on its timeline, as an import and a drag leave it. */
async function makeProject(library: string, clip: string): Promise<void> {
  const services = await compose({ library })
  const { assets } = await services.media.importPaths([clip])
  const [asset] = assets
  if (!asset) throw new Error('The clip was not imported')
  const format = { rate: rational(24), width: 640, height: 360 }
  const { project } = services.projects.create('Long', format)
  const { id, timelineId } = settingsOf(project)
  const change = <T extends CommandType>(type: T, payload: PayloadOf<T>): void => {
    const { revisionId } = services.projects.present(id).head
    services.projects.dispatch(id, revisionId, command(type, payload, randomUUID()))
  }
  change('assets.add', { assets })
  change('clips.place', {
    ...{ timelineId, mode: 'append', frame: 0 },
    media: [
      {
        source: { kind: 'asset', assetId: asset.id },
        ...{ name: 'Long', sourceStart: ZERO, duration: FRAMES, picture: true, sound: true },
      },
    ],
  })
  await services.close()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-long-shot-'))
  const library = join(folder, 'library')
  const clip = join(folder, 'long.mp4')
  await mkdir(join(folder, 'double'))
  double = await startRunwareDouble({
    ...{ key: KEY, folder: join(folder, 'double'), makeResult: makeSmall(90) },
  })
  await makeNumberedClip({
    ...{ path: clip, width: 160, height: 90, rate: rational(24), frames: FRAMES, sound: 'tone' },
  })
  await makeProject(library, clip)
  window = await launchKeyreel({
    library,
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

const inspector = (): Locator => window.page.getByRole('tabpanel', { name: 'Shot' })
const takes = (): Locator =>
  window.page.getByRole('list', { name: 'Takes' }).getByRole('listitem', { name: /^Take \d+$/ })
const take = (number: number): Locator =>
  window.page.getByRole('listitem', { name: `Take ${number}`, exact: true })
const spansOf = async (number: number): Promise<string[]> =>
  take(number).getByRole('list', { name: 'Spans' }).getByRole('listitem').allInnerTexts()

it('says how many spans there are and what they cost together, and joins them picture for picture', async () => {
  const { page } = window
  await page.getByRole('radio', { name: 'Direct', exact: true }).click()
  await editor.clip('V1', 'Long').click()
  await editor.menu('Shot', 'Transform selected clip')
  await page.getByRole('radio', { name: 'Ray3.2 · Runware' }).click()
  await inspector().getByRole('radio', { name: '360p' }).click()
  await page.getByRole('textbox', { name: 'Prompt' }).fill('In winter.')
  await page.getByRole('textbox', { name: 'Prompt' }).blur()
  // 10 s and 9.5 s: two blocks of 5 s each.
  await inspector().getByText('$2.16', { exact: true }).waitFor()
  await inspector()
    .getByText(/^2 spans · /)
    .waitFor()
  await window.screenshot('long-shot-1-quote')
  await page.getByRole('button', { name: 'Generate', exact: true }).click()
  await editor.shows(() => takes().count(), MADE).toBe(1)
  expect(double.books.billed.map(({ cost }) => cost)).toEqual([2 * BLOCK, 2 * BLOCK])
  await take(1).getByRole('button', { name: 'Details' }).click()
  await editor
    .shows(() => spansOf(1))
    .toEqual([
      expect.stringMatching(/^1: 0\.0 to 10\.0 s · \$1\.08/),
      expect.stringMatching(/^2: 9\.5 to 19\.0 s · \$1\.08/),
    ])
  const joints = take(1).getByRole('list', { name: 'Joints' }).getByRole('listitem')
  await editor
    .shows(() => joints.allInnerTexts())
    .toEqual([expect.stringMatching(/^At 9\.[5-9] s · .*dB.*SSIM.*levels of 255/)])
  expect(await numbersOfTake(1)).toEqual(Array.from({ length: FRAMES }, (_, i) => i))
})

it('makes one span again at its own price, and says that the one behind it is stale', async () => {
  // Another result than the one before: of the same the next span would go on all the same.
  double.faults.add({ kind: 'drifts', gain: [0.95, 0.95, 0.95] })
  await take(1).getByRole('button', { name: 'Redo span 1 · $1.08' }).click()
  await editor.shows(() => takes().count(), MADE).toBe(2)
  expect(double.books.billed.map(({ cost }) => cost)).toEqual([2 * BLOCK, 2 * BLOCK, 2 * BLOCK])
  await take(2).getByRole('button', { name: 'Details' }).click()
  await editor
    .shows(() => spansOf(2))
    .toEqual([expect.not.stringContaining('stale'), expect.stringContaining('stale')])
  await take(2).getByRole('button', { name: 'Redo the stale span · $1.08' }).waitFor()
  await take(2).getByRole('button', { name: 'Redo the stale span · $1.08' }).hover()
  await window.screenshot('long-shot-2-stale')
  expect(await numbersOfTake(2)).toEqual(Array.from({ length: FRAMES }, (_, i) => i))
  expect([window.faults, double.books.conflicts]).toEqual([[], []])
})

/** Read back from the pixels of its file. */
async function numbersOfTake(number: number): Promise<number[]> {
  const store = openStore(libraryAt(window.library).database)
  const found = store.projects
    .list()
    .flatMap(({ id }) => store.takes.ofProject(id))
    .find((one) => one.number === number)
  const media = found && store.media.find(found.asset.mediaKey)
  store.close()
  if (!media) throw new Error(`There is no take ${number}`)
  return readNumbers(media.path)
}
