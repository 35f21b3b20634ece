/** Bad input dropped on the library: each is told in a sentence, what is good beside it comes in, and nothing is lost. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeRenamedText, makeTruncated, makeWithoutSound } from '../fixtures/awkward.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'

let folder: string
let window: KeyreelWindow
let editor: Editor
const GOOD = 'فيلم 🎬 100%03d.mp4'
const at = (name: string): string => join(folder, name)

async function open(locale: string): Promise<void> {
  window = await launchKeyreel({
    library: at('library'),
    env: { LANG: locale, LC_ALL: locale },
  })
  editor = new Editor(window.page)
  await editor.ready()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-bad-input-'))
  await open('C.UTF-8')
  await writeFile(at('zero.mp4'), '')
  await makeRenamedText(at('text.mp4'))
  await makeTruncated(at('half.mp4'))
  execFileSync('mkfifo', [at('pipe.mp4')])
  await writeFile(at('list.m3u8'), '#EXTM3U\n#EXTINF:1,\npipe.mp4\n')
  await mkdir(at('empty'))
  await makeWithoutSound(at(GOOD))
}, 180_000)
afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

/** As a hand drops files that the system's file manager holds. */
async function drop(names: readonly string[]): Promise<void> {
  const { page } = window
  const target = await editor.box(page.getByRole('listbox', { name: 'Assets' }))
  const [x, y] = [target.x + target.width / 2, target.y + target.height / 2]
  const data = { items: [], files: names.map(at), dragOperationsMask: 1 }
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
  await session.detach()
}

it('says what is wrong with each file that was dropped, and takes the good one', async () => {
  const { page } = window
  const assets = page.getByRole('listbox', { name: 'Assets' }).getByRole('option')
  await editor.shows(() => assets.count()).toBe(1)
  const before = await editor.cut('V1', 'V2', 'A1')
  await drop([
    ...['zero.mp4', 'text.mp4', 'half.mp4', 'pipe.mp4', 'list.m3u8', 'empty', 'none.mp4'],
    GOOD,
  ])
  const told = page.getByRole('alert').getByRole('listitem')
  await editor
    .shows(() => told.allInnerTexts())
    .toEqual([
      'The folder "empty" holds no media.',
      '"zero.mp4" is empty (0 bytes).',
      '"text.mp4" is not a picture, video or sound that Keyreel can read.',
      '"half.mp4" is cut short: the index at its end is missing. Copy it again from its origin.',
      '"pipe.mp4" is a pipe or a device; only plain files can be opened.',
      '"list.m3u8" is an HLS playlist, which points to other files; import those files themselves.',
      '"none.mp4" is not there. Was it moved or renamed?',
    ])
  await page.getByRole('option', { name: /^فيلم 🎬 100%03d, / }).waitFor()
  await editor.shows(() => assets.count()).toBe(2)
  expect(await editor.cut('V1', 'V2', 'A1')).toEqual(before)
  await window.screenshot('bad-input-told')
})

it('takes the sentences away with the next import, and one undo takes back what came in', async () => {
  const { page } = window
  await drop(['zero.mp4'])
  const told = page.getByRole('alert').getByRole('listitem')
  await editor.shows(() => told.allInnerTexts()).toEqual(['"zero.mp4" is empty (0 bytes).'])
  await editor.menu('Edit', 'Undo')
  const assets = page.getByRole('listbox', { name: 'Assets' }).getByRole('option')
  await editor.shows(() => assets.count()).toBe(1)
  expect(window.faults).toEqual([])
})

it('says so where the system cannot tell where a dropped file lies', async () => {
  await window.close()
  await open('C')
  await drop([GOOD, 'zero.mp4'])
  const told = window.page.getByRole('alert').getByRole('listitem')
  await editor
    .shows(() => told.allInnerTexts())
    .toEqual([
      '"zero.mp4" is empty (0 bytes).',
      expect.stringMatching(/was dropped, but this system does not say where it lies/),
    ])
})
