/**
 * The same film made with the keyboard alone: no pointer is ever used. The document is compared whole after each step,
 * and all of it is undone to the start and redone to the end.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ItemId } from '../../shared/model/ids.ts'
import { rational } from '../../shared/time/rational.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { type BesideTwoClips, openBesideTwoClips } from './harness/besideTwoClips.ts'
import { after, clipAt, kept } from './harness/document.ts'
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

/** What has the focus, as it is called. */
const focused = (): Promise<string> =>
  window.page.evaluate(() => {
    const active = document.activeElement
    if (!(active instanceof HTMLElement)) return ''
    const label =
      active instanceof HTMLInputElement || active instanceof HTMLSelectElement
        ? active.labels?.[0]?.textContent
        : null
    return active.getAttribute('aria-label') ?? label ?? active.textContent ?? ''
  })

/** Goes on with Tab until something called like that has the focus. */
async function tabTo(name: string | RegExp): Promise<void> {
  const isIt = (found: string): boolean =>
    typeof name === 'string' ? found === name : name.test(found)
  const seen: string[] = []
  for (let press = 0; press < 150; press++) {
    const found = await focused()
    if (isIt(found)) return
    seen.push(found)
    await editor.press('Tab')
  }
  throw new Error(`Tab never comes to ${name}; it came to ${[...new Set(seen)].join(' | ')}`)
}

/** Goes along a row of tabs, one press for each of those named: the focus follows a press only a moment later. */
async function along(key: 'ArrowLeft' | 'ArrowRight', ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await editor.press(key)
    await editor.shows(focused).toBe(name)
  }
}

/** Goes down the list that has the focus to an entry: typed letters would only count while they follow each other fast. */
async function choose(entry: string): Promise<void> {
  const chosen = (): Promise<string> =>
    window.page.evaluate(() => {
      const active = document.activeElement
      return active instanceof HTMLSelectElement ? (active.selectedOptions[0]?.text ?? '') : ''
    })
  await editor.press('Home')
  const seen: string[] = []
  for (;;) {
    const now = await chosen()
    if (now === entry) return
    if (now === seen.at(-1)) throw new Error(`No entry is ${entry}: ${seen.join(' | ')}`)
    seen.push(now)
    await editor.press('ArrowDown')
  }
}

const type = (text: string): Promise<void> => window.page.keyboard.type(text)

async function goTo(frame: number): Promise<void> {
  await tabTo('Timecode')
  await editor.press('Control+KeyA')
  await type(timecode(frame))
  await editor.press('Enter')
  await editor.shows(() => editor.timecode.inputValue()).toBe(timecode(frame))
}

/** Into the timeline's clips, to the one at the playhead, and selects it. */
async function selectHere(...keys: readonly string[]): Promise<void> {
  await editor.press('Control+Shift+KeyA')
  await tabTo('Timeline')
  await editor.press('Enter')
  await editor.shows(focused).toMatch(/ to /)
  for (const key of keys) await editor.press(key)
  await editor.press('Enter')
}

async function command(words: string): Promise<void> {
  await editor.press('Control+Shift+KeyP')
  await editor.dialog('Find a command').waitFor()
  await type(words)
  await editor.press('Enter')
  await editor.dialog('Find a command').waitFor({ state: 'detached' })
}

it('begins with an empty project and two files', async () => {
  const { page } = window
  await editor.press('Control+KeyN')
  await editor.dialog('Projects').waitFor()
  await tabTo("New project's name")
  await editor.press('Control+KeyA')
  await type('By keyboard')
  await tabTo('Frame rate')
  await choose('24 fps')
  await tabTo('Picture size')
  await choose('1280×720')
  await tabTo('Create project')
  await editor.press('Enter')
  await editor.dialog('Projects').waitFor({ state: 'detached' })
  await editor.shows(() => editor.cut('V1', 'A1')).toEqual({ V1: [], A1: [] })
  await editor.press('Control+KeyI')
  await editor
    .shows(() => page.getByRole('listbox', { name: 'Assets' }).getByRole('option').count())
    .toBe(2)
  film = new Film(editor, await kept(page))
  const { rate, width, height } = film.timeline
  expect({ rate, width, height }).toEqual({ rate: rational(24), width: 1280, height: 720 })
})

it('lays both down one behind the other', async () => {
  for (const name of ['numbered-a', 'numbered-b']) {
    await film.step(async () => {
      await tabTo(new RegExp(`^${name}, `))
      await editor.press('Enter')
      await window.page.getByRole('img', { name: `Source monitor, ${name}` }).waitFor()
      await editor.press('Shift+KeyE')
    }, film.appended(name))
  }
  await tabTo('Back to the program')
  await editor.press('Enter')
  await editor.press('Backslash')
})

it('cuts them into six', async () => {
  await editor.press('Control+Shift+KeyA')
  for (const frame of [60, 120, 180, 360]) {
    await goTo(frame)
    await film.step(
      () => editor.press('Control+KeyK'),
      after(film.project, 'clips.split', { timelineId: film.timeline.id, frame, linked: true }),
    )
  }
  expect((await editor.cut('V1')).V1?.length).toBe(6)
})

it('ripples, rolls and slips', async () => {
  await goTo(48)
  await film.step(
    () => editor.press('KeyW'),
    after(film.project, 'clip.trim', {
      ...{ itemId: film.id(0), edge: 'end', delta: -12, ripple: true, linked: true },
    }),
  )
  await goTo(114)
  const point = { leftId: film.id(1), rightId: film.id(2), linked: true }
  await film.step(
    () => editor.press('KeyE'),
    after(film.project, 'clips.roll', { ...point, delta: 6 }),
  )
  await selectHere()
  await film.step(
    () => editor.press('Control+Alt+ArrowRight'),
    after(film.project, 'clip.slip', { itemId: film.id(2), delta: 1, linked: true }),
  )
})

it('lays a dissolve on the cut at the playhead and makes it longer', async () => {
  await editor.press('Control+Shift+KeyA')
  await film.step(
    () => editor.press('Control+KeyD'),
    after(film.project, 'transitions.add', {
      cuts: [{ from: film.id(1), to: film.id(2) }],
      linked: true,
    }),
  )
  const laid = film.project.transitions.values().find(({ style }) => style.kind === 'dissolve')
  if (!laid) throw new Error('There is no dissolve')
  await editor.press('Alt+KeyT')
  await editor.shows(focused).toMatch(/^Dissolve from/)
  await film.step(
    () => editor.press('Alt+ArrowUp'),
    after(film.project, 'transition.set', {
      transitionId: laid.id,
      patch: { before: laid.before + 1, after: laid.after + 1 },
    }),
  )
})

it('slows a clip down', async () => {
  await goTo(film.clip(4).start)
  await selectHere()
  await film.step(
    async () => {
      await editor.press('Control+KeyR')
      await editor.dialog('Speed and duration').waitFor()
      await tabTo('Speed in percent')
      await editor.press('Control+KeyA')
      await type('50')
      await editor.press('Enter')
      await editor.dialog('Speed and duration').waitFor({ state: 'detached' })
    },
    after(film.project, 'clip.retime', {
      ...{ itemId: film.id(4), speed: rational(1, 2), ripple: true },
    }),
  )
})

it('fades a clip in up to the playhead and turns its sound down', async () => {
  await editor.press('Control+Shift+KeyA')
  await goTo(10)
  await film.step(
    () => editor.press('Alt+KeyD'),
    after(film.project, 'clip.fade', { itemId: film.id(0), fadeIn: 10 }),
  )
  await selectHere()
  await tabTo(/^Shot$/)
  await along('ArrowRight', 'Transform', 'Effects', 'Sound')
  const itemId: ItemId = clipAt(film.project, 'A1', 0).item.id
  await film.step(
    async () => {
      await tabTo('Volume')
      await editor.press('Control+KeyA')
      await type('-6')
      await editor.press('Enter')
    },
    after(film.project, 'property.set', { itemId, property: 'volume', value: -6 }),
  )
})

it('animates the scale with three keyframes and moves the middle one', async () => {
  const itemId = film.id(0)
  const scale = { itemId, property: 'scale' } as const
  await goTo(0)
  await film.step(
    () => editor.press('Control+Alt+KeyK'),
    after(film.project, 'keyframe.add', { ...scale, frame: 0 }),
  )
  await tabTo(/^Sound$/)
  await along('ArrowLeft', 'Effects', 'Transform')
  for (const [frame, percent] of [
    [24, 150],
    [47, 100],
  ] as const) {
    await goTo(frame)
    await film.step(
      async () => {
        await tabTo('Scale')
        await editor.press('Control+KeyA')
        await type(String(percent))
        await editor.press('Enter')
      },
      after(film.project, 'property.set', { ...scale, value: percent / 100, frame }),
    )
  }
  const middle = film.clip(0).item.picture.scale.keyframes[1]
  if (!middle) throw new Error('There is no keyframe in the middle')
  await selectHere()
  await editor.press('Control+Alt+KeyL')
  await editor.row('Scale of numbered-a').waitFor({ state: 'detached' })
  await editor.press('Control+Alt+KeyL')
  await editor.row('Scale of numbered-a').waitFor()
  await editor.press('ArrowDown')
  await editor.shows(focused).toMatch(/^Scale keyframe at 00:00:00:00/)
  await editor.press('ArrowRight')
  await editor.shows(focused).toMatch(/^Scale keyframe at 00:00:01:00/)
  await editor.press('Enter')
  await film.step(
    () => editor.press('Alt+Shift+ArrowRight'),
    after(film.project, 'keyframes.move', {
      itemId,
      moves: [{ property: 'scale', keyframeId: middle.id, frame: 29 }],
    }),
  )
})

it('pins five pictures to a shot and moves one across another', async () => {
  const end = film.clip(5).end
  await goTo(end)
  await command('pinned pictures')
  const shot = await film.shotMade(end, 'numbered-b')
  await tabTo('Timeline')
  await editor.press('Enter')
  await editor.shows(focused).toMatch(/ to /)
  await editor.press('ArrowDown')
  await editor.shows(focused).toBe('Pin at index 0')
  for (const index of [24, 48, 72, 96, 108]) {
    await goTo(end + index)
    await film.step(() => editor.press('Control+Alt+KeyK'), film.withPin(shot, index, 'numbered-b'))
  }
  const moved = film.pinAt(shot, 48)
  await tabTo('Timeline')
  await editor.press('Enter')
  await editor.shows(focused).toMatch(/ to /)
  await editor.press('ArrowDown')
  await editor.shows(focused).toBe('Pin at index 0')
  for (const index of [24, 48]) {
    await editor.press('ArrowRight')
    await editor.shows(focused).toBe(`Pin at index ${index}`)
  }
  await editor.press('Enter')
  for (const index of [53, 58, 63, 68, 73]) {
    await film.step(
      () => editor.press('Alt+Shift+ArrowRight'),
      after(film.project, 'pins.move', { moves: [{ pinId: moved.id, index }] }),
    )
  }
})

it('undoes all of it to the start and redoes it to the end, step by step', async () => {
  await film.thereAndBack()
  expect(window.faults).toEqual([])
})
