/** From a shot in the document to a take in the cut: real files, a real store, the service as a double on loopback. */

import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import type { GenerationEngine } from '../../../main/engines/GenerationEngine.ts'
import { memorySecrets } from '../../../main/services/Secrets.ts'
import { type CommandType, command, type PayloadOf } from '../../../shared/commands/registry.ts'
import type { EventName } from '../../../shared/ipc/events.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { JobId, PinId, ProjectId, ShotId } from '../../../shared/model/ids.ts'
import { settingsOf, shotOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { rational } from '../../../shared/time/rational.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { type RunwareDouble, startRunwareDouble } from '../../fakes/runwareDouble.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const KEY = 'rw-test-0123456789'
let double: RunwareDouble
beforeAll(async () => {
  double = await startRunwareDouble({ key: KEY })
  await makeNumberedClip({
    ...{ path: folder('clip.mp4'), width: 640, height: 360, rate: rational(24), frames: 72 },
    sound: 'tone',
  })
  await makeNumberedClip({
    ...{ path: folder('short.mp4'), width: 320, height: 180, rate: rational(24), frames: 12 },
    sound: 'tone',
  })
})
afterAll(() => double.close())

/** A stand-in for the local engine: it notes what it was given and answers with a clip of the asked length. */
function notingEngine(seen: { numbers: number[][] }): GenerationEngine {
  return {
    name: 'local',
    isFree: true,
    async run({ request, inputs, workDir }, { onProgress }) {
      for (const file of inputs.values()) seen.numbers.push(await readNumbers(file))
      onProgress(0.5, asWritten('Half'))
      const video = join(workDir, 'result.mp4')
      const { width = 640, height = 360 } = request
      await makeNumberedClip({ ...{ path: video, width, height }, rate: rational(24), frames: 120 })
      return {
        result: {
          ...{ taskType: 'videoInference', taskUUID: request.taskUUID },
          ...{ videoUUID: randomUUID(), videoURL: `file://${video}`, cost: 0 },
        },
        ...{
          wire: request,
          video,
          extras: [],
          notes: [asWritten('Noted.')],
          method: asWritten('Noting'),
        },
      }
    },
  }
}

/** While it is true, nobody gets to the first poll; otherwise polls follow each other at once. */
let isHeld = false
const wait = (_milliseconds: number, signal: AbortSignal): Promise<void> => {
  signal.throwIfAborted()
  if (!isHeld) return Promise.resolve()
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}

const open: Services[] = []
const events: EventName[] = []
async function start(library: string, seen = { numbers: [] as number[][] }): Promise<Services> {
  const secrets = memorySecrets(KEY)
  const services = await compose({
    ...{ library, secrets, env: { KEYREEL_RUNWARE_URL: double.baseUrl } },
    announce: (name) => void events.push(name),
    engines: { local: notingEngine(seen) },
    engineClock: { wait },
  })
  services.queue.start()
  open.push(services)
  return services
}
afterEach(async () => {
  double.faults.clear()
  for (const services of open.splice(0)) await services.close()
})

interface Scene {
  readonly services: Services
  readonly projectId: ProjectId
  readonly asset: Asset
  readonly change: <T extends CommandType>(type: T, payload: PayloadOf<T>) => void
}

async function scene(
  library: string,
  seen?: { numbers: number[][] },
  file = 'short.mp4',
): Promise<Scene> {
  const services = await start(library, seen)
  const { assets } = await services.media.importPaths([folder(file)])
  const [asset] = assets
  if (!asset) throw new Error('The clip was not imported')
  const format = { rate: rational(24), width: 1280, height: 720 }
  const projectId = settingsOf(services.projects.create('Scene', format).project).id
  const change: Scene['change'] = (type, payload) => {
    const { revisionId } = services.projects.present(projectId).head
    services.projects.dispatch(projectId, revisionId, command(type, payload, randomUUID()))
  }
  change('assets.add', { assets: [asset] })
  return { services, projectId, asset, change }
}

const SHOT: Shot = {
  ...{ id: 'shot' as ShotId, name: 'Bridge', mode: 'pins', prompt: 'From one to the other.' },
  ...{ length: 5, resolution: '360p', aspect: '16:9', loop: false, hdr: false, exrExport: false },
}
const text: Shot = { ...SHOT, mode: 'text' }

const pinsOn = (asset: Asset) =>
  [
    { index: 0, frame: 10 },
    { index: 120, frame: 60 },
  ].map(({ index, frame }) => ({
    ...{ id: `pin-${index}` as PinId, shotId: SHOT.id, index },
    picture: { assetId: asset.id, time: rational(frame, 24) },
  }))

const statusOf = (services: Services, id: JobId) => services.store.jobs.find(id)?.state.status
const done = (services: Services, id: JobId) =>
  expect
    .poll(() => services.store.jobs.find(id)?.state, { timeout: 20_000 })
    .toMatchObject({
      status: 'done',
    })
const books = (services: Services, projectId: ProjectId) =>
  services.store.ledger.ofProject(projectId).map(({ kind, amount }) => [kind, amount])

describe('with a free engine', () => {
  it('a shot of pins becomes a take, is accepted, and all is there after a restart', async () => {
    const library = folder('pins')
    const seen = { numbers: [] as number[][] }
    const { services, projectId, asset, change } = await scene(library, seen, 'clip.mp4')
    change('shot.create', { shot: SHOT, pins: pinsOn(asset) })
    const quoted = services.shots.quote(projectId, SHOT.id, 'local')
    expect(quoted).toMatchObject({ quote: { amount: 0 }, unavailable: null })
    const job = services.shots.generate(projectId, SHOT.id, 'local', 0)
    await done(services, job)

    // The pinned pictures were the very frames.
    expect(seen.numbers).toEqual([[10], [60]])
    const [take] = services.shots.takes(projectId, SHOT.id)
    expect(take).toMatchObject({
      ...{
        number: 1,
        engine: 'local',
        method: asWritten('Noting'),
        cost: 0,
        notes: [asWritten('Noted.')],
      },
      asset: { name: 'Bridge take 1', origin: 'generated', info: { kind: 'video' } },
      request: {
        taskType: 'videoInference',
        inputs: { frameImages: [{ frame: 0 }, { frame: 120 }] },
      },
    })
    if (!take) throw new Error('There is no take')
    expect(await readNumbers(services.media.pathOf(take.asset.mediaKey))).toHaveLength(120)
    expect(events).toContain('take:arrived')
    expect(books(services, projectId)).toEqual([
      ['quote', 0],
      ['reservation', 0],
      ['settlement', 0],
    ])

    change('take.accept', { shotId: SHOT.id, take })
    const before = services.projects.present(projectId)
    await services.close()
    open.length = 0
    const again = await start(library)
    expect(again.projects.open(projectId)).toEqual(before)
    expect(shotOf(before.project, SHOT.id).takeId).toBe(take.id)
    expect(again.shots.takes(projectId, SHOT.id)).toEqual([take])
    const left = readdirSync(join(library, 'work')).filter((name) => name.startsWith(job))
    expect(left).toEqual([])
  })

  it('a transformation gets exactly the span it asked for, on the 24 fps grid', async () => {
    const seen = { numbers: [] as number[][] }
    const { services, projectId, asset, change } = await scene(folder('span'), seen, 'clip.mp4')
    const source = { assetId: asset.id, start: rational(12, 24), duration: rational(36, 24) }
    change('shot.create', { shot: { ...SHOT, mode: 'transform', source }, pins: [] })
    await done(services, services.shots.generate(projectId, SHOT.id, 'local', 0))
    expect(seen.numbers).toEqual([Array.from({ length: 36 }, (_, i) => 12 + i)])
  })

  it('posters, strips and peaks are made, and made again when the cache was emptied', async () => {
    const library = folder('prepared')
    const { services, asset } = await scene(library)
    const status = async () => (await services.media.status([asset.mediaKey]))[0]
    const ready = {
      ...{ mediaKey: asset.mediaKey, online: true },
      ...{ poster: 'ready', filmstrip: 'ready', peaks: 'ready', proxy: 'none' },
      filmstripTiles: { count: 12, tileWidth: 80, tileHeight: 45 },
      outline: { channels: 2, count: 205, isWhole: true },
    }
    await expect.poll(status, { timeout: 20_000 }).toEqual(ready)
    await rm(join(library, 'cache'), { recursive: true })
    expect(await status()).toMatchObject({ poster: 'queued', filmstrip: 'queued', peaks: 'queued' })
    await expect.poll(status, { timeout: 20_000 }).toEqual(ready)
    expect(await services.media.served('proxy', asset.mediaKey)).toBeUndefined()
    expect(await services.media.served('original', 'unknown')).toBeUndefined()
  })

  it('files that cannot be used are refused by name, the others come in', async () => {
    const { services } = await scene(folder('refused'))
    await mkdir(folder('empty'))
    const { assets, refused } = await services.media.importPaths([
      import.meta.filename,
      folder('none.mp4'),
      folder('clip.mp4'),
      folder('empty'),
    ])
    expect(assets.map(({ name }) => name)).toEqual(['clip'])
    expect(refused.map(({ name }) => name)).toEqual(['empty', 'generation.test.ts', 'none.mp4'])
  })
})

describe('with the paid engine', () => {
  const price = 600_000

  it('what it costs is reserved with the job and settled with the take', async () => {
    const { services, projectId, change } = await scene(folder('paid'))
    change('shot.create', { shot: text, pins: [] })
    expect(services.shots.quote(projectId, SHOT.id, 'runware').quote?.amount).toBe(price)
    expect(() => services.shots.generate(projectId, SHOT.id, 'runware', price - 1)).toThrow(
      /price changed from \$0\.059/,
    )
    const job = services.shots.generate(projectId, SHOT.id, 'runware', price)
    expect(services.store.ledger.totals(projectId)).toEqual({
      reserved: price,
      settled: 0,
      writtenOff: 0,
    })
    await done(services, job)
    expect(services.store.ledger.totals(projectId)).toEqual({
      reserved: 0,
      settled: price,
      writtenOff: 0,
    })
    const [take] = services.shots.takes(projectId, SHOT.id)
    expect(take).toMatchObject({ engine: 'runware', cost: price })
    expect(double.books.billed.at(-1)).toMatchObject({ cost: price })
  })

  /** A job that the service has taken on, and nobody has asked for its result yet. */
  async function submitted({ services, projectId, change }: Scene): Promise<JobId> {
    change('shot.create', { shot: text, pins: [] })
    isHeld = true
    const job = services.shots.generate(projectId, SHOT.id, 'runware', price)
    await expect
      .poll(() => services.store.jobs.find(job)?.checkpoint, { timeout: 10_000 })
      .toMatchObject({ stage: 'submitted' })
    return job
  }

  async function restarted(library: string): Promise<Services> {
    for (const services of open.splice(0)) await services.close()
    isHeld = false
    return start(library)
  }

  it('a job that was under way at quit arrives after the restart, and is billed once', async () => {
    const library = folder('restart')
    const billed = double.books.billed.length
    const before = await scene(library)
    const job = await submitted(before)
    const services = await restarted(library)
    await done(services, job)
    expect(double.books.billed).toHaveLength(billed + 1)
    expect(services.shots.takes(before.projectId, SHOT.id)).toHaveLength(1)
    expect(books(services, before.projectId).at(-1)).toEqual(['settlement', price])
  })

  it('to cancel a sent job is to stop waiting: it stays reserved, and its take can still arrive', async () => {
    const library = folder('waiting')
    const billed = double.books.billed.length
    const before = await scene(library)
    const job = await submitted(before)
    before.services.queue.cancel(job)
    await expect.poll(() => statusOf(before.services, job)).toBe('cancelled')
    expect(before.services.store.ledger.totals(before.projectId)).toEqual({
      ...{ reserved: price, settled: 0, writtenOff: 0 },
    })
    const services = await restarted(library)
    await done(services, job)
    expect(services.store.ledger.totals(before.projectId)).toEqual({
      reserved: 0,
      settled: price,
      writtenOff: 0,
    })
    expect(double.books.billed).toHaveLength(billed + 1)
  })

  it('a job cancelled before it was sent gives its money back', async () => {
    const library = folder('unsent')
    const { services, projectId, change } = await scene(library)
    change('shot.create', { shot: text, pins: [] })
    await services.queue.close()
    const job = services.shots.generate(projectId, SHOT.id, 'runware', price)
    services.queue.cancel(job)
    expect(books(services, projectId).at(-1)).toEqual(['release', price])
    expect(statusOf(await restarted(library), job)).toBe('cancelled')
  })

  it('a failure that is not billed gives the money back and says why', async () => {
    const { services, projectId, change } = await scene(folder('failing'))
    change('shot.create', { shot: text, pins: [] })
    double.faults.add({ kind: 'status', task: 'videoInference', status: 402 })
    const job = services.shots.generate(projectId, SHOT.id, 'runware', price)
    await expect
      .poll(() => services.store.jobs.find(job)?.state, { timeout: 10_000 })
      .toMatchObject({
        status: 'failed',
        message: expect.objectContaining({ key: expect.stringMatching(/^\w+:\w+$/) }),
      })
    expect(books(services, projectId).at(-1)).toEqual(['release', price])
    expect(services.shots.takes(projectId, SHOT.id)).toEqual([])
    expect(() => services.queue.retry(job)).toThrow(/Start it anew/)
  })

  it('a billed result that could not be fetched is fetched at the next start', async () => {
    const library = folder('unfetched')
    const before = await scene(library)
    before.change('shot.create', { shot: text, pins: [] })
    double.faults.add({ kind: 'notVideo', times: 50 })
    const job = before.services.shots.generate(before.projectId, SHOT.id, 'runware', price)
    await expect.poll(() => statusOf(before.services, job), { timeout: 20_000 }).toBe('failed')
    expect(before.services.store.ledger.totals(before.projectId).reserved).toBe(price)
    double.faults.clear()
    const services = await restarted(library)
    await done(services, job)
    expect(services.store.ledger.totals(before.projectId)).toEqual({
      reserved: 0,
      settled: price,
      writtenOff: 0,
    })
  })

  it('what breaks a rule, or has no key, is refused before anything is written', async () => {
    const { services, projectId, change } = await scene(folder('rules'))
    change('shot.create', { shot: { ...text, prompt: '' }, pins: [] })
    expect(() => services.shots.generate(projectId, SHOT.id, 'runware', price)).toThrow(
      expect.objectContaining({ code: 'refused' }),
    )
    await services.secrets.clearRunwareKey()
    expect(services.shots.quote(projectId, SHOT.id, 'runware').unavailable).toEqual(
      say('service:noKey'),
    )
    expect(books(services, projectId)).toEqual([])
  })
})
