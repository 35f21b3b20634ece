/**
 * Everything a person can ask for, by whatever way: the palette, keys set anew, context menus, track headers and the
 * library. And what the window says to those who do not see it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import type { Project } from '../../shared/model/project.ts'
import { after, clipAt, kept } from './harness/document.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor
let before: Output<'project:open'>

async function open(): Promise<void> {
  window = await launchKeyreel({ library: join(folder, 'library') })
  editor = new Editor(window.page)
  await editor.ready()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-commands-'))
  await open()
  before = await kept(window.page)
})

afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const plain = (project: Project): unknown => JSON.parse(JSON.stringify(project))

/** The document as it is kept by now; afterwards everything is undone. */
async function expectDocument(wanted: Project, steps = 1): Promise<void> {
  const { page } = window
  await editor.shows(async () => plain((await kept(page)).project)).toEqual(plain(wanted))
  for (let step = 0; step < steps; step++) await editor.press('Control+KeyZ')
  await editor.shows(async () => (await kept(page)).head.revisionId).toBe(before.head.revisionId)
}

/** The palette, once it takes what is typed. */
async function openPalette(): Promise<Locator> {
  await editor.press('Control+Shift+KeyP')
  const palette = editor.dialog('Find a command')
  await palette.locator('input:focus').waitFor()
  return palette
}

const flowers = () => clipAt(before.project, 'V1', 1)

it('finds a command by its words and runs it with Enter', async () => {
  const { page } = window
  await editor.clip('V1', 'Flowers').click()
  const palette = await openPalette()
  await page.keyboard.type('disable')
  await editor
    .shows(() => palette.getByRole('option').allTextContents())
    .toEqual(['Enable or disable clipClipShift+D'])
  await editor.press('Enter')
  await palette.waitFor({ state: 'detached' })
  const pair = [flowers().item.id, clipAt(before.project, 'A1', 1).item.id]
  const wanted = pair.reduce(
    (project, itemId) => after(project, 'clip.set', { itemId, patch: { enabled: false } }),
    before.project,
  )
  await expectDocument(wanted)
})

it('lists every command with its menu and key', async () => {
  const options = (await openPalette()).getByRole('option')
  await editor.shows(() => options.count()).toBeGreaterThan(95)
  await editor.press('Escape')
})

it('takes a key set by hand, warns of a second owner, and remembers it', async () => {
  const { page } = window
  await editor.press('F1')
  const sheet = editor.dialog('Keyboard shortcuts')
  await sheet.getByRole('button', { name: /^Change the key of Split at playhead/ }).click()
  await editor.press('KeyV')
  await sheet.getByText('V is also: Selection tool').waitFor()
  await editor
    .shows(() => sheet.getByRole('alert').textContent())
    .toContain('1 key is wanted by two commands')
  await sheet.getByRole('button', { name: 'Take the key for Split at playhead alone' }).click()
  await sheet.getByRole('alert').waitFor({ state: 'detached' })
  await editor.closeDialog('Keyboard shortcuts')

  await window.close()
  await open()
  await editor.press('Control+Shift+KeyA')
  await editor.goTo('2:00', '00:00:02:00')
  await editor.press('KeyV')
  await editor
    .shows(async () => (await kept(window.page)).head.undoLabel)
    .toEqual(expect.objectContaining({ key: 'label:splitAtPlayhead' }))
  await editor.press('Control+KeyZ')
  await editor
    .shows(async () => (await kept(window.page)).head.revisionId)
    .toBe(before.head.revisionId)

  await editor.press('F1')
  await window.page.getByLabel('Keys as in').selectOption('DaVinci Resolve')
  await window.page.getByRole('button', { name: 'Undo my changes' }).click()
  await editor.closeDialog('Keyboard shortcuts')
  await editor.press('KeyB')
  const razor = window.page.getByRole('button', { name: 'Razor' })
  await editor.shows(() => razor.getAttribute('aria-pressed')).toBe('true')
  await editor.press('KeyA', 'F1')
  await window.page.getByLabel('Keys as in').selectOption('Premiere')
  await editor.closeDialog('Keyboard shortcuts')
  expect(page).not.toBe(window.page)
})

it('opens the menu of what lies under the pointer', async () => {
  const { page } = window
  await editor.clip('V1', 'Flowers').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Ripple delete' }).click()
  await expectDocument(
    after(before.project, 'clips.extract', {
      itemIds: [flowers().item.id, clipAt(before.project, 'A1', 1).item.id],
      linked: true,
    }),
  )
})

it('renames, mutes and draws a track higher, Esc gives the height back', async () => {
  const { page } = window
  const header = page.getByRole('rowheader', { name: 'A1', exact: true })
  await header.getByText('A1').dblclick()
  await page.getByRole('textbox', { name: 'Rename track' }).fill('Dialogue')
  await editor.press('Enter')
  const { track } = clipAt(before.project, 'A1', 0)
  await expectDocument(
    after(before.project, 'track.set', { trackId: track.id, patch: { name: 'Dialogue' } }),
  )
  await header.getByRole('button', { name: 'Mute A1' }).click()
  await expectDocument(
    after(before.project, 'track.set', { trackId: track.id, patch: { muted: true } }),
  )
  const row = editor.row('A1')
  const tall = await editor.box(row)
  await editor.drag(
    { x: tall.x + 40, y: tall.y + tall.height - 1 },
    { x: 0, y: 40 },
    { isCancelled: true },
  )
  await editor.shows(async () => (await editor.box(row)).height).toBe(tall.height)
  await editor.drag({ x: tall.x + 40, y: tall.y + tall.height - 1 }, { x: 0, y: 40 })
  await editor.shows(async () => (await editor.box(row)).height).toBe(tall.height + 40)
  await expectDocument(
    after(before.project, 'track.set', { trackId: track.id, patch: { height: tall.height + 40 } }),
  )
})

it('files assets in bins and keeps looks', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'New bin' }).click()
  await editor.shows(async () => (await kept(page)).project.bins.size).toBe(1)
  const [bin] = (await kept(page)).project.bins.values()
  const { name } = bin ?? { name: '' }
  const asset = page.getByRole('listbox', { name: 'Assets' }).getByRole('option')
  const target = await editor.box(page.getByRole('button', { name: new RegExp(`^${name}`) }))
  await editor.carry(asset, { x: target.x + target.width / 2, y: target.y + target.height / 2 })
  await editor.shows(() => asset.count()).toBe(0)
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await editor.shows(() => asset.count()).toBe(1)
  const [file] = before.project.assets.values()
  if (!bin || !file) throw new Error('The bin was not kept')
  await expectDocument(
    after(after(before.project, 'bin.put', { bin }), 'assets.file', {
      assetIds: [file.id],
      binId: bin.id,
    }),
    2,
  )

  await editor.clip('V1', 'Bridge').click()
  await page.getByRole('tab', { name: 'Looks' }).click()
  await page.getByRole('button', { name: 'Keep the selected shot as a look' }).click()
  await page.getByRole('button', { name: 'Apply Bridge to the selected shot' }).waitFor()
  await editor.shows(async () => (await kept(page)).project.looks.size).toBe(1)
  const [look] = (await kept(page)).project.looks.values()
  if (!look) throw new Error('The look was not kept')
  const [shot] = before.project.shots.values()
  expect([look.name, look.prompt]).toEqual([shot?.name, shot?.prompt])
  await expectDocument(after(before.project, 'look.put', { look }))
  await page.getByRole('tab', { name: 'Library' }).click()
})

it('turns the panels into drawers in the narrowest window', async () => {
  const { page } = window
  await window.resize(1024, 640)
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await inspector.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Show or hide the inspector' }).click()
  await inspector.waitFor()
  const widths = () =>
    Promise.all(
      ['Viewer', 'Timeline area'].map(
        async (name) => (await editor.box(page.getByRole('region', { name }))).width,
      ),
    )
  await editor.shows(widths).toEqual([1024, 1024])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024)
  await page.getByRole('tab', { name: 'Shot', exact: true }).press('Escape')
  await inspector.waitFor({ state: 'detached' })
  await window.resize(1440, 900)
})

it('tells the timeline as it stands to those who do not see it', async () => {
  const { page } = window
  await editor.press('Control+Shift+KeyA')
  const tree = await page.getByRole('treegrid', { name: 'Timeline' }).ariaSnapshot()
  expect(tree).toMatchInlineSnapshot(`
    "- treegrid "Timeline":
      - row "V2" [level=1]:
        - rowheader "V2":
          - text: V2
          - button "Hide V2": H
          - button "Lock V2": L
          - slider "Height of V2"
      - row "V1" [level=1]:
        - rowheader "V1":
          - text: V1
          - button "Hide V1": H
          - button "Lock V1": L
          - slider "Height of V1"
        - gridcell "Meadow, 00:00:00:00 to 00:00:05:00": Meadow
        - gridcell "Flowers, 00:00:05:00 to 00:00:08:12": Flowers
        - gridcell "Bird, 00:00:08:12 to 00:00:13:12": Bird
        - gridcell "Bridge, draft, 00:00:13:12 to 00:00:18:12": Bridge draft
      - row "A1" [level=1]:
        - rowheader "A1":
          - text: A1
          - button "Mute A1": M
          - button "Solo A1": S
          - button "Lock A1": L
          - slider "Height of A1"
        - gridcell "Meadow, 00:00:00:00 to 00:00:05:00": Meadow
        - gridcell "Flowers, 00:00:05:00 to 00:00:08:12": Flowers
        - gridcell "Bird, 00:00:08:12 to 00:00:13:12": Bird
      - row "A2" [level=1]:
        - rowheader "A2":
          - text: A2
          - button "Mute A2": M
          - button "Solo A2": S
          - button "Lock A2": L
          - slider "Height of A2""
  `)
})
