/** The program is killed between what happens at the service and the book of uploads: nothing lies there unknown or twice. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { compose } from '../../../main/compose.ts'
import { openStore, type Store } from '../../../main/database/store.ts'
import { command } from '../../../shared/commands/registry.ts'
import type { PinId, ProjectId, ShotId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { rational } from '../../../shared/time/rational.ts'
import type { FaultSwitch } from '../../fakes/faults.ts'
import { type RunwareDouble, startRunwareDouble } from '../../fakes/runwareDouble.ts'
import { makeNumberedClip } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const KEY = 'rw-test-0123456789'
const SHOT = 'shot' as ShotId
const PATIENCE = 120_000

const film = { width: 640, height: 360, rate: rational(24) }
beforeAll(async () => {
  await makeNumberedClip({ ...film, path: folder('clip.mp4'), frames: 24 })
  await makeNumberedClip({ ...film, path: folder('result.mp4'), frames: 120 })
})

const children = new Set<ChildProcess>()
let double: RunwareDouble
let store: Store
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  store.close()
  await double.close()
})

/** A library with a shot that has one pinned picture. */
async function makeScene(library: string): Promise<ProjectId> {
  const { media, projects, close } = await compose({ library, env: {} })
  const { assets } = await media.importPaths([folder('clip.mp4')])
  const [asset] = assets
  if (!asset) throw new Error('The clip was not imported')
  const format = { rate: rational(24), width: 640, height: 360 }
  const id = settingsOf(projects.create('Scene', format).project).id
  const shot: Shot = {
    ...{ id: SHOT, name: 'Boat', mode: 'pins', prompt: 'A boat.', length: 5, resolution: '360p' },
    ...{ aspect: '16:9', loop: false, hdr: false, exrExport: false },
  }
  const picture = { assetId: asset.id, time: rational(1, 2) }
  const pin = { id: 'pin' as PinId, shotId: SHOT, index: 0, picture }
  for (const step of [
    command('assets.add', { assets: [asset] }, randomUUID()),
    command('shot.create', { shot, pins: [pin] }, randomUUID()),
  ]) {
    projects.dispatch(id, projects.present(id).head.revisionId, step)
  }
  await close()
  return id
}

async function scene(name: string, ...faults: FaultSwitch[]) {
  double = await startRunwareDouble({
    ...{ key: KEY, faults },
    makeResult: (_request, _source, out) => copyFile(folder('result.mp4'), out),
  })
  const library = folder(name)
  const projectId = await makeScene(library)
  store = openStore(join(library, 'keyreel.sqlite'))
  const start = (): ChildProcess => {
    const script = join(import.meta.dirname, 'payingProcess.ts')
    const child = spawn(process.execPath, [script, library, projectId, SHOT], {
      stdio: ['pipe', 'ignore', 'inherit'],
      env: { ...process.env, KEYREEL_RUNWARE_URL: double.baseUrl, KEYREEL_RUNWARE_KEY: KEY },
    })
    children.add(child)
    return child
  }
  return { projectId, start }
}

const pay = (child: ChildProcess): void => void child.stdin?.write('pay\n')

async function kill(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  expect(await closed).toEqual([null, 'SIGKILL'])
  children.delete(child)
}

const comes = (look: () => unknown, value: unknown): Promise<void> =>
  expect.poll(look, { timeout: PATIENCE }).toEqual(value)
const takes = (projectId: ProjectId) => store.takes.ofShot(projectId, SHOT).length

it('between an upload and the book: the next process finds it there', {
  timeout: 2 * PATIENCE,
}, async () => {
  const { projectId, start } = await scene('upload', { kind: 'holdReply', task: 'mediaStorage' })
  const first = start()
  pay(first)
  await comes(() => double.books.uploads.length, 1)
  expect(store.uploads.all()).toMatchObject([{ mediaUUID: undefined, isNeeded: true }])
  await kill(first)
  start()
  await comes(() => takes(projectId), 1)
  const { uploads, billed } = double.books
  expect([uploads.length, billed.length]).toEqual([1, 1])
  expect(store.uploads.all()).toMatchObject([
    { ...{ taskUUID: uploads[0]?.taskUUID, mediaUUID: uploads[0]?.mediaUUID }, state: 'stored' },
  ])
})

it('between a deletion at the service and in the book: it is deleted once and in no book', {
  timeout: 2 * PATIENCE,
}, async () => {
  const { projectId, start } = await scene('deletion', {
    ...{ kind: 'holdReply', task: 'mediaStorage', operation: 'delete' },
  })
  store.preferences.write('deleteUploads', true)
  const first = start()
  pay(first)
  await comes(() => double.books.deleted.length, 1)
  expect(store.uploads.all()).toMatchObject([{ state: 'leaving', isNeeded: false }])
  await kill(first)
  const second = start()
  await comes(() => store.uploads.all(), [])
  pay(second)
  await comes(() => [takes(projectId), store.uploads.all()], [2, []])
  const { uploads, billed, deleted, starved } = double.books
  expect([uploads.length, billed.length, deleted.length, starved]).toEqual([2, 2, 2, []])
  expect(store.integrity()).toBe('ok')
})
