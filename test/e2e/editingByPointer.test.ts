/**
 * A small film made with the pointer: two clips imported, cut into six, rippled, rolled, slipped, dissolved, slowed down,
 * a scale animated and a pin dragged across another. The document is compared whole after each step, and all of it is
 * undone to the start and redone to the end.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rational } from '../../shared/time/rational.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { type BesideTwoClips, openBesideTwoClips } from './harness/besideTwoClips.ts'
import { after, kept } from './harness/document.ts'
import { eachOnTheLast } from './harness/eachOnTheLast.ts'
import type { Editor } from './harness/editor.ts'
import { Film } from './harness/film.ts'
import type { KeyreelWindow } from './harness/keyreelWindow.ts'

let beside: BesideTwoClips
let window: KeyreelWindow
let editor: Editor
let film: Film

beforeAll(async () => {
  beside = await openBesideTwoClips()
  ;({ window, editor } = beside)
})
afterAll(() => beside?.close())
eachOnTheLast()

const timecode = (frame: number): string => formatTimecode(frame, rational(24))
const goTo = (frame: number): Promise<void> => editor.goTo(timecode(frame), timecode(frame))

/** Pixels between a clip and its row's edges. */
const CLIP_MARGIN = 3

/** A clip of V1 by the frame it starts on. */
const cellAt = (frame: number) =>
  editor.row('V1').getByRole('gridcell', { name: new RegExp(`, ${timecode(frame)} to `) })

/** Pixels of a frame at the present zoom. */
const frameWidth = async (order: number): Promise<number> => {
  const { item, start } = film.clip(order)
  return editor.frameWidth(cellAt(start), item.duration)
}

/** Drags from a place on a clip of V1 by whole frames. */
async function drag(
  order: number,
  place: 'start' | 'middle' | 'end',
  frames: number,
): Promise<void> {
  const box = await editor.box(cellAt(film.clip(order).start))
  const width = await frameWidth(order)
  const x = { start: box.x + 2, middle: box.x + box.width / 2, end: box.x + box.width - 2 }[place]
  await editor.drag({ x, y: box.y + box.height / 2 }, { x: frames * width })
}

it('begins with an empty project that shows a minute, and two files', async () => {
  const { page } = window
  await editor.menu('File', 'New project…')
  const projects = editor.dialog('Projects')
  await projects.getByLabel("New project's name").fill('By pointer')
  await projects.getByLabel('Frame rate').selectOption('24 fps')
  await projects.getByLabel('Picture size').selectOption('1280×720')
  await projects.getByRole('button', { name: 'Create project' }).click()
  await projects.waitFor({ state: 'detached' })
  await editor.shows(() => editor.cut('V1', 'A1')).toEqual({ V1: [], A1: [] })
  await page.getByText('00:00:50:00', { exact: true }).waitFor()

  const empty = await kept(page)
  await page.getByRole('button', { name: 'Import media' }).first().click()
  await editor
    .shows(() => page.getByRole('listbox', { name: 'Assets' }).getByRole('option').count())
    .toBe(2)
  const start = await kept(page)
  film = new Film(editor, start)
  expect([...empty.project.assets.values()]).toEqual([])
  expect([...start.project.assets.values()].map(({ name }) => name).sort()).toEqual([
    'numbered-a',
    'numbered-b',
  ])
  // Pixels decide here, not what lies nearby.
  await editor.press('KeyS')
})

it('lays both down one behind the other', async () => {
  for (const name of ['numbered-a', 'numbered-b']) {
    await film.step(async () => {
      await window.page.getByRole('option', { name: new RegExp(name) }).click({ button: 'right' })
      await window.page.getByRole('menuitem', { name: 'Append to the end' }).click()
    }, film.appended(name))
  }
  await editor.press('Backslash')
})

it('cuts them into six with the razor', async () => {
  await editor.press('KeyC')
  for (const frame of [60, 120, 180, 360]) {
    const { timeline } = film
    const order = film.steps - 2 > 2 ? 4 : film.steps - 2
    const { item, start } = film.clip(order)
    const wanted = after(film.project, 'clips.split', {
      ...{ timelineId: timeline.id, frame, linked: true, itemIds: [item.id] },
    })
    await film.step(async () => {
      const box = await editor.box(cellAt(start))
      const width = await frameWidth(order)
      await window.page.mouse.click(box.x + (frame - start) * width, box.y + box.height / 2)
    }, wanted)
  }
  expect((await editor.cut('V1')).V1?.length).toBe(6)
  await editor.press('KeyV')
})

it('ripples, rolls and slips', async () => {
  const ripple = { edge: 'end', delta: -12, ripple: true, linked: true } as const
  await editor.press('KeyB')
  await film.step(
    () => drag(0, 'end', -12),
    after(film.project, 'clip.trim', { itemId: film.id(0), ...ripple }),
  )
  await editor.press('KeyN')
  const point = { leftId: film.id(1), rightId: film.id(2), linked: true }
  await film.step(
    () => drag(1, 'end', 6),
    after(film.project, 'clips.roll', { ...point, delta: 6 }),
  )
  await editor.press('KeyY')
  await film.step(
    () => drag(2, 'middle', 10),
    after(film.project, 'clip.slip', { itemId: film.id(2), delta: -10, linked: true }),
  )
  await editor.press('KeyV')
})

it('lays a dissolve on a cut that was clicked, and a longer one by its edge', async () => {
  const box = await editor.box(cellAt(film.clip(2).start))
  const cut = { from: film.id(1), to: film.id(2) }
  const wanted = after(film.project, 'transitions.add', { cuts: [cut], linked: true })
  await window.page.mouse.click(box.x + 2, box.y + box.height / 2)
  await film.step(() => editor.press('Control+KeyD'), wanted)
  const dissolve = editor.row('V1').getByRole('gridcell', { name: /^Dissolve from/ })
  const [laid] = film.project.transitions.values().filter(({ style }) => style.kind === 'dissolve')
  if (!laid) throw new Error('There is no dissolve')
  expect([laid.before, laid.after]).toEqual([12, 12])
  const width = await frameWidth(1)
  await film.step(
    async () => {
      const edge = await editor.box(dissolve)
      const at = { x: edge.x + edge.width - 2, y: edge.y + edge.height / 2 }
      await editor.drag(
        at,
        { x: 4 * width },
        { during: () => window.screenshot('hand-1-dissolve') },
      )
    },
    after(film.project, 'transition.set', {
      transitionId: laid.id,
      patch: { before: 16, after: 16 },
    }),
  )
})

it('slows a clip down', async () => {
  const { page } = window
  const itemId = film.id(4)
  await film.step(
    async () => {
      await cellAt(film.clip(4).start).click()
      await editor.menu('Clip', 'Speed and duration…')
      const dialog = editor.dialog('Speed and duration')
      await dialog.getByLabel('Speed in percent').fill('50')
      await page.getByRole('button', { name: 'Change speed' }).click()
      await dialog.waitFor({ state: 'detached' })
    },
    after(film.project, 'clip.retime', { itemId, speed: rational(1, 2), ripple: true }),
  )
  await editor.press('Backslash')
})

it('fades a clip in by its handle and turns the sound down by its line', async () => {
  const sound = film.project.items
    .values()
    .find(
      (item) =>
        item.kind === 'clip' && item.linkId === film.clip(0).item.linkId && item.id !== film.id(0),
    )
  if (sound?.kind !== 'clip') throw new Error('The first clip has no sound')
  await cellAt(0).hover()
  const width = await frameWidth(0)
  await film.step(
    async () => {
      const handle = await editor.box(cellAt(0).locator('[data-fade="in"]'))
      await editor.drag(
        { x: handle.x + handle.width / 2 + 1, y: handle.y + handle.height / 2 },
        { x: 10 * width },
      )
    },
    after(film.project, 'clip.fade', { itemId: film.id(0), fadeIn: 10 }),
  )
  const first = editor.row('A1').getByRole('gridcell').first()
  const cell = await editor.box(first)
  const height = (await editor.box(editor.row('A1'))).height - 2 * CLIP_MARGIN
  // A fader: +12 dB at the top, and of every 40 dB a tenth of the way is left.
  const level = height * (1 - 10 ** (-12 / 40))
  const lower = 12 + 40 * Math.log10(1 - (level + 8) / height)
  await film.step(
    () => editor.drag({ x: cell.x + cell.width / 2, y: cell.y + level }, { x: 0, y: 8 }),
    after(film.project, 'property.set', {
      itemId: sound.id,
      property: 'volume',
      value: Number(lower.toFixed(6)),
    }),
  )
})

it('animates the scale with three keyframes and drags the middle one', async () => {
  const { page } = window
  const itemId = film.id(0)
  const scale = { itemId, property: 'scale' } as const
  await cellAt(0).click()
  await page.getByRole('tab', { name: 'Transform' }).click()
  await goTo(0)
  await film.step(
    () => page.getByRole('button', { name: 'Add Scale keyframe' }).click(),
    after(film.project, 'keyframe.add', { ...scale, frame: 0 }),
  )
  for (const [frame, percent] of [
    [24, 150],
    [47, 100],
  ] as const) {
    await goTo(frame)
    await film.step(
      async () => {
        const field = page.getByRole('textbox', { name: 'Scale', exact: true })
        await field.fill(String(percent))
        await field.press('Enter')
      },
      after(film.project, 'property.set', { ...scale, value: percent / 100, frame }),
    )
  }
  await cellAt(0).getByRole('button', { name: 'Open the lanes of numbered-a' }).click()
  const lane = editor.row('Scale of numbered-a')
  await lane.scrollIntoViewIfNeeded()
  const clip = film.clip(0).item
  const middle = clip.picture.scale.keyframes[1]
  if (!middle) throw new Error('There is no keyframe in the middle')
  const width = await frameWidth(0)
  await film.step(
    async () => {
      const diamond = await editor.box(lane.getByRole('button', { name: /at 00:00:01:00/ }))
      await editor.drag(
        { x: diamond.x + diamond.width / 2, y: diamond.y + diamond.height / 2 },
        { x: 6 * width },
      )
    },
    after(film.project, 'keyframes.move', {
      itemId,
      moves: [{ property: 'scale', keyframeId: middle.id, frame: 30 }],
    }),
  )
  await editor.press('Control+Alt+KeyG')
  await lane.getByRole('button', { name: 'Close the curve of Scale' }).waitFor()
  const handle = lane.getByRole('button', { name: 'Curve out of the keyframe at frame 0' })
  await handle.scrollIntoViewIfNeeded()
  await window.screenshot('hand-2-curve')
  await lane.getByRole('button', { name: 'Close the curve of Scale' }).click()
  await cellAt(0).getByRole('button', { name: 'Close the lanes of numbered-a' }).click()
})

it('pins five pictures to a shot and drags one across another', async () => {
  const { page } = window
  await page.getByRole('option', { name: /numbered-b/ }).click()
  await page.keyboard.press('Escape')
  await editor.press('Control+Shift+KeyA')
  const end = film.clip(5).end
  await goTo(end)
  await page.getByRole('option', { name: /numbered-b/ }).click()
  await editor.menu('Shot', 'New shot from pinned pictures')
  const shot = await film.shotMade(end, 'numbered-b')
  await editor.press('Backslash')
  const lane = editor.row('Pins · Shot 1')
  await lane.scrollIntoViewIfNeeded()
  for (const index of [24, 48, 72, 96, 108]) {
    await goTo(end + index)
    await film.step(
      () => page.getByRole('button', { name: 'Add a pin at the playhead' }).click(),
      film.withPin(shot, index, 'numbered-b'),
    )
  }
  const moved = film.pinAt(shot, 48)
  const width = await frameWidth(6)
  await film.step(
    async () => {
      const box = await editor.box(lane.getByRole('button', { name: 'Pin at index 48' }))
      await editor.drag(
        { x: box.x + box.width / 2, y: box.y + box.height / 2 },
        { x: 36 * width },
        { during: () => window.screenshot('hand-3-pins') },
      )
    },
    after(film.project, 'pins.move', { moves: [{ pinId: moved.id, index: 84 }] }),
  )
})

it('undoes all of it to the start and redoes it to the end, step by step', async () => {
  await film.thereAndBack()
  expect(window.faults).toEqual([])
})
