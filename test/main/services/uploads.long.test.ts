/** What was uploaded for takes: shared, kept account of, and deleted at the service when a person wants it. */
import { randomUUID } from 'node:crypto'
import { copyFile } from 'node:fs/promises'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { MediaError } from '../../../main/media/MediaEngine.ts'
import { memorySecrets, type Secrets } from '../../../main/services/Secrets.ts'
import { command } from '../../../shared/commands/registry.ts'
import type { JobId, PinId, ProjectId, ShotId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { rational } from '../../../shared/time/rational.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { type RunwareDouble, startRunwareDouble } from '../../fakes/runwareDouble.ts'
import { makeNumberedClip } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const KEY = 'rw-test-0123456789'
/** 360p, 5 s. */
const PRICE = 600_000
const PATIENCE = 60_000
const SLOW = { timeout: 4 * PATIENCE }

const film = { width: 640, height: 360, rate: rational(24) }
beforeAll(async () => {
  await makeNumberedClip({ ...film, path: folder('clip.mp4'), frames: 72 })
  await makeNumberedClip({ ...film, path: folder('result.mp4'), frames: 120 })
})

/** Nobody looks at strips here. */
const unseen = async (): Promise<never> => {
  throw new MediaError(asWritten('Nobody looks at this.'), 'failed')
}
const mediaEngine = { ...createFfmpegEngine({}), filmstrip: unseen, peaks: unseen }
const startDouble = (): Promise<RunwareDouble> =>
  startRunwareDouble({
    key: KEY,
    makeResult: (_request, _source, out) => copyFile(folder('result.mp4'), out),
  })

let double: RunwareDouble
let isHeld = false
const wait = (_milliseconds: number, signal: AbortSignal): Promise<void> => {
  signal.throwIfAborted()
  if (!isHeld) return Promise.resolve()
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}

const open = new Set<Services>()
async function start(library: string, secrets: Secrets = memorySecrets(KEY)): Promise<Services> {
  const services = await compose({
    ...{ library: folder(library), secrets, mediaEngine, engineClock: { wait } },
    env: { KEYREEL_RUNWARE_URL: double.baseUrl },
  })
  services.queue.start()
  services.uploadKeeper.look()
  open.add(services)
  return services
}
async function close(services: Services): Promise<void> {
  open.delete(services)
  await services.close()
}
afterEach(async () => {
  isHeld = false
  for (const services of open) await close(services)
  await double.close()
})

const SHOT: Shot = {
  ...{ id: 'shot' as ShotId, name: 'Bridge', mode: 'pins', prompt: 'From one to the other.' },
  ...{ length: 5, resolution: '360p', aspect: '16:9', loop: false, hdr: false, exrExport: false },
}

/** A shot with two pinned pictures. */
async function scene(library: string) {
  double = await startDouble()
  const services = await start(library)
  const { assets } = await services.media.importPaths([folder('clip.mp4')])
  const [asset] = assets
  if (!asset) throw new Error('The clip was not imported')
  const format = { rate: rational(24), width: 1280, height: 720 }
  const projectId = settingsOf(services.projects.create('Scene', format).project).id
  const pins = [
    { index: 0, frame: 10 },
    { index: 120, frame: 60 },
  ].map(({ index, frame }) => ({
    ...{ id: `pin-${index}` as PinId, shotId: SHOT.id, index },
    picture: { assetId: asset.id, time: rational(frame, 24) },
  }))
  for (const step of [
    command('assets.add', { assets: [asset] }, randomUUID()),
    command('shot.create', { shot: SHOT, pins }, randomUUID()),
  ]) {
    services.projects.dispatch(
      projectId,
      services.projects.present(projectId).head.revisionId,
      step,
    )
  }
  return { services, projectId }
}

const pay = ({ shots }: Services, projectId: ProjectId): JobId =>
  shots.generate(projectId, SHOT.id, 'runware', PRICE, { isAnother: true })

const becomes = (services: Services, id: JobId, status: string): Promise<void> =>
  expect.poll(() => services.store.jobs.find(id)?.state.status, { timeout: PATIENCE }).toBe(status)

/** A take that has come, and whatever is deleted after it. */
async function take(services: Services, projectId: ProjectId): Promise<JobId> {
  const job = pay(services, projectId)
  await becomes(services, job, 'done')
  await services.uploadKeeper.settled()
  return job
}

const wish = ({ store }: Services, isWanted: boolean): void =>
  store.preferences.write('deleteUploads', isWanted)

const uploaded = (): string[] => double.books.uploads.map(({ mediaUUID }) => mediaUUID)
const deleted = (): string[] => [...double.books.deleted]

describe('without the wish', SLOW, () => {
  it('two takes share their uploads, and nothing is deleted, at the next start neither', async () => {
    const { services, projectId } = await scene('kept')
    await take(services, projectId)
    await take(services, projectId)
    expect([uploaded().length, deleted()]).toEqual([2, []])
    expect(await services.uploadKeeper.counts()).toEqual({ stored: 2, needed: 0, elsewhere: 0 })
    await close(services)
    const again = await start('kept')
    await take(again, projectId)
    expect([uploaded().length, deleted()]).toEqual([2, []])
  })

  it('they are deleted at once when they are asked to be, and it is said what came of it', async () => {
    const { services, projectId } = await scene('now')
    const { uploadKeeper } = services
    const now = () => uploadKeeper.deleteNow()
    expect(await now()).toEqual(say('service:uploadsNone'))
    await take(services, projectId)
    expect(await now()).toEqual(say('service:uploadsDeleted', { count: 2 }))
    expect(deleted().sort()).toEqual(uploaded().sort())
    expect(await uploadKeeper.counts()).toEqual({ stored: 0, needed: 0, elsewhere: 0 })
  })

  it('what a task still needs stays when all is to go', async () => {
    const { services, projectId } = await scene('needed')
    isHeld = true
    const job = pay(services, projectId)
    await expect.poll(() => double.books.billed.length, { timeout: PATIENCE }).toBe(1)
    const { uploadKeeper } = services
    const said = await uploadKeeper.deleteNow()
    expect(said).toEqual(say('service:uploadsNeeded', { count: 2 }))
    wish(services, true)
    expect(await uploadKeeper.deleteNow()).toEqual(say('service:uploadsDeletedLater', { count: 2 }))
    expect(deleted()).toEqual([])
    services.queue.cancel(job)
    await becomes(services, job, 'cancelled')
  })

  it('what one request uploaded can be made to go alone', async () => {
    const { services, projectId } = await scene('one')
    const job = await take(services, projectId)
    services.uploadKeeper.leaveOf([job])
    await services.uploadKeeper.settled()
    expect(deleted().sort()).toEqual(uploaded().sort())
  })

  it('of another key they are counted apart and left alone', async () => {
    const { services, projectId } = await scene('elsewhere')
    await take(services, projectId)
    await close(services)
    const other = await start('elsewhere', memorySecrets('rw-other-0123456789'))
    expect(await other.uploadKeeper.counts()).toEqual({ stored: 0, needed: 0, elsewhere: 2 })
    expect(await other.uploadKeeper.deleteNow()).toEqual(
      say('service:uploadsElsewhere', { count: 2 }),
    )
    expect(double.calls.filter((call) => call === 'mediaStorage')).toHaveLength(2)
  })
})

describe('with the wish', SLOW, () => {
  it('they go after the last task, not before, and a task that is no longer waited for counts', async () => {
    const { services, projectId } = await scene('last')
    wish(services, true)
    isHeld = true
    const first = pay(services, projectId)
    await expect.poll(() => double.books.billed.length, { timeout: PATIENCE }).toBe(1)
    services.queue.cancel(first)
    await becomes(services, first, 'cancelled')
    isHeld = false
    await take(services, projectId)
    expect([uploaded().length, deleted()]).toEqual([2, []])
    expect(await services.uploadKeeper.counts()).toEqual({ stored: 2, needed: 2, elsewhere: 0 })
    services.queue.retry(first)
    await becomes(services, first, 'done')
    await services.uploadKeeper.settled()
    expect(deleted().sort()).toEqual(uploaded().sort())
    expect([services.store.uploads.all(), double.books.starved]).toEqual([[], []])
  })

  it('a deletion that fails is noted, is not reused, and is tried again after the next take', async () => {
    const { services, projectId } = await scene('failing')
    wish(services, true)
    double.faults.add({ kind: 'deletionFails', times: 8 })
    await take(services, projectId)
    expect(deleted()).toEqual([])
    expect(services.store.uploads.all()).toMatchObject([
      { state: 'leaving', isNeeded: false },
      { state: 'leaving', isNeeded: false },
    ])
    // Also when nobody wishes it any more: it was to go.
    wish(services, false)
    await take(services, projectId)
    expect(uploaded()).toHaveLength(4)
    expect(deleted().sort()).toEqual(uploaded().slice(0, 2).sort())
  })

  it('and at the next start, as soon as there is a key', async () => {
    const { services, projectId } = await scene('start')
    wish(services, true)
    double.faults.add({ kind: 'deletionFails', times: 8 })
    await take(services, projectId)
    await close(services)
    const again = await start('start', memorySecrets())
    await again.uploadKeeper.settled()
    expect(deleted()).toEqual([])
    expect(await again.uploadKeeper.counts()).toEqual({ stored: 0, needed: 0, elsewhere: 2 })
    await again.runware.setKey(KEY, false)
    await again.uploadKeeper.settled()
    expect(deleted().sort()).toEqual(uploaded().sort())
    expect(again.store.uploads.all()).toEqual([])
  })

  it('what is gone already counts as deleted', async () => {
    const { services, projectId } = await scene('gone')
    await take(services, projectId)
    const { signal } = new AbortController()
    for (const medium of uploaded()) await services.inquiry.forget(medium, signal)
    expect(await services.uploadKeeper.deleteNow()).toEqual(
      say('service:uploadsDeleted', { count: 2 }),
    )
    expect(services.store.uploads.all()).toEqual([])
  })

  it('a service that cannot be reached fails no job', async () => {
    const { services, projectId } = await scene('offline')
    await take(services, projectId)
    await double.close()
    const said = await services.uploadKeeper.deleteNow()
    expect(said).toEqual(
      say('service:uploadsFailed', { count: 2, why: say('engine:connectionFailure') }),
    )
    double = await startDouble()
  })
})

describe('a task that was refused for an upload that is gone', SLOW, () => {
  const books = ({ store }: Services, projectId: ProjectId) =>
    store.ledger.ofProject(projectId).map(({ kind, taskUUID }) => [kind, taskUUID])

  it('goes on under another number with what was promised for it, and is found by its first', async () => {
    const { services, projectId } = await scene('refused')
    await take(services, projectId)
    const [first] = double.books.billed
    double.faults.add({ kind: 'forgetsMedia' }, { kind: 'reservesRefused' })
    const job = await take(services, projectId)
    const [, second] = double.books.billed
    const entries = books(services, projectId).slice(3)
    const refused = entries[0]?.[1] ?? ''
    expect(entries).toEqual([
      ['quote', refused],
      ['reservation', refused],
      ['release', refused],
      ['quote', second?.taskUUID],
      ['reservation', second?.taskUUID],
      ['settlement', second?.taskUUID],
    ])
    expect(refused).not.toBe(second?.taskUUID)
    expect(services.money.standing(projectId)).toMatchObject({ reserved: 0, settled: 2 * PRICE })
    expect([double.books.billed.length, first?.taskUUID]).toEqual([2, expect.any(String)])
    const [, made] = services.shots.takes(projectId, SHOT.id)
    const { recipe = '' } = made ?? {}
    expect(services.requests.historyOf(refused, recipe, 'runware')).toMatchObject({
      ...{ state: 'done', jobId: job },
    })
  })

  it('and closes the books of that number when it fails', async () => {
    const { services, projectId } = await scene('refusedFails')
    await take(services, projectId)
    double.faults.add(
      { kind: 'forgetsMedia' },
      { kind: 'jobFails', shape: 'item', code: 'taskFailed', message: 'No.' },
    )
    const job = pay(services, projectId)
    await becomes(services, job, 'failed')
    expect(
      books(services, projectId)
        .slice(3)
        .map(([kind]) => kind),
    ).toEqual([...['quote', 'reservation', 'release', 'quote', 'reservation', 'release']])
    expect(services.money.standing(projectId)).toMatchObject({ reserved: 0, settled: PRICE })
    expect(() => services.queue.retry(job)).toThrow(/cannot be repeated/)
  })
})
