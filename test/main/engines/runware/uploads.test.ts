/** One content is one upload: for all tasks, after a restart, and until the service no longer has it. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { EngineJob } from '../../../../main/engines/GenerationEngine.ts'
import { type Bench, openBench, SHOT } from './engineBench.ts'

const OTHER = '4f6bb34d-0339-4f40-9842-54a5ec1c5e56'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const DAY = 24 * 3_600_000
/** One white pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

let bench: Bench
afterEach(() => bench.close())

/** A task with the same picture in a file of its own. */
async function pinned(taskUUID: string = SHOT.taskUUID): Promise<Partial<EngineJob>> {
  const workDir = await mkdtemp(join(bench.folder, 'run-'))
  const png = join(workDir, 'pin.png')
  await writeFile(png, Buffer.from(PNG, 'base64'))
  const frameImages = [{ image: 'pin:1', frame: 'first' as const }]
  const request = { ...SHOT, taskUUID, inputs: { frameImages } }
  return { request, workDir, inputs: new Map([['pin:1', png]]) }
}

/** A run of its own, with its own signal. */
const runApart = async (signal: AbortSignal, onSubmitted = async (): Promise<void> => undefined) =>
  bench.engine.run(
    { request: SHOT, inputs: new Map(), workDir: bench.folder, ...(await pinned()) },
    {
      signal,
      onProgress: () => undefined,
      checkpoint: async ({ stage }) => {
        if (stage === 'submitted') await onSubmitted()
      },
      renumber: () => Promise.reject(new Error('Nothing was refused')),
    },
  )

const run = async (taskUUID?: string) => bench.run(await pinned(taskUUID))
const uploaded = (): string[] => bench.double.books.uploads.map(({ mediaUUID }) => mediaUUID)
const billed = (): string[] => bench.double.books.billed.map(({ taskUUID }) => taskUUID)
const sent = (): (string | undefined)[] =>
  bench.double.books.billed.map(({ request }) => request.inputs?.frameImages?.[0]?.image)

describe('one upload', () => {
  it('serves two tasks, one after the other', async () => {
    bench = await openBench()
    await run()
    await run(OTHER)
    const [medium] = uploaded()
    expect([uploaded(), sent(), billed()]).toEqual([
      [medium],
      [medium, medium],
      [SHOT.taskUUID, OTHER],
    ])
    expect(bench.store.uploads.all()).toMatchObject([
      { mediaUUID: medium, state: 'stored', isNeeded: false },
    ])
  })

  it('serves two tasks at once', async () => {
    bench = await openBench({ kind: 'provisional', polls: 5 })
    await Promise.all([run(), run(OTHER)])
    expect(uploaded()).toHaveLength(1)
    expect(new Set(sent()).size).toBe(1)
  })

  it('goes on for the other task when the one that began it is given up', async () => {
    bench = await openBench({ kind: 'provisional', polls: 3 })
    const abort = new AbortController()
    bench.onWait = () => abort.abort(new Error('Given up'))
    const given = runApart(abort.signal)
    await Promise.all([expect(given).rejects.toThrow('Given up'), run(OTHER)])
    expect([uploaded().length, billed()]).toEqual([1, [OTHER]])
  })

  it('is found after a restart', async () => {
    bench = await openBench()
    await run()
    bench.restart()
    await run(OTHER)
    expect(uploaded()).toHaveLength(1)
  })

  it('is found after a restart although its answer was never heard', async () => {
    bench = await openBench({ kind: 'dropReply', task: 'mediaStorage' })
    bench.onWait = () => bench.abort.abort(new Error('Cut off'))
    await expect(run()).rejects.toThrow('Cut off')
    const [medium] = uploaded()
    expect(bench.store.uploads.all()).toMatchObject([{ mediaUUID: undefined, state: 'stored' }])
    bench.onWait = () => undefined
    bench.restart()
    const outcome = await runApart(new AbortController().signal)
    expect(outcome.wire.inputs?.frameImages?.[0]?.image).toBe(medium)
    expect([uploaded(), bench.store.uploads.all()]).toMatchObject([
      [medium],
      [{ mediaUUID: medium }],
    ])
  })

  it('is not used with another key', async () => {
    bench = await openBench()
    await run()
    const { key } = bench
    bench.key = 'another-key-0123456789'
    // The double takes one key; this one is refused before anything is stored.
    await expect(run(OTHER)).rejects.toMatchObject({ kind: 'auth' })
    expect(bench.double.calls.filter((call) => call === 'mediaStorage')).toHaveLength(2)
    bench.key = key
    await run(OTHER)
    expect(uploaded()).toHaveLength(1)
  })

  it('is made anew where it may be too old', async () => {
    bench = await openBench()
    await run()
    bench.time.advance(6 * DAY)
    await run(OTHER)
    bench.time.advance(6 * DAY)
    await run('1c9a7b0e-2a55-4a43-8f0e-3c1d2b4a5f60')
    expect(uploaded()).toHaveLength(1)
    bench.time.advance(8 * DAY)
    await run('9d1f6c3a-7b2e-4c58-9a0d-5e4f3b2a1c70')
    expect(uploaded()).toHaveLength(2)
    expect(bench.store.uploads.all().map(({ mediaUUID }) => mediaUUID)).toEqual(uploaded())
  })
})

describe('a service that no longer has it', () => {
  it.each(['invalidValueUploadFailed', 'mediaNotFound', 'invalidParameter'] as const)(
    'refuses the task with %s: the file goes up anew, the task goes on under another UUID, and one is billed',
    async (code) => {
      bench = await openBench()
      await run()
      bench.double.faults.add({ kind: 'forgetsMedia', code }, { kind: 'reservesRefused' })
      const outcome = await run(OTHER)
      const [old, fresh] = uploaded()
      const [number] = bench.numbers
      expect(bench.numbers).toEqual([expect.stringMatching(UUID)])
      expect(number).not.toBe(OTHER)
      expect([billed(), sent(), uploaded().length]).toEqual([
        [SHOT.taskUUID, number],
        [old, fresh],
        2,
      ])
      expect([outcome.wire.taskUUID, outcome.result.taskUUID]).toEqual([number, number])
      expect(bench.store.uploads.all().map(({ mediaUUID, state }) => [mediaUUID, state])).toEqual([
        [old, 'doubted'],
        [fresh, 'stored'],
      ])
      expect(bench.double.books.conflicts).toEqual([])
    },
  )

  it('fails the task where the file was uploaded for it just now', async () => {
    bench = await openBench({ kind: 'forgetsMedia' })
    await expect(run()).rejects.toMatchObject({ kind: 'validation', mayBeBilled: false })
    expect([bench.numbers, billed(), uploaded().length]).toEqual([[], [], 1])
  })

  it('refuses a repeated task: it goes on anew only when the service says that it never took it', async () => {
    bench = await openBench()
    await run()
    // The first reply is lost before the service saw the task, and the medium goes in between.
    bench.double.faults.add({ kind: 'hangUp', task: 'videoInference' }, { kind: 'forgetsMedia' })
    await run(OTHER)
    expect([bench.numbers.length, billed()]).toEqual([1, [SHOT.taskUUID, bench.numbers[0]]])
    expect(bench.double.calls.filter((call) => call === 'getTaskDetails')).toHaveLength(3)
  })

  it('refuses a repeated task and does not say whether it took it: nothing is sent again', async () => {
    bench = await openBench()
    await run()
    bench.double.faults.add(
      { kind: 'hangUp', task: 'videoInference' },
      { kind: 'forgetsMedia' },
      { kind: 'status', task: 'getTaskDetails', status: 503 },
    )
    await expect(run(OTHER)).rejects.toMatchObject({ kind: 'validation' })
    expect([bench.numbers, billed()]).toEqual([[], [SHOT.taskUUID]])
    expect(bench.store.uploads.all()).toMatchObject([{ state: 'doubted' }])
  })

  it('fails a task that it took: what that task named is not used again', async () => {
    bench = await openBench()
    await run()
    const message = 'Could not fetch.'
    bench.double.faults.add({ kind: 'jobFails', shape: 'item', code: 'downloadFailed', message })
    await expect(run(OTHER)).rejects.toMatchObject({ isOver: true })
    await run('1c9a7b0e-2a55-4a43-8f0e-3c1d2b4a5f60')
    expect([uploaded().length, bench.numbers]).toEqual([2, []])
  })
})

describe('deleting', () => {
  it('is told twice: the second time there is nothing, which is as good', async () => {
    bench = await openBench()
    await run()
    const [medium = ''] = uploaded()
    const { signal } = new AbortController()
    await bench.engine.inquiry.forget(medium, signal)
    await bench.engine.inquiry.forget(medium, signal)
    expect(bench.double.books.deleted).toEqual([medium])
    bench.double.faults.add({ kind: 'deletionFails', times: 9, status: 400 })
    await expect(bench.engine.inquiry.forget(medium, signal)).rejects.toMatchObject({
      kind: 'serverError',
    })
  })

  it('before a task has read its input fails the task', async () => {
    bench = await openBench()
    const { signal } = new AbortController()
    const early = runApart(signal, () => bench.engine.inquiry.forget(uploaded()[0] ?? '', signal))
    await expect(early).rejects.toMatchObject({ kind: 'validation' })
    expect(bench.double.books.starved).toEqual([SHOT.taskUUID])
  })

  it('before a task names its input has the task refused', async () => {
    bench = await openBench()
    await run()
    const [medium = ''] = uploaded()
    await bench.engine.inquiry.forget(medium, new AbortController().signal)
    // The book was not told, as after a crash.
    await run(OTHER)
    expect([bench.numbers.length, uploaded().length]).toEqual([1, 2])
  })
})
