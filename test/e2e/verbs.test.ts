/**
 * The document's verbs under the hand: each gesture and each key makes exactly the one change its command describes,
 * compared as a whole document; Esc, a lost focus and a taken pointer leave everything as it was.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type CommandType, command, type PayloadOf } from '../../shared/commands/registry.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { after, anonymous, clipAt, kept } from './harness/document.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor
let before: Output<'project:open'>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-verbs-'))
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
  // Pixels decide here, not what lies nearby.
  await editor.press('KeyS')
})

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  await editor.press('KeyV', 'Control+Shift+KeyA')
  before = await kept(window.page)
})

/** The document is what the command makes of the one before, in one revision. */
async function expectOne<T extends CommandType>(type: T, payload: PayloadOf<T>): Promise<void> {
  const wanted = after(before.project, type, payload)
  expect(wanted).not.toEqual(before.project)
  await editor
    .shows(async () => anonymous((await kept(window.page)).project, before.project))
    .toEqual(anonymous(wanted, before.project))
  await expectRevisions(1)
}

/** How far the history went, by its own tree; what was made is undone again. */
async function expectRevisions(count: number): Promise<void> {
  for (let made = 0; made < count; made++) await editor.press('Control+KeyZ')
  await editor.shows(async () => (await kept(window.page)).project).toEqual(before.project)
  expect((await kept(window.page)).head.revisionId).toBe(before.head.revisionId)
}

/** Presses on a clip of V1 and drags by whole frames. */
async function drag(
  clip: string,
  place: 'start' | 'middle' | 'end',
  frames: number,
  options: Parameters<Editor['drag']>[2] = {},
): Promise<void> {
  const cell = editor.clip('V1', clip)
  const box = await editor.box(cell)
  const { item } = clipAt(
    before.project,
    'V1',
    ['Meadow', 'Flowers', 'Bird', 'Bridge'].indexOf(clip),
  )
  const width = box.width / item.duration
  const x = { start: box.x + 2, middle: box.x + box.width / 2, end: box.x + box.width - 3 }[place]
  await editor.drag({ x, y: box.y + box.height / 2 }, { x: frames * width }, options)
}

const idOf = (order: number, track = 'V1') => clipAt(before.project, track, order).item.id
/** What stands beside the pointer. */
const tip = (): Promise<string[]> =>
  window.page
    .getByRole('status')
    .filter({ hasText: ' · ' })
    .filter({ hasNotText: 'kept' })
    .allTextContents()

/** Two-up and four-up in the program monitor. */
const panes = () => window.page.getByRole('img', { name: /^(First|Last) frame of/ })

it('N rolls the cut, its sound along with it', async () => {
  await editor.press('KeyN')
  await drag('Meadow', 'end', 12, {
    during: () =>
      editor
        .shows(() =>
          window.page
            .getByText(/^(Out|In) · /)
            .locator('..')
            .allInnerTexts(),
        )
        .toEqual(['Out · Meadow\n00:00:07:11', 'In · Flowers\n00:00:12:12']),
  })
  await editor.shows(() => panes().count()).toBe(0)
  await expectOne('clips.roll', { leftId: idOf(0), rightId: idOf(1), delta: 12, linked: true })
})

it('Alt rolls one half of the linked pair', async () => {
  await editor.press('KeyN')
  const box = await editor.box(editor.clip('V1', 'Flowers'))
  await window.page.keyboard.down('Alt')
  await drag('Flowers', 'start', -7)
  await window.page.keyboard.up('Alt')
  expect(box.width).toBeGreaterThan(0)
  await expectOne('clips.roll', { leftId: idOf(0), rightId: idOf(1), delta: -7, linked: false })
})

it('U slides a clip between its neighbours', async () => {
  await editor.press('KeyU')
  await drag('Flowers', 'middle', -10, {
    during: () => editor.shows(tip).toEqual([expect.stringContaining('-10')]),
  })
  await expectOne('clips.slide', { itemIds: [idOf(1)], delta: -10, linked: true })
})

it('Y slips what a clip shows', async () => {
  await editor.press('KeyY')
  await drag('Flowers', 'middle', 9, {
    during: () =>
      editor
        .shows(() => panes().evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))))
        .toEqual([
          'Last frame of Meadow',
          'First frame of Flowers',
          'Last frame of Flowers',
          'First frame of Bird',
        ]),
  })
  await expectOne('clip.slip', { itemId: idOf(1), delta: -9, linked: true })
})

it('R stretches: the end with a gap behind it, the start with a move', async () => {
  await editor.press('KeyR')
  const { item } = clipAt(before.project, 'V1', 2)
  await drag('Bird', 'end', -20)
  await expectOne('clip.retime', {
    itemId: item.id,
    speed: { num: item.duration / 20, den: (item.duration - 20) / 20 },
    ripple: false,
  })

  await drag('Bird', 'start', 20)
  const speed = { num: item.duration / 20, den: (item.duration - 20) / 20 }
  const move = { delta: 20, trackDelta: 0, mode: 'overwrite', linked: true } as const
  await expectOne('batch', {
    label: asWritten('Stretch'),
    commands: [
      command('clip.retime', { itemId: item.id, speed, ripple: false }, 'faster'),
      command('clips.move', { itemIds: [item.id], ...move }, 'later'),
    ],
  })
})

it('R at the end of a clip with a neighbour says who is in the way and changes nothing', async () => {
  await editor.press('KeyR')
  await drag('Flowers', 'end', 30, {
    during: () =>
      editor.shows(tip).toEqual([expect.stringContaining('Another clip is in the way')]),
  })
  await expectRevisions(0)
})

it('Esc in the middle, another window and a lost pointer leave everything as it was', async () => {
  for (const [key, place] of [
    ['KeyN', 'end'],
    ['KeyU', 'middle'],
    ['KeyR', 'end'],
    ['KeyY', 'middle'],
  ] as const) {
    await editor.press(key)
    await drag('Meadow', place, -12, { isCancelled: true })
    await drag('Meadow', place, -12, {
      during: () => window.page.evaluate(() => void globalThis.dispatchEvent(new Event('blur'))),
    })
    await expectRevisions(0)
  }
})

it('Ctrl-drag lays a copy and leaves the original', async () => {
  await editor.clip('V1', 'Meadow').click()
  const box = await editor.box(editor.clip('V1', 'Meadow'))
  const { item } = clipAt(before.project, 'V1', 0)
  const distance = 480
  const frames = Math.round((distance * item.duration) / box.width)
  const rowHeight = (await editor.box(editor.row('V1'))).height
  await editor.drag(
    { x: box.x + 40, y: box.y + box.height / 2 },
    { x: distance, y: -rowHeight },
    { hold: ['Control'] },
  )
  await expectOne('clips.duplicate', {
    itemIds: [item.id, idOf(0, 'A1')],
    delta: frames,
    trackDelta: 1,
    mode: 'overwrite',
    linked: true,
  })
})

it('copies and pastes over, cuts and pastes in between', async () => {
  const { project } = before
  const [flowers, sound] = [clipAt(project, 'V1', 1), clipAt(project, 'A1', 1)]
  await editor.clip('V1', 'Flowers').click()
  await editor.press('Control+KeyC')
  await editor.goTo('20:00', '00:00:20:00')
  await editor.press('Escape', 'Control+KeyV')
  const clips = [flowers, sound].map(({ item, track }) => ({
    clip: item,
    trackId: track.id,
    offset: 0,
  }))
  const payload = {
    timelineId: flowers.track.timelineId,
    clips,
    frame: 480,
    mode: 'overwrite' as const,
  }
  await expectOne('clips.paste', payload)

  await editor.clip('V1', 'Flowers').click()
  await editor.press('Control+KeyX', 'Home', 'Control+Shift+KeyV')
  const lifted = after(project, 'clips.lift', {
    itemIds: [flowers.item.id, sound.item.id],
    linked: true,
  })
  const wanted = after(lifted, 'clips.paste', { ...payload, frame: 0, mode: 'insert' })
  await editor
    .shows(async () => anonymous((await kept(window.page)).project, project))
    .toEqual(anonymous(wanted, project))
  await expectRevisions(2)
})

it('groups, duplicates, extends, joins, freezes and retimes by keys and dialogs', async () => {
  const { page } = window
  await editor.clip('V1', 'Meadow').click()
  await editor.clip('V1', 'Flowers').click({ modifiers: ['Control'] })
  await editor.press('Control+KeyG')
  await expectOne('clips.group', { itemIds: [idOf(0), idOf(0, 'A1'), idOf(1), idOf(1, 'A1')] })

  await editor.press('Control+Shift+KeyA')
  await editor.goTo('4:12', '00:00:04:12')
  await editor.press('Escape', 'KeyE')
  await expectOne('clips.roll', { leftId: idOf(0), rightId: idOf(1), delta: -12, linked: true })

  await editor.press('Control+KeyK', 'Control+Shift+KeyJ')
  await editor.shows(async () => (await kept(page)).project).toEqual(before.project)
  await expectRevisions(2)

  await editor.clip('V1', 'Bird').click()
  await editor.press('Control+KeyR')
  const speed = editor.dialog('Speed and duration')
  await speed.getByLabel('Speed in percent').fill('200')
  await speed.getByLabel('Play backwards').check()
  await page.keyboard.press('Enter')
  await speed.waitFor({ state: 'detached' })
  await expectOne('clip.retime', { itemId: idOf(2), speed: { num: -2, den: 1 }, ripple: true })

  await editor.press('Control+Shift+KeyA')
  await editor.goTo('6:00', '00:00:06:00')
  await editor.press('Escape', 'Alt+KeyF')
  const freeze = editor.dialog('Freeze a frame of Flowers')
  await freeze.getByLabel('Length').fill('1.5')
  await page.keyboard.press('Enter')
  await freeze.waitFor({ state: 'detached' })
  await expectOne('frame.freeze', { itemId: idOf(1), frame: 144, duration: 36, ripple: true })
})

it('paints both sides of the cut as it would be', async () => {
  await editor.press('KeyN')
  await drag('Meadow', 'end', 12, {
    isCancelled: true,
    during: async () => {
      // Decoding up to a frame that nobody has looked at yet takes its time on a busy machine.
      await editor
        .shows(() => panes().evaluateAll((all) => all.map((one) => one.dataset.frame)), 100_000)
        .toEqual(['131', '0'])
      await window.screenshot('two-up')
    },
  })
  await expectRevisions(0)
})
