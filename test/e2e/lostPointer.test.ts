/** Whatever is dragged on the timeline keeps the rule of ui/pointer.ts (harness/dragRule.ts). */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Drag, followsTheRule, type Place, placeOn } from './harness/dragRule.ts'
import { eachOnTheLast } from './harness/eachOnTheLast.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-lost-pointer-'))
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
})
eachOnTheLast()

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const cell = (name: RegExp) => () => editor.row('V1').getByRole('gridcell', { name })
const [meadow, flowers, dissolve] = [cell(/^Meadow,/), cell(/^Flowers,/), cell(/^Dissolve/)]
const bird = cell(/^Bird,/)
const soundOf = (name: RegExp) => () => editor.row('A1').getByRole('gridcell', { name })
const lane = () => editor.row('Scale of Meadow')
const button = (name: RegExp) => () => window.page.getByRole('button', { name })
const point = (name: 'in' | 'out') => () =>
  window.page.getByTestId('ruler').locator(`[data-point="${name}"]`)

/** Of the volume's line at 0 dB, from the top of a clip: a fader with +12 dB at its top. */
const LEVEL = 1 - 10 ** (-12 / 40)

/** With a tool in the hand, and a clip selected. */
const held =
  (find: () => Locator, place: Place = {}, tool = 'KeyV', clip = meadow) =>
  async () => {
    await editor.press('KeyV')
    await clip().click({ position: { x: 60, y: 30 } })
    await editor.press(tool)
    return placeOn(editor, find(), place)
  }
/** The half of its handle that lies inside of the clip. */
const fade = (side: 'in' | 'out', clip: () => Locator) => {
  const handle = () => clip().locator(`[data-fade="${side}"]`)
  return held(handle, { x: side === 'in' ? 0.75 : 0.25 }, 'KeyV', clip)
}
const along = (x: number) => ({ x, y: 0 })
const upright = (y: number) => ({ x: 0, y })

const body = { x: 0.25, y: 0.6 }
const start = { x: 0, y: 0.6, right: 2 }
const end = { x: 1, y: 0.6, right: -2 }

const ON_TRACKS: readonly Drag[] = [
  { what: 'a clip', from: held(meadow, body), by: along(60) },
  { what: 'the edge of a clip', from: held(meadow, start), by: along(30) },
  { what: 'an edge that ripples', from: held(meadow, start, 'KeyB'), by: along(30) },
  { what: 'a cut that rolls', from: held(flowers, end, 'KeyN'), by: along(-20) },
  { what: 'a clip that slips', from: held(flowers, body, 'KeyY'), by: along(20) },
  { what: 'a clip that slides', from: held(flowers, body, 'KeyU'), by: along(20) },
  { what: 'a speed', from: held(flowers, end, 'KeyR'), by: along(-20) },
  { what: 'a fade in', from: fade('in', meadow), by: along(30) },
  { what: 'a fade out', from: fade('out', bird), by: along(-30) },
  {
    what: 'the line of the volume',
    from: held(soundOf(/^Meadow,/), { y: LEVEL }),
    by: upright(9),
  },
  { what: 'a transition', from: held(dissolve), by: along(8) },
  { what: 'the edge of a transition', from: held(dissolve, { x: 1, right: -2 }), by: along(14) },
  {
    what: 'the height of a track',
    from: held(() => window.page.getByRole('slider', { name: 'Height of V1' })),
    by: upright(25),
  },
  { what: 'a marker', from: held(button(/^Marker .+ at 00:00:02:00/)), by: along(80) },
  { what: 'the in-point', from: held(point('in')), by: along(40) },
  { what: 'the out-point', from: held(point('out')), by: along(-60) },
]

it('begins with a transition, a marker and a range', async () => {
  const { page } = window
  await editor.press('KeyS', 'Backslash')
  const cut = await editor.box(editor.clip('V1', 'Flowers'))
  await page.mouse.click(cut.x + 2, cut.y + cut.height / 2)
  await editor.press('Control+KeyD')
  await dissolve().waitFor()
  for (const [typed, reads, key] of [
    ['1:00', '00:00:01:00', 'KeyI'],
    ['2:00', '00:00:02:00', 'KeyM'],
    ['4:00', '00:00:04:00', 'KeyO'],
  ] as const) {
    await editor.goTo(typed, reads)
    await editor.press(key)
  }
  await point('out')().waitFor()
})

it.each(ON_TRACKS)('$what', (drag) => followsTheRule(editor, 'Timeline area', drag))

const IN_LANES: readonly Drag[] = [
  {
    what: 'a keyframe',
    from: held(() => lane().getByRole('button', { name: /at 00:00:02:00/ })),
    by: along(25),
  },
  {
    what: 'the handle of a curve',
    from: held(button(/^Curve out of the keyframe at frame 0/)),
    by: { x: 20, y: 20 },
  },
  { what: 'the line of a value', from: held(lane, { x: 0.16 }), by: upright(-20) },
  { what: 'a pin', from: held(() => button(/^Pin at index/)().first()), by: along(40) },
]

it('goes on with keyframes whose curve is open, and the lane of a shot', async () => {
  await editor.press('KeyV')
  await editor.clip('V1', 'Bridge').click()
  await editor.press('Control+Alt+KeyL')
  await meadow().click({ position: { x: 60, y: 30 } })
  for (const [typed, reads] of [
    ['0', '00:00:00:00'],
    ['2:00', '00:00:02:00'],
    ['4:00', '00:00:04:00'],
  ] as const) {
    await editor.goTo(typed, reads)
    await editor.press('Control+Alt+KeyK')
  }
  await editor
    .shows(() =>
      lane()
        .getByRole('button', { name: /^Scale keyframe at/ })
        .count(),
    )
    .toBe(3)
  await editor.press('Control+Alt+KeyG')
  await lane().getByRole('button', { name: 'Close the curve of Scale' }).waitFor()
})

it.each(IN_LANES)('$what', (drag) => followsTheRule(editor, 'Timeline area', drag))

it('and the pointer was lost without a word in the console', () => {
  expect(window.faults).toEqual([])
})
