/**
 * Journeys 1, 2 and 4 of the product in the real window, through what is visible on screen: cut, direct, deliver, with
 * the program closed and opened in between. Every clip's picture carries its number, so that the exported file itself
 * says which source frames it is made of.
 */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunwareDouble, startRunwareDouble } from '../fakes/runwareDouble.ts'
import { makeNumberedClip } from '../fixtures/numbered.ts'
import { eachOnTheLast } from './harness/eachOnTheLast.ts'
import { type Cut, Editor } from './harness/editor.ts'
import { expectTheCut } from './harness/journeyFile.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

const KEY = 'journey-key-0123456789'
const PROMPT = 'Vbyc: the numbers melt into each other, slowly'

let folder: string
let double: RunwareDouble
let window: KeyreelWindow
let editor: Editor
/** The cut as it read at the points to which the journey comes back. */
const remembered: Record<string, Cut> = {}

const file = (name: string): string => join(folder, name)

async function open(): Promise<void> {
  window = await launchKeyreel({
    library: file('library'),
    env: {
      KEYREEL_TEST_OPEN: JSON.stringify([file('numbered-a.mp4'), file('numbered-b.mp4')]),
      KEYREEL_TEST_SAVE: file('journey.mp4'),
      KEYREEL_RUNWARE_URL: double.baseUrl,
    },
  })
  editor = new Editor(window.page)
  await editor.ready()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-journey-'))
  await mkdir(file('double'))
  double = await startRunwareDouble({ key: KEY, folder: file('double') })
  await makeNumberedClip({
    ...{ path: file('numbered-a.mp4'), width: 1280, height: 720, frames: 240, sound: 'tone' },
    rate: { num: 24, den: 1 },
  })
  await makeNumberedClip({
    ...{ path: file('numbered-b.mp4'), width: 960, height: 540, frames: 250, startAt: 1000 },
    rate: { num: 25, den: 1 },
  })
  await open()
})

afterAll(async () => {
  await window?.close()
  await double?.close()
  await rm(folder, { recursive: true, force: true })
})

eachOnTheLast()

it('makes a project and imports both clips', async () => {
  const { page } = window
  await editor.menu('File', 'New project…')
  const projects = editor.dialog('Projects')
  await projects.getByLabel("New project's name").fill('Journey')
  await projects.getByLabel('Frame rate').selectOption('24 fps')
  await projects.getByLabel('Picture size').selectOption('1280×720')
  await projects.getByRole('button', { name: 'Create project' }).click()
  await projects.waitFor({ state: 'detached' })
  await editor
    .shows(() => editor.cut('V1', 'V2', 'A1', 'A2'))
    .toEqual({ V1: [], V2: [], A1: [], A2: [] })

  await page.getByRole('button', { name: 'Import media' }).first().click()
  const assets = page.getByRole('listbox', { name: 'Assets' }).getByRole('option')
  // Their pictures may still be in the making.
  await editor
    .shows(() =>
      assets.evaluateAll((all) =>
        all.map((one) => one.getAttribute('aria-label')?.replace(' preparing', '')),
      ),
    )
    .toEqual([
      'numbered-a, 00:00:10:00 · 1280×720 · 24 fps',
      'numbered-b, 00:00:10:00 · 960×540 · 25 fps',
    ])
})

it('places one by its menu and one by dragging', async () => {
  const { page } = window
  await page.getByRole('option', { name: /numbered-a/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Append to the end' }).click()
  const first = ['numbered-a, 00:00:00:00 to 00:00:10:00']
  await editor.shows(() => editor.cut('V1', 'A1')).toEqual({ V1: first, A1: first })

  await editor.press('Backslash')
  // Let go a few pixels behind the clip: the edge holds it.
  const clip = await editor.box(editor.clip('V1', 'numbered-a'))
  await editor.carry(page.getByRole('option', { name: /numbered-b/ }), {
    x: clip.x + clip.width + 4,
    y: clip.y + clip.height / 2,
  })
  await editor
    .shows(() => editor.cut('V1', 'A1'))
    .toEqual({
      V1: [...first, 'numbered-b, 00:00:10:00 to 00:00:20:00'],
      A1: first,
    })
  await editor.press('Backslash')
  await window.screenshot('journey-1-placed')
})

it('trims to exact frames with the pointer and with the playhead', async () => {
  const last = editor.clip('V1', 'numbered-b')
  const box = await editor.box(last)
  const frame = await editor.frameWidth(last, 240)
  await editor.drag({ x: box.x + box.width - 3, y: box.y + box.height / 2 }, { x: -48 * frame })
  await editor
    .shows(() => editor.cut('V1'))
    .toEqual({
      V1: ['numbered-a, 00:00:00:00 to 00:00:10:00', 'numbered-b, 00:00:10:00 to 00:00:18:00'],
    })
  // Nothing selected: Q and W take the topmost picture under the playhead.
  await editor.press('Control+Shift+KeyA')
  await editor.goTo('100', '00:00:01:00')
  await editor.press('KeyQ')
  await editor
    .shows(() => editor.cut('V1', 'A1'))
    .toEqual({
      V1: ['numbered-a, 00:00:00:00 to 00:00:09:00', 'numbered-b, 00:00:09:00 to 00:00:17:00'],
      A1: ['numbered-a, 00:00:00:00 to 00:00:09:00'],
    })
  await editor.goTo('8:00', '00:00:08:00')
  await editor.press('KeyW')
  await editor
    .shows(() => editor.cut('V1', 'A1'))
    .toEqual({
      V1: ['numbered-a, 00:00:00:00 to 00:00:08:00', 'numbered-b, 00:00:08:00 to 00:00:16:00'],
      A1: ['numbered-a, 00:00:00:00 to 00:00:08:00'],
    })
})

it('splits and deletes with a ripple', async () => {
  await editor.press('Control+Shift+KeyA')
  await editor.goTo('300', '00:00:03:00')
  await editor.press('Control+KeyK')
  await editor.goTo('+2:00', '00:00:05:00')
  await editor.press('Control+KeyK')
  await editor
    .shows(() => editor.cut('V1', 'A1'))
    .toEqual({
      V1: [
        'numbered-a, 00:00:00:00 to 00:00:03:00',
        'numbered-a, 00:00:03:00 to 00:00:05:00',
        'numbered-a, 00:00:05:00 to 00:00:08:00',
        'numbered-b, 00:00:08:00 to 00:00:16:00',
      ],
      A1: [
        'numbered-a, 00:00:00:00 to 00:00:03:00',
        'numbered-a, 00:00:03:00 to 00:00:05:00',
        'numbered-a, 00:00:05:00 to 00:00:08:00',
      ],
    })
  remembered.split = await editor.cut('V1', 'A1')

  await editor.clip('V1', 'numbered-a, 00:00:03:00').click()
  await editor.press('Shift+Delete')
  await editor
    .shows(() => editor.cut('V1', 'A1'))
    .toEqual({
      V1: [
        'numbered-a, 00:00:00:00 to 00:00:03:00',
        'numbered-a, 00:00:03:00 to 00:00:06:00',
        'numbered-b, 00:00:06:00 to 00:00:14:00',
      ],
      A1: ['numbered-a, 00:00:00:00 to 00:00:03:00', 'numbered-a, 00:00:03:00 to 00:00:06:00'],
    })
})

it('animates the scale in the inspector and drags a keyframe on its lane', async () => {
  const { page } = window
  await editor.press('Backslash')
  const clip = editor.clip('V1', 'numbered-a, 00:00:03:00')
  await clip.click()
  await page.getByRole('tab', { name: 'Transform' }).click()
  await editor.goTo('300', '00:00:03:00')
  await page.getByRole('button', { name: 'Add Scale keyframe' }).click()
  await page.getByRole('button', { name: 'Remove Scale keyframe' }).waitFor()
  await editor.goTo('500', '00:00:05:00')
  const scale = page.getByRole('textbox', { name: 'Scale', exact: true })
  await scale.fill('50')
  await scale.press('Enter')

  await clip.getByRole('button', { name: 'Open the lanes of numbered-a' }).click()
  const lane = editor.row('Scale of numbered-a')
  await lane.scrollIntoViewIfNeeded()
  const keyframes = (): Promise<(string | null)[]> =>
    lane
      .getByRole('button', { name: /^Scale keyframe at/ })
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  await editor
    .shows(keyframes)
    .toEqual(['Scale keyframe at 00:00:03:00, 100 %', 'Scale keyframe at 00:00:05:00, 50 %'])
  // The playhead stands on the keyframe and would hold it.
  await editor.press('Home')
  const second = await editor.box(lane.getByRole('button', { name: /00:00:05:00/ }))
  await editor.drag(
    { x: second.x + second.width / 2, y: second.y + second.height / 2 },
    { x: -12 * (await editor.frameWidth(clip, 72)) },
    { during: () => window.screenshot('journey-2-keyframe') },
  )
  await editor
    .shows(keyframes)
    .toEqual(['Scale keyframe at 00:00:03:00, 100 %', 'Scale keyframe at 00:00:04:12, 50 %'])
})

it('makes a shot from pins and drags one on its lane', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Close the lanes of numbered-a' }).click()
  await editor.press('Control+Shift+KeyA')
  await editor.goTo('600', '00:00:06:00')
  await editor.menu('Shot', 'New shot from pinned pictures')
  await editor
    .shows(() => editor.cut('V1'))
    .toEqual({
      V1: [
        'numbered-a, 00:00:00:00 to 00:00:03:00',
        'numbered-a, 00:00:03:00 to 00:00:06:00',
        'Shot 1, draft, 00:00:06:00 to 00:00:11:00',
        'numbered-b, 00:00:11:00 to 00:00:19:00',
      ],
    })
  await editor.press('Backslash')
  const lane = editor.row('Pins · Shot 1')
  await lane.scrollIntoViewIfNeeded()
  const pins = (): Promise<(string | null)[]> =>
    lane
      .getByRole('button', { name: /^Pin at/ })
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')).sort())
  await editor.shows(pins).toEqual(['Pin at index 0', 'Pin at index 120'])
  const frame = await editor.frameWidth(editor.clip('V1', 'Shot 1'), 120)
  const box = await editor.box(lane.getByRole('button', { name: 'Pin at index 120' }))
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }

  await editor.drag(
    middle,
    { x: -120 * frame },
    {
      during: async () => {
        await page
          .getByText(/^Two pins of "Shot 1" would be at index 0/)
          .first()
          .waitFor()
        await window.screenshot('journey-3-pin-refused')
      },
      isCancelled: true,
    },
  )
  await editor.shows(pins).toEqual(['Pin at index 0', 'Pin at index 120'])
  await editor.drag(middle, { x: -24 * frame })
  await editor.shows(pins).toEqual(['Pin at index 0', 'Pin at index 96'])
})

it('directs it and generates with the local engine', async () => {
  const { page } = window
  await page.getByRole('tab', { name: 'Shot' }).click()
  const prompt = page.getByRole('textbox', { name: 'Prompt' })
  await prompt.click()
  await page.keyboard.type(PROMPT)
  // Letters typed into a field are text, never tools.
  expect(await page.getByRole('button', { name: 'Select' }).getAttribute('aria-pressed')).toBe(
    'true',
  )
  const small = page.getByRole('radio', { name: '360p' })
  await small.click()
  await editor.shows(() => small.getAttribute('aria-checked')).toBe('true')
  await page.getByText('Free', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Generate' }).click()
  const takes = page.getByRole('list', { name: 'Takes' }).getByRole('listitem')
  const progress = page.getByRole('region', { name: 'Takes' }).getByRole('progressbar')
  await progress.waitFor()
  await editor.shows(() => editor.isSeen(progress)).toBe(true)
  await editor.shows(() => takes.count(), 240_000).toBe(1)
  const accept = page.getByRole('button', { name: 'Accept take 1' })
  await editor.shows(() => editor.isSeen(accept)).toBe(true)
  await window.screenshot('journey-4-take')
  await accept.click()
  await editor
    .shows(async () => (await editor.cut('V1')).V1?.[2])
    .toBe('Shot 1, in the cut, 00:00:06:00 to 00:00:11:00')
})

it('makes a second take with Ray3.2 for the price it showed', async () => {
  const { page } = window
  await editor.press('Control+Comma')
  const settings = editor.dialog('Settings')
  await settings.getByLabel('Runware API key').fill(KEY)
  await settings.getByRole('button', { name: 'Set key' }).click()
  await settings.getByText('The key is set.').waitFor()
  await settings.getByRole('button', { name: 'Check key and balance' }).click()
  await settings.getByText('The key works. The account holds $50.00.').waitFor()
  expect(await editor.overflowing('Settings')).toEqual([])
  await editor.closeDialog('Settings')

  await page.getByRole('radio', { name: 'Ray3.2 · Runware' }).click()
  // 5 s at 360p, by the published table.
  await page.getByText('$0.06', { exact: true }).waitFor()
  expect(double.books.billed).toEqual([])
  await page.getByRole('button', { name: 'Generate' }).click()
  const takes = page.getByRole('list', { name: 'Takes' }).getByRole('listitem')
  await editor.shows(() => takes.count(), 60_000).toBe(2)
  await editor
    .shows(() => page.getByRole('listitem', { name: 'Take 2' }).innerText())
    .toMatch(/candidate.*Ray3\.2.*\$0\.06/s)
  expect(
    double.books.billed.map(({ cost, request }) => ({
      cost,
      prompt: request.positivePrompt,
      duration: request.duration,
      indices: request.inputs?.frameImages?.map(({ frame }) => frame),
    })),
  ).toEqual([{ cost: 600_000, prompt: PROMPT, duration: 5, indices: [0, 96] }])
})

it('says what was uploaded for the take, and has it deleted there when that is wished', async () => {
  await editor.press('Control+Comma')
  const settings = editor.dialog('Settings')
  await settings
    .getByText('2 files that Keyreel uploaded for takes may still be stored at Runware.')
    .waitFor()
  expect(double.books.deleted).toEqual([])
  await settings
    .getByRole('checkbox', {
      name: 'Delete uploaded footage and pictures there once no take needs them',
    })
    .check()
  await settings.getByText('2 files were deleted at Runware.').waitFor()
  await settings.getByText('Nothing that Keyreel uploaded is stored at Runware.').waitFor()
  const now = settings.getByRole('button', { name: 'Delete them now' })
  await editor.shows(() => now.isEnabled()).toBe(false)
  expect(double.books.deleted.toSorted()).toEqual(
    double.books.uploads.map(({ mediaUUID }) => mediaUUID).toSorted(),
  )
  await window.screenshot('journey-4-uploads')
  expect(await editor.overflowing('Settings')).toEqual([])
  await editor.closeDialog('Settings')
})

it('compares the takes with a wipe and accepts the second', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Choose take 1 to compare' }).click()
  await page.getByRole('button', { name: 'Choose take 2 to compare' }).click()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  const viewer = page.getByRole('region', { name: 'Viewer' })
  await editor
    .shows(() => viewer.getByRole('radio', { name: 'Wipe' }).getAttribute('aria-checked'))
    .toBe('true')
  const wipe = viewer.getByRole('slider', { name: 'Wipe position' })
  const picture = await editor.box(viewer.getByRole('img', { name: 'Program monitor' }))
  const at = await editor.box(wipe)
  await editor.drag({ x: at.x + at.width / 2, y: at.y + at.height / 2 }, { x: -picture.width / 4 })
  await editor.shows(() => wipe.getAttribute('aria-valuenow')).toBe('25')
  await editor.painted(144)
  await window.screenshot('journey-5-wipe')
  await viewer.getByRole('button', { name: 'Accept take 2' }).click()
  await editor
    .shows(() => page.getByRole('listitem', { name: 'Take 2' }).innerText())
    .toContain('in the cut')

  await editor.press('Control+KeyJ')
  const jobs = editor.dialog('Jobs').getByRole('listitem')
  await editor.shows(() => jobs.filter({ hasText: /Generate Shot 1.*done/s }).count()).toBe(2)
  await window.screenshot('journey-6-jobs')
  expect(await editor.overflowing('Jobs')).toEqual([])
  await editor.closeDialog('Jobs')
  await editor.press('Control+Shift+KeyH')
  const changes = editor.dialog('History').getByRole('listitem')
  await editor
    .shows(async () => (await changes.first().innerText()).split('\n')[0])
    .toMatch(/take 2/)
  await window.screenshot('journey-7-history')
  expect(await editor.overflowing('History')).toEqual([])
  await editor.closeDialog('History')
  remembered.final = await editor.cut('V1', 'A1')
})

it('finds everything after closing the program, and nothing is paid again', async () => {
  const { books } = double
  expect(window.faults).toEqual([])
  await window.close()
  await open()
  const { page } = window
  await editor.shows(() => editor.cut('V1', 'A1')).toEqual(remembered.final)
  await editor.clip('V1', 'Shot 1').click()
  await page.getByRole('tab', { name: 'Shot' }).click()
  await editor.shows(() => page.getByRole('textbox', { name: 'Prompt' }).inputValue()).toBe(PROMPT)
  await editor
    .shows(() => page.getByRole('list', { name: 'Takes' }).getByRole('listitem').allInnerTexts())
    .toEqual([
      expect.stringMatching(/Take 2.*in the cut/s),
      expect.stringMatching(/Take 1.*earlier/s),
    ])
  await window.screenshot('journey-8-reopened')
  expect(double.books).toEqual(books)
})

it('undoes and redoes what was done before the program was closed', async () => {
  const { page } = window
  await editor.press('Control+KeyZ')
  await editor
    .shows(() => page.getByRole('listitem', { name: 'Take 1' }).innerText())
    .toContain('in the cut')
  // Accepting, the size, the prompt, the pin, the shot, three keyframe steps and the ripple delete.
  await editor.press(...Array<string>(9).fill('Control+KeyZ'))
  await editor.shows(() => editor.cut('V1', 'A1')).toEqual(remembered.split)
  await editor.press(...Array<string>(10).fill('Control+Shift+KeyZ'))
  await editor.shows(() => editor.cut('V1', 'A1')).toEqual(remembered.final)
  expect(double.books.billed.length).toBe(1)
})

it('exports what the cut says, and the file proves it', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = editor.dialog('Export')
  await dialog.getByText('00:00:19:00 · 456 frames').waitFor()
  await dialog.getByRole('button', { name: 'Choose where and export' }).click()
  await editor
    .shows(() => dialog.getByRole('region', { name: 'Export journey.mp4' }).innerText(), 180_000)
    .toMatch(/456 frames decoded, 19\.000 s, 1280x720 at 24 fps, h264 \+ aac 48000 Hz, -\d/)
  await window.screenshot('journey-9-exported')
  expect(await editor.overflowing('Export')).toEqual([])
  await editor.closeDialog('Export')

  const results = (await readdir(file('double'))).filter((name) => name.endsWith('.mp4'))
  expect(results.length).toBe(1)
  await expectTheCut(file('journey.mp4'), join(file('double'), String(results[0])))
  expect(window.faults).toEqual([])
})
