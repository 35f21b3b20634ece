/**
 * What is made rather than recorded, and what is done to pictures: titles, captions, effects, blend modes, transitions and
 * nested timelines by menus, panels and drags, each one change of the document; and what the panels say to those who do
 * not see them.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { CommandType, PayloadOf } from '../../shared/commands/registry.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { DEFAULT_EFFECTS } from '../../shared/model/effect.ts'
import { defaultTitle } from '../../shared/model/generator.ts'
import type { TrackId } from '../../shared/model/ids.ts'
import { settingsOf, timelineOf, tracksOf } from '../../shared/model/select.ts'
import { axe } from './harness/axe.ts'
import { after, clipAt, kept } from './harness/document.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'
import { named } from './harness/named.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor
let before: Output<'project:open'>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-making-'))
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
})

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  await editor.press('KeyV', 'Control+Shift+KeyA')
  before = await kept(window.page)
})

const timeline = () => timelineOf(before.project, settingsOf(before.project).timelineId)
const rate = () => timeline().rate.num / timeline().rate.den

/** The document is what the command makes of the one before; it stays. */
async function expectOne<T extends CommandType>(type: T, payload: PayloadOf<T>): Promise<void> {
  const wanted = after(before.project, type, payload)
  await editor
    .shows(async () => named((await kept(window.page)).project, before.project))
    .toEqual(named(wanted, before.project))
  before = await kept(window.page)
}

it('lays a title above everything and writes it in the inspector', async () => {
  const { page } = window
  await editor.press('Home', 'Control+KeyT')
  const content = defaultTitle('Title')
  const tracks = tracksOf(before.project, timeline()).filter(({ kind }) => kind === 'picture')
  const taken = tracks.findLastIndex((track) =>
    track.items.some((id, order) => order === 0 && before.project.items.get(id)?.kind === 'clip'),
  )
  const free = tracks[taken + 1]
  if (!free) throw new Error('The sample has no free picture track')
  await expectOne('generators.place', {
    ...{ timelineId: timeline().id, trackId: free.id, mode: 'overwrite', frame: 0 },
    clips: [{ content, offset: 0, duration: Math.round(5 * rate()) }],
    wordless: 'Title',
  })
  const { item } = clipAt(before.project, free.name, 0)
  const words = page.getByRole('textbox', { name: 'Text' })
  await words.fill('Two lines\nof words')
  await words.press('Control+Enter')
  const text = { ...content, text: 'Two lines\nof words' }
  await expectOne('generator.set', { itemId: item.id, content: text, wordless: 'Title' })
  await page.getByRole('checkbox', { name: 'Box behind the text' }).check()
  const boxed = { ...text, background: { color: '#000000', opacity: 0.6 } }
  await expectOne('generator.set', { itemId: item.id, content: boxed, wordless: 'Title' })
  await window.screenshot('making-1-title')
  expect(await axe(editor)).toEqual([])
})

it('adds an effect, bends its curve, keys a value and lets it come first', async () => {
  const { page } = window
  const { item } = clipAt(before.project, 'V1', 1)
  await editor.clip('V1', item.name).click()
  await editor.menu('Effects', 'Add grade')
  await expectOne('effect.add', { itemId: item.id, kind: 'grade' })
  const grade = clipAt(before.project, 'V1', 1).item.effects?.[0]
  if (grade?.kind !== 'grade') throw new Error('There is no grade')
  expect(grade).toEqual({ ...DEFAULT_EFFECTS.grade(), id: grade.id })
  await page.getByRole('button', { name: 'Point of the All curve at 0 %, 0 %' }).press('ArrowUp')
  await expectOne('effect.set', {
    ...{ itemId: item.id, effectId: grade.id },
    patch: {
      curves: {
        master: [
          { input: 0, output: 0.01 },
          { input: 1, output: 1 },
        ],
      },
    },
  })
  await page.getByLabel('Add an effect').selectOption('Blur')
  await expectOne('effect.add', { itemId: item.id, kind: 'blur' })
  const blur = clipAt(before.project, 'V1', 1).item.effects?.[1]
  if (!blur) throw new Error('There is no blur')
  await page.getByRole('button', { name: 'Move Blur up' }).click()
  await expectOne('effect.move', { itemId: item.id, effectId: blur.id, index: 0 })
  const radius = page.getByRole('textbox', { name: 'Blur · Radius' })
  await radius.fill('4')
  await radius.press('Enter')
  await expectOne('property.set', {
    ...{ itemId: item.id, property: `effects.${blur.id}.radius`, value: 0.04 },
  })
  await page.getByRole('button', { name: 'Blur is on' }).click()
  await expectOne('effect.set', {
    ...{ itemId: item.id, effectId: blur.id, patch: { enabled: false } },
  })
  await window.screenshot('making-2-effects')
  expect(await axe(editor)).toEqual([])
  await page.getByRole('button', { name: 'Remove Blur' }).click()
  await expectOne('effect.remove', { itemId: item.id, effectId: blur.id })
  await page.getByRole('tab', { name: 'Transform' }).click()
  await page.getByLabel('Blend mode').selectOption('Screen')
  await expectOne('clips.blend', { itemIds: [item.id], blendMode: 'screen' })
})

it('says why a transition has no room, and lays another from the library', async () => {
  const { page } = window
  const [left, right] = [clipAt(before.project, 'V1', 0), clipAt(before.project, 'V1', 1)]
  const cell = await editor.box(editor.clip('V1', left.item.name))
  await page.getByRole('tab', { name: 'Effects' }).first().click()
  await editor.carry(page.getByRole('button', { name: 'Wipe' }), {
    x: cell.x + cell.width,
    y: cell.y + cell.height / 2,
  })
  await expectOne('transitions.add', {
    cuts: [{ from: left.item.id, to: right.item.id }],
    linked: true,
    style: { kind: 'wipe', angle: 0, softness: 0.05 },
  })
  const laid = before.project.transitions.values().find(({ style }) => style.kind === 'wipe')
  if (!laid) throw new Error('There is no wipe')
  const angle = page.getByRole('textbox', { name: 'Angle' })
  await angle.fill('90')
  await angle.press('Enter')
  await expectOne('transition.set', {
    transitionId: laid.id,
    patch: { style: { kind: 'wipe', angle: 90, softness: 0.05 } },
  })
  await window.screenshot('making-3-transition')
  expect(await axe(editor)).toEqual([])
  const length = page.getByRole('textbox', { name: 'After the cut' })
  await length.fill('9000')
  await length.press('Enter')
  await page
    .getByText(/^The transition can cover at most/)
    .first()
    .waitFor()
  await editor.press('Escape')
  await page.getByRole('gridcell', { name: /^Wipe from/ }).click()
  await editor.press('Delete')
  await expectOne('transitions.remove', { transitionIds: [laid.id] })
})

it('writes a caption on a track of its own', async () => {
  const { page } = window
  await editor.press('Home')
  await editor.menu('Effects', 'New caption')
  await editor
    .shows(async () => (await kept(page)).project.tracks.size)
    .toBe(before.project.tracks.size + 1)
  const now = await kept(page)
  const track = now.project.tracks.values().find(({ kind }) => kind === 'subtitle')
  const made = after(before.project, 'track.add', {
    ...{ timelineId: timeline().id, kind: 'subtitle', name: 'S1' },
  })
  const lane = made.tracks.values().find(({ kind }) => kind === 'subtitle')?.id as TrackId
  const wanted = after(made, 'generators.place', {
    ...{ timelineId: timeline().id, trackId: lane, mode: 'overwrite', frame: 0 },
    clips: [
      {
        content: { kind: 'caption', text: 'Caption' },
        ...{ offset: 0, duration: Math.round(3 * rate()) },
      },
    ],
    wordless: 'Caption',
  })
  expect(track?.name).toBe('S1')
  await editor
    .shows(async () => named((await kept(page)).project, before.project))
    .toEqual(named(wanted, before.project))
  await page.getByRole('textbox', { name: 'Text' }).fill('Spoken')
  await editor.press('Tab')
  before = now
  await expectOne('generator.set', {
    itemId: clipAt(now.project, 'S1', 0).item.id,
    content: { kind: 'caption', text: 'Spoken' },
    wordless: 'Caption',
  })
})

it('nests clips, goes in and comes back', async () => {
  const { page } = window
  const { item } = clipAt(before.project, 'V1', 1)
  await editor
    .row('V1')
    .getByRole('gridcell', { name: new RegExp(`^${item.name},`) })
    .click()
  const selected = page.getByRole('gridcell', { selected: true })
  // With the sound that belongs to it.
  await editor.shows(() => selected.count()).toBe(2)
  const chosen = await selected.evaluateAll((cells) =>
    cells.map((cell) => (cell as HTMLElement).dataset.item),
  )
  await editor.menu('Clip', 'Nest clips')
  await expectOne('clips.nest', {
    itemIds: chosen as never,
    name: 'Nested 1',
    linked: true,
  })
  await editor.clip('V1', 'Nested 1').dblclick()
  const choice = page.getByLabel('Open timeline')
  await editor
    .shows(() =>
      choice.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text),
    )
    .toBe('Nested 1')
  await editor.shows(async () => (await editor.cut('V1')).V1?.length).toBe(1)
  await window.screenshot('making-4-nested')
  await page.getByRole('button', { name: /^Back to/ }).click()
  await editor.shows(async () => (await editor.cut('V1')).V1?.[1]).toMatch(/^Nested 1/)
  expect(await axe(editor)).toEqual([])
  expect(window.faults).toEqual([])
})

it('sets a keyframe where a lane is clicked twice', async () => {
  const { page } = window
  await editor.clip('V1', 'Bird').click()
  await page.getByRole('button', { name: 'Open the lanes of Bird' }).first().click()
  const lane = await editor.box(editor.row('Scale of Bird'))
  const bird = await editor.box(editor.row('V1').getByRole('gridcell', { name: /^Bird,/ }))
  await page.mouse.dblclick(bird.x + bird.width / 2, lane.y + lane.height / 4)
  await editor
    .shows(async () => clipAt((await kept(page)).project, 'V1', 2).item.picture.scale.keyframes)
    .toEqual([expect.objectContaining({ value: 1 })])
})
