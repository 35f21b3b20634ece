/**
 * The timeline's states as pictures for the eye, in test-output/screenshots, each checked by axe-core and for names that
 * run over what lies beside them.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { compose } from '../../main/compose.ts'
import { bunnyFile } from '../../main/demo/footage.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { Project } from '../../shared/model/project.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { rational } from '../../shared/time/rational.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { clipOn, documentOf } from '../fixtures/documents.ts'
import { axe } from './harness/axe.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

const TRACKS = 12
const CLIPS = 200

let folder: string
let window: KeyreelWindow
let editor: Editor

async function open(): Promise<void> {
  window = await launchKeyreel({ library: join(folder, 'library'), width: 1280, height: 800 })
  editor = new Editor(window.page)
  await editor.ready()
  await editor.prepared()
}

afterEach(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Clips of different lengths, gaps between some, and names that are too long for any of them. */
function crowded(asset: Asset): Project {
  const names = ['Meadow, early light, second camera (take 4, best sound)', 'Owl', 'Crossing.R3D']
  const each = Math.ceil(CLIPS / TRACKS)
  const tracks = Array.from({ length: TRACKS }, (_, track) => ({
    kind: track < TRACKS / 2 ? ('picture' as const) : ('sound' as const),
    more: { name: track < TRACKS / 2 ? `V${track + 1}` : `A${track + 1 - TRACKS / 2}` },
    items: Array.from({ length: Math.min(each, CLIPS - track * each) }, (_, order) => [
      (order * 7 + track) % 5 === 0 ? 18 : 0,
      clipOn({ kind: 'asset', assetId: asset.id }, 24 + ((order * 13 + track * 5) % 40), {
        name: String(names[(order + track) % names.length]),
        sourceStart: rational((order * 5 + track) % 24),
        enabled: (order + track) % 11 !== 0,
      }),
    ])
      .flat()
      .filter((item) => item !== 0),
  }))
  return documentOf({ cut: { rate: rational(24), width: 1920, height: 1080, tracks } }, [asset])
    .project
}

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

/** More of the page than that would be slow to lay out. */
const MOST_PARTS = 300

async function picture(name: string): Promise<void> {
  await editor.still()
  await window.screenshot(name)
  expect([name, await axe(editor), await overlapping()]).toEqual([name, [], []])
  expect(await window.page.locator('#timeline-rows *').count()).toBeLessThan(MOST_PARTS)
}

it('200 clips on 12 tracks, with names longer than they are', async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-crowded-'))
  const services = await compose({ library: join(folder, 'library'), env: {} })
  const { assets } = await services.media.importPaths([await bunnyFile()])
  const [asset] = assets
  if (!asset) throw new Error('the footage was refused')
  const project = crowded(asset)
  services.projects.add(project, { isSample: false, label: asWritten('Crowded') })
  services.projects.open(settingsOf(project).id)
  await services.close()
  await open()
  await editor.press('Home', 'Backslash')
  // The panel's upper edge, drawn up until most tracks are seen.
  const edge = await editor.box(window.page.getByRole('separator').last())
  await editor.drag({ x: edge.x + 300, y: edge.y + edge.height / 2 }, { x: 0, y: 330 - edge.y })
  await picture('timeline-crowded')
  await editor.press('Equal', 'Equal', 'Equal')
  await picture('timeline-crowded-nearer')
  expect(window.faults).toEqual([])
})

it('the sample: lanes and curve, refused pin, four-up, narrow window; then an empty project', async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-pictures-'))
  await open()
  const { page } = window
  await editor.press('Home', 'Backslash')
  await editor.painted(0)
  await picture('timeline-sample')

  await editor.clip('V1', 'Meadow').click()
  for (const [typed, reads] of [
    ['0', '00:00:00:00'],
    ['2:00', '00:00:02:00'],
    ['4:00', '00:00:04:00'],
  ] as const) {
    await editor.goTo(typed, reads)
    await editor.press('Control+Alt+KeyK')
  }
  const keys = editor.row('Scale of Meadow').getByRole('button', { name: /^Scale keyframe/ })
  await editor.shows(() => keys.count()).toBe(3)
  await editor.press('Control+Alt+KeyG')
  const key = await editor.box(keys.nth(1))
  await editor.drag(
    { x: key.x + key.width / 2, y: key.y + key.height / 2 },
    { x: 0, y: -30 },
    { hold: ['Control'] },
  )
  await keys.nth(1).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Smooth' }).click()
  await page.mouse.move(700, 200)
  await picture('timeline-curve')

  await editor.clip('V1', 'Meadow').click()
  await editor.press('Control+Alt+KeyL')
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL')
  const lane = editor.row('Pins · Bridge')
  await lane.scrollIntoViewIfNeeded()
  const pins = lane.getByRole('button', { name: /^Pin at index/ })
  await editor.shows(() => pins.count()).toBeGreaterThan(1)
  const [one, other] = [await editor.box(pins.nth(0)), await editor.box(pins.nth(1))]
  await editor.drag(
    { x: one.x + one.width / 2, y: one.y + one.height / 2 },
    { x: other.x - one.x },
    {
      isCancelled: true,
      during: async () => {
        await page.getByRole('status').getByText(/index/).waitFor()
        await picture('timeline-pin-refused')
      },
    },
  )
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL', 'KeyY')
  const clip = await editor.box(editor.clip('V1', 'Flowers'))
  await editor.drag(
    { x: clip.x + clip.width / 2, y: clip.y + 40 },
    { x: -20 },
    {
      isCancelled: true,
      during: async () => {
        const panes = page.locator('canvas[data-frame]')
        await editor.shows(() => panes.count()).toBeGreaterThanOrEqual(4)
        await picture('timeline-four-up')
      },
    },
  )
  await editor.press('KeyV', 'Control+Shift+KeyA')

  await window.resize(1024, 640)
  await editor.press('Home', 'Backslash')
  await picture('timeline-1024x640')
  await window.resize(1280, 800)

  await editor.press('Control+KeyN')
  await editor.dialog('Projects').getByRole('button', { name: 'Create project' }).click()
  await editor.dialog('Projects').waitFor({ state: 'detached' })
  await picture('timeline-empty')
  expect(window.faults).toEqual([])
})
