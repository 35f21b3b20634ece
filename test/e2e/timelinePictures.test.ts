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
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

const TRACKS = 12
const CLIPS = 200
const DESKS = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const

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

async function picture(name: string): Promise<void> {
  await editor.still()
  await window.screenshot(`timeline-${name}`)
}

const centre = ({ x, y, width, height }: Awaited<ReturnType<Editor['box']>>) => ({
  x: x + width / 2,
  y: y + height / 2,
})

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
  for (const { width, height } of DESKS) {
    await window.resize(width, height)
    await editor.press('Home', 'Backslash')
    await picture(`crowded-${width}`)
  }
  await window.resize(1280, 800)
  const edge = await editor.box(window.page.getByRole('separator').last())
  await editor.drag({ x: edge.x + 300, y: edge.y + edge.height / 2 }, { x: 0, y: 330 - edge.y })
  await picture('crowded-high')
  await editor.press('Equal', 'Equal', 'Equal')
  await picture('crowded-nearer')
})

it('the sample', async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-pictures-'))
  await open()
  const { page } = window
  await editor.press('Home', 'Backslash')
  await editor.painted(0)
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
  await editor.drag(centre(await editor.box(keys.nth(1))), { x: 0, y: -30 }, { hold: ['Control'] })
  await keys.nth(1).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Smooth' }).click()
  await keys.nth(1).click()
  await editor.goTo('2:00', '00:00:02:00')
  await page.getByRole('tab', { name: 'Transform' }).click()
  for (const { width, height } of DESKS) {
    await window.resize(width, height)
    await editor.press('Backslash')
    await editor.painted(48)
    await page.mouse.move(700, 200)
    await picture(`curve-${width}`)
  }
  await editor.clip('V1', 'Meadow').click()
  await editor.press('Control+Alt+KeyL')
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL')
  await editor.goTo('15:00', '00:00:15:00')
  await page.getByRole('button', { name: 'Add a pin at the playhead' }).click()
  await page.getByRole('tab', { name: 'Shot', exact: true }).click()
  const lane = editor.row('Pins · Bridge')
  const pins = lane.getByRole('button', { name: /^Pin at index/ })
  await editor.shows(() => pins.count()).toBe(3)
  const pin = async (index: number) =>
    centre(
      await editor.box(lane.getByRole('button', { name: `Pin at index ${index}`, exact: true })),
    )
  for (const { width, height } of DESKS) {
    await window.resize(width, height)
    await editor.press('Backslash')
    const [first, middle, last] = [await pin(0), await pin(36), await pin(120)]
    await editor.drag(
      middle,
      { x: last.x - middle.x },
      {
        isCancelled: true,
        during: () => picture(`pin-taken-${width}`),
      },
    )
    await editor.drag(
      last,
      { x: 20, y: 4 },
      {
        isCancelled: true,
        during: () => picture(`pin-beyond-${width}`),
      },
    )
    await editor.drag(
      middle,
      { x: -20, y: 4 },
      {
        isCancelled: true,
        during: () => picture(`pin-dragged-${width}`),
      },
    )
    await editor.drag(
      middle,
      { x: first.x - middle.x },
      {
        isCancelled: true,
        during: () => picture(`pin-first-${width}`),
      },
    )
  }
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL')
  for (const { width, height } of DESKS) {
    await window.resize(width, height)
    await editor.press('Backslash')
    await editor.press('KeyB')
    const meadow = await editor.box(editor.clip('V1', 'Meadow'))
    await editor.drag(
      { x: meadow.x + 2, y: meadow.y + 40 },
      { x: -140 },
      {
        isCancelled: true,
        during: () => picture(`trim-stopped-${width}`),
      },
    )
    await editor.press('KeyN')
    const clip = await editor.box(editor.clip('V1', 'Flowers'))
    await editor.drag(
      { x: clip.x + 1, y: clip.y + 40 },
      { x: 60 },
      {
        isCancelled: true,
        during: () => settledPanes(2, `roll-${width}`),
      },
    )
    await editor.press('KeyU')
    await editor.drag(
      { x: clip.x + clip.width / 2, y: clip.y + 40 },
      { x: -40 },
      {
        isCancelled: true,
        during: () => settledPanes(4, `four-up-${width}`),
      },
    )
    await editor.press('KeyV')
    await editor.clip('V1', 'Bird').click()
    await editor.clip('V1', 'Flowers').hover({ position: { x: 3, y: 40 } })
    await picture(`hover-${width}`)
  }
  await editor.clip('V1', 'Bird').dblclick()
  await page.getByRole('tab', { name: 'Transform' }).click()
  await window.resize(1280, 800)
  await page.getByRole('option', { name: /^Big Buck Bunny/ }).dblclick()
  await page.getByRole('img', { name: /^Source monitor/ }).waitFor()
  await picture('source-1280')
  await page.getByRole('button', { name: 'Back to the program' }).click()
  await window.resize(1024, 640)
  await editor.press('Backslash')
  await picture('1024')
  await editor.menu('View', 'Show or hide the library')
  await picture('1024-library')
  await editor.press('Escape')
  await editor.menu('View', 'Show or hide the inspector')
  await picture('1024-inspector')
  await editor.press('Escape')
  await window.resize(1280, 800)
  await editor.press('Control+Comma')
  const settings = editor.dialog('Settings')
  await settings.getByRole('radio', { name: '150 %' }).click()
  await editor.press('Escape')
  for (const { width, height } of DESKS) {
    await window.resize(width, height)
    await editor.press('Backslash')
    await picture(`150-percent-${width}`)
  }
  await editor.press('Control+Comma')
  await settings.getByRole('radio', { name: '100 %' }).click()
  await editor.press('Escape')
  await editor.press('Control+KeyN')
  await editor.dialog('Projects').getByRole('button', { name: 'Create project' }).click()
  await editor.dialog('Projects').waitFor({ state: 'detached' })
  for (const { width, height } of [{ width: 1024, height: 640 }, ...DESKS]) {
    await window.resize(width, height)
    await picture(`empty-${width}`)
  }
  expect(window.faults).toEqual([])
})

async function settledPanes(count: number, name: string): Promise<void> {
  const panes = window.page.locator('[data-panes] canvas')
  await editor
    .shows(() => panes.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.settled)))
    .toEqual(Array.from({ length: count }, () => 'true'))
  await picture(name)
}
