/**
 * What the window holds of pictures is what may be seen next, and no more: few decoded ones around the place, fewer when
 * nobody has moved for a while, none of a project that is not open.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compose } from '../../main/compose.ts'
import { idsFrom } from '../../shared/commands/Command.ts'
import { newProject } from '../../shared/model/newProject.ts'
import { settingsOf } from '../../shared/model/select.ts'
import { rational, ZERO } from '../../shared/time/rational.ts'
import { asWritten } from '../../shared/words/Said.ts'
import { makeNumberedClip } from '../fixtures/numbered.ts'
import { after } from './harness/document.ts'
import { Editor } from './harness/editor.ts'
import { type KeyreelWindow, launchKeyreel } from './harness/keyreelWindow.ts'
import { countOpenThings, openThings } from './harness/openThings.ts'

const RATE = 24
const FRAMES = 20 * RATE
const SIZE = { width: 640, height: 360, rate: rational(RATE) }

let folder: string
let window: KeyreelWindow
let editor: Editor

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-memory-'))
  const path = join(folder, 'film.mp4')
  // One key frame in ten seconds: a decoder comes by 120 pictures on the way to the fifth second.
  await makeNumberedClip({ path, ...SIZE, frames: FRAMES, extraArgs: ['-g', '240'] })
  const services = await compose({ library: join(folder, 'library'), env: process.env })
  const { assets } = await services.media.importPaths([path])
  const empty = newProject('Film', SIZE, idsFrom('film'))
  const [asset] = assets
  if (!asset) throw new Error('the film was refused')
  const project = after(after(empty, 'assets.add', { assets }), 'clips.place', {
    ...{ timelineId: settingsOf(empty).timelineId, mode: 'append', frame: 0 },
    media: [
      {
        source: { kind: 'asset', assetId: asset.id },
        ...{ name: 'film', sourceStart: ZERO, duration: FRAMES, picture: true, sound: false },
      },
    ],
  })
  services.projects.add(project, { isSample: false, label: asWritten('Film') })
  services.projects.open(settingsOf(project).id)
  await services.close()
  window = await launchKeyreel({ library: join(folder, 'library') })
  await countOpenThings(window.page)
  editor = new Editor(window.page)
  await editor.ready()
  await editor.prepared()
}, 400_000)
afterAll(async () => {
  await window?.close()
  await rm(folder, { recursive: true, force: true })
})

const pictures = async (): Promise<number> => (await openThings(window.page)).pictures
const decoders = async (): Promise<number> => (await openThings(window.page)).videoDecoders

it('keeps half a second to both sides of a place, with few pictures waiting in its decoders', async () => {
  await editor.goTo('00:00:05:00', '00:00:05:00')
  await editor.painted(5 * RATE)
  // Decoders at work close one after the other; the one that goes on from here stays.
  await editor.shows(decoders).toBe(1)
  await editor.shows(pictures).toBeGreaterThanOrEqual(RATE)
  expect(await pictures()).toBeLessThanOrEqual(2 * RATE)
})

it('lets go of everything when another project is open', async () => {
  await editor.menu('File', 'New project…')
  const projects = editor.dialog('Projects')
  await projects.getByLabel("New project's name").fill('Empty')
  await projects.getByRole('button', { name: 'Create project' }).click()
  await projects.waitFor({ state: 'detached' })
  await editor.shows(pictures).toBe(0)
  expect(await decoders()).toBe(0)
  expect(window.faults).toEqual([])
})
