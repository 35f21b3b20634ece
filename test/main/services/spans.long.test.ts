/** Footage longer than the model takes: real files, a real store, the service as a double on loopback that keeps the pictures' numbers. */

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { compose, type Services } from '../../../main/compose.ts'
import { joinPayloadSchema } from '../../../main/jobs/payloads.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { MediaError } from '../../../main/media/MediaEngine.ts'
import { memorySecrets } from '../../../main/services/Secrets.ts'
import { type CommandType, command, type PayloadOf } from '../../../shared/commands/registry.ts'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'
import type { JobId, PinId, ProjectId, ShotId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { staleSpans } from '../../../shared/model/staleSpans.ts'
import type { Take } from '../../../shared/model/take.ts'
import { rational } from '../../../shared/time/rational.ts'
import { asWritten } from '../../../shared/words/Said.ts'
import { makeSmall } from '../../fakes/resultMedia.ts'
import { type RunwareDouble, startRunwareDouble } from '../../fakes/runwareDouble.ts'
import { inspectMedia } from '../../fixtures/inspect.ts'
import { makeNumberedClip, readNumbers } from '../../fixtures/numbered.ts'
import { soundLag } from '../../fixtures/soundLag.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const folder = temporaryFolder()
const KEY = 'rw-test-0123456789'
/** 48 s, of which the shot uses 47. */
const LENGTH = 48 * 24
const FIRST = 12
const USED = 47 * 24
const EDIT_BLOCK = 5_400_000

let double: RunwareDouble
beforeAll(async () => {
  double = await startRunwareDouble({
    key: KEY,
    folder: folder('double'),
    makeResult: makeSmall(90),
  })
  const size = { width: 160, height: 90, rate: rational(24) }
  await Promise.all([
    makeNumberedClip({ path: folder('long.mp4'), ...size, frames: LENGTH, sound: 'beeps' }),
    makeNumberedClip({ path: folder('short.mp4'), ...size, frames: 19 * 24, sound: 'beeps' }),
  ])
}, 120_000)
afterAll(() => double.close())

/** Nobody looks at strips and peaks here. */
const unseen = async (): Promise<never> => {
  throw new MediaError(asWritten('Nobody looks at this.'), 'failed')
}
const mediaEngine = { ...createFfmpegEngine({}), filmstrip: unseen, peaks: unseen }

const open: Services[] = []
async function start(library: string): Promise<Services> {
  const services = await compose({
    ...{ library, mediaEngine, secrets: memorySecrets(KEY) },
    ...{ env: { KEYREEL_RUNWARE_URL: double.baseUrl } },
    engineClock: { wait: async (_milliseconds, signal) => signal.throwIfAborted() },
  })
  services.queue.start()
  open.push(services)
  return services
}
afterEach(async () => {
  double.faults.clear()
  for (const services of open.splice(0)) await services.close()
})

const SHOT: Shot = {
  ...{ id: 'shot' as ShotId, name: 'Meadow', mode: 'transform', prompt: 'In winter.' },
  ...{ length: 5, resolution: '360p', aspect: '16:9', loop: false, hdr: false, exrExport: false },
}

async function scene(library: string, file: string, shot: Partial<Shot> = {}) {
  const services = await start(library)
  const { assets } = await services.media.importPaths([folder(file)])
  const [asset] = assets
  if (!asset) throw new Error('The clip was not imported')
  const format = { rate: rational(24), width: 640, height: 360 }
  const projectId = settingsOf(services.projects.create('Scene', format).project).id
  const change = <T extends CommandType>(type: T, payload: PayloadOf<T>): void => {
    const { revisionId } = services.projects.present(projectId).head
    services.projects.dispatch(projectId, revisionId, command(type, payload, randomUUID()))
  }
  change('assets.add', { assets: [asset] })
  const frames = file === 'long.mp4' ? USED : 19 * 24
  const source = {
    ...{ assetId: asset.id, duration: rational(frames, 24) },
    start: rational(file === 'long.mp4' ? FIRST : 0, 24),
  }
  change('shot.create', { shot: { ...SHOT, source, ...shot }, pins: [] })
  return { services, projectId, asset, change }
}

const ended = (services: Services, id: JobId, status: string) =>
  expect
    .poll(() => services.store.jobs.find(id)?.state, { timeout: 120_000 })
    .toMatchObject({ status })

/** The jobs of a join's spans in order. */
const spansOf = (services: Services, join: JobId): JobId[] =>
  joinPayloadSchema
    .parse(services.store.jobs.find(join)?.payload)
    .spans.flatMap((source) => (source.kind === 'job' ? [source.jobId] : []))

/** How the spans and then the join stand. */
const jobsOf = (services: Services, join: JobId) =>
  [...spansOf(services, join), join].map((id) => services.store.jobs.find(id)?.state.status)

function takeOf(services: Services, jobId: JobId): Take {
  const take = services.requests.takeOf(jobId)
  if (!take) throw new Error('There is no take')
  return take
}
const numbersOf = (services: Services, take: Take) =>
  readNumbers(services.media.pathOf(take.asset.mediaKey))
const count = (from: number, length: number) => Array.from({ length }, (_, i) => from + i)
const billedSince = (before: number) =>
  double.books.billed.slice(before).map(({ request }) => request as VideoInferenceRequest)
const settled = (services: Services, projectId: ProjectId): number =>
  services.store.ledger.totals(projectId).settled

describe('47 s transformed by the service', () => {
  it('come back in spans, picture for picture and with the sound in time, whatever the spans did', async () => {
    const { services, projectId } = await scene(folder('whole'), 'long.mp4')
    const before = double.books.billed.length
    const quoted = services.shots.quote(projectId, SHOT.id, 'runware')
    // 18 s, 15 s and 15 s: four, three and three blocks.
    expect([quoted.quote?.amount, quoted.violations]).toEqual([10 * EDIT_BLOCK, []])
    expect(quoted.request).toHaveLength(3)
    double.faults.add(
      { kind: 'drifts' },
      { kind: 'drifts', late: -1, gain: [1.1, 1, 0.9], offset: [4, 0, -6] },
      { kind: 'drifts', late: 2, gain: [0.9, 0.9, 0.9] },
    )
    const job = services.shots.generate(projectId, SHOT.id, 'runware', 10 * EDIT_BLOCK)
    await ended(services, job, 'done')
    const take = takeOf(services, job)

    expect(await numbersOf(services, take)).toEqual(count(FIRST, USED))
    expect(take.spans?.map(({ start, frames, offset }) => [start, frames, offset])).toEqual([
      [0, 432, 0],
      [420, 360, -1],
      [768, 360, 2],
    ])
    expect(take.joints?.map(({ at, dissolve, shift }) => [at, dissolve, shift])).toEqual([
      [420, 8, -1],
      [770, 8, 2],
    ])
    for (const { before, after, gain } of take.joints ?? []) {
      expect(after.psnr).toBeGreaterThan(before.psnr + 5)
      expect(after.ssim).toBeGreaterThan(0.97)
      expect(Math.max(...after.colour.map(Math.abs))).toBeLessThan(2)
      expect(gain.every((value) => value === 1)).toBe(false)
    }

    // The sound is the source's, from the shot's first moment on.
    const path = services.media.pathOf(take.asset.mediaKey)
    const [picture, sound] = await inspectMedia(path)
    expect([picture?.frames, sound?.type]).toEqual([USED, 'audio'])
    const lag = await soundLag(folder('long.mp4'), path, { from: FIRST / 24, seconds: 47 })
    expect(Math.abs(lag)).toBeLessThan(0.5 / 24)

    // Each span went on from the very picture that the one before showed there, and each was paid once.
    const sent = billedSince(before)
    expect(sent.map(({ inputs }) => inputs?.frameImages?.length ?? 0)).toEqual([0, 1, 1])
    for (const [i, request] of sent.slice(1).entries()) {
      const [guide] = request.inputs?.frameImages ?? []
      const shown = await readNumbers(join(folder('double'), `${guide?.image}.png`))
      expect([guide?.frame, shown]).toEqual([0, [FIRST + (i === 0 ? 420 : 768)]])
    }
    expect(settled(services, projectId)).toBe(10 * EDIT_BLOCK)
    expect(take.cost).toBe(10 * EDIT_BLOCK)
    expect(services.money.tasks(projectId).map(({ state, billed }) => [state, billed])).toEqual([
      ['settled', 4 * EDIT_BLOCK],
      ['settled', 3 * EDIT_BLOCK],
      ['settled', 3 * EDIT_BLOCK],
      ['settled', 0],
    ])
  }, 240_000)
})

describe('19 s, two spans', () => {
  const TWO = 4 * EDIT_BLOCK

  it('the cap and the limit for asking are over the total', async () => {
    const { services, projectId } = await scene(folder('capped'), 'short.mp4')
    const before = double.books.billed.length
    services.money.setLimits(projectId, { cap: TWO - 1 })
    expect(services.shots.quote(projectId, SHOT.id, 'runware').money.isOverCap).toBe(true)
    const send = () => services.shots.generate(projectId, SHOT.id, 'runware', TWO)
    expect(send).toThrow('may cost')
    services.money.setLimits(projectId, { cap: TWO, confirmAbove: TWO / 2 })
    expect(send).toThrow('confirmed')
    expect(services.store.ledger.ofProject(projectId)).toEqual([])
    expect(double.books.billed).toHaveLength(before)
  })

  it('a span that fails keeps those before it, and is gone on with for its own price', async () => {
    const { services, projectId } = await scene(folder('failed'), 'short.mp4')
    const before = double.books.billed.length
    const job = services.shots.generate(projectId, SHOT.id, 'runware', TWO)
    const [first, second] = spansOf(services, job)
    expect(services.store.jobs.find(second as JobId)?.needs).toEqual([first])
    // The service takes the first one, and refuses the second.
    await expect
      .poll(() => double.books.billed.length, { timeout: 60_000, interval: 5 })
      .toBe(before + 1)
    double.faults.add({
      ...{ kind: 'jobFails', shape: 'item', message: 'No.' },
      code: 'providerContentPolicyViolation',
    })
    await ended(services, job, 'failed')
    expect(jobsOf(services, job)).toEqual(['done', 'failed', 'failed'])
    const choice = { kind: 'goOn' as const, jobId: job }
    const quote = services.spans.quote(projectId, choice)
    expect([quote.spans, quote.quote.amount]).toEqual([[1], TWO / 2])
    expect(() => services.spans.generate(projectId, choice, TWO, false)).toThrow('price changed')
    expect(services.spans.generate(projectId, choice, TWO / 2, false)).toBe(job)
    await ended(services, job, 'done')
    expect(await numbersOf(services, takeOf(services, job))).toEqual(count(0, 19 * 24))
    const { billed, refunded } = double.books
    expect([billed.length - before, refunded.length]).toEqual([3, 1])
    expect(settled(services, projectId)).toBe(TWO)
    expect(() => services.spans.quote(projectId, choice)).toThrow('no such unfinished')
  }, 120_000)

  it('one span is made again alone; those after it are stale until somebody asks for them', async () => {
    const { services, projectId, change } = await scene(folder('redone'), 'short.mp4')
    const before = double.books.billed.length
    const job = services.shots.generate(projectId, SHOT.id, 'runware', TWO)
    await ended(services, job, 'done')
    const first = takeOf(services, job)
    const redo = async (take: Take, spans: number[]): Promise<Take> => {
      double.faults.add({ kind: 'drifts', gain: [0.95, 0.95, 0.95] })
      const choice = { kind: 'redo' as const, takeId: take.id, spans }
      const { quote } = services.spans.quote(projectId, choice)
      expect(quote.amount).toBe((spans.length * TWO) / 2)
      const id = services.spans.generate(projectId, choice, quote.amount, false)
      await ended(services, id, 'done')
      return takeOf(services, id)
    }
    const second = await redo(first, [0])
    expect(second.spans?.[1]).toEqual(first.spans?.[1])
    expect(second.spans?.[0]?.mediaKey).not.toBe(first.spans?.[0]?.mediaKey)
    expect([staleSpans(first.spans ?? []), staleSpans(second.spans ?? [])]).toEqual([[], [1]])
    const third = await redo(second, [1])
    expect(staleSpans(third.spans ?? [])).toEqual([])
    expect(third.spans?.[0]).toEqual(second.spans?.[0])
    expect(await numbersOf(services, third)).toEqual(count(0, 19 * 24))
    expect([first.cost, second.cost, third.cost]).toEqual([TWO, TWO / 2, TWO / 2])
    expect(billedSince(before)).toHaveLength(4)
    expect(services.shots.takes(projectId, SHOT.id)).toEqual([first, second, third])

    change('shot.update', { shotId: SHOT.id, patch: { prompt: 'In spring.' } })
    const stale = { kind: 'redo' as const, takeId: third.id, spans: [0] }
    expect(() => services.spans.quote(projectId, stale)).toThrow('something else now')
  }, 120_000)

  it('cancelling the join cancels what was not sent, and gives its money back', async () => {
    const { services, projectId } = await scene(folder('cancelled'), 'short.mp4')
    await services.queue.close()
    const job = services.shots.generate(projectId, SHOT.id, 'runware', TWO)
    services.queue.cancel(job)
    expect(jobsOf(services, job)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(services.store.ledger.totals(projectId)).toEqual({
      ...{ reserved: 0, settled: 0, writtenOff: 0 },
    })
  })

  it('the local engine makes the same look in every span, for nothing', async () => {
    const { services, projectId } = await scene(folder('local'), 'short.mp4', {
      prompt: 'warm golden light',
    })
    const quoted = services.shots.quote(projectId, SHOT.id, 'local')
    expect([quoted.quote?.amount, quoted.violations]).toEqual([0, []])
    const job = services.shots.generate(projectId, SHOT.id, 'local', 0)
    await ended(services, job, 'done')
    const take = takeOf(services, job)
    expect(await numbersOf(services, take)).toEqual(count(0, 19 * 24))
    expect(take.joints?.map(({ shift, gain }) => [shift, gain])).toEqual([[0, [1, 1, 1]]])
    expect(take.joints?.[0]?.before.psnr).toBeGreaterThan(40)
    expect(staleSpans(take.spans ?? [])).toEqual([])
  }, 120_000)
})

it('pins go to the spans that hold them', async () => {
  const { services, projectId, asset, change } = await scene(folder('pinned'), 'long.mp4')
  const pin = (index: number) => ({
    ...{ id: `pin-${index}` as PinId, shotId: SHOT.id, index },
    picture: { assetId: asset.id, time: rational(index, 24) },
  })
  for (const index of [0, 425, 900]) change('pin.add', { pin: pin(index) })
  const { request } = services.shots.quote(projectId, SHOT.id, 'runware')
  const frames = (request as VideoInferenceRequest[]).map(({ inputs }) =>
    inputs?.frameImages?.map(({ frame }) => frame),
  )
  expect(frames).toEqual([
    [0, 425],
    [0, 5],
    [0, 132],
  ])
})
