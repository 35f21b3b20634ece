import { execFile } from 'node:child_process'
import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import type { EngineCheckpoint } from '../../../../main/engines/GenerationEngine.ts'
import { inEnglish } from '../../../../shared/words/english.ts'
import type { FaultSwitch } from '../../../fakes/faults.ts'
import { type Bench, openBench, SHOT } from './engineBench.ts'

const run = promisify(execFile)

let bench: Bench
afterEach(() => bench.close())

const billedOnce = (): void => {
  expect(bench.double.books.billed.map(({ taskUUID }) => taskUUID)).toEqual([SHOT.taskUUID])
}

describe('faults that a run survives, billed once', () => {
  it.each<[string, FaultSwitch[]]>([
    ['the reply to the submit is lost', [{ kind: 'dropReply', task: 'videoInference' }]],
    ['three replies are lost', [{ kind: 'dropReply', task: 'videoInference', times: 3 }]],
    ['the connection is cut before the submit', [{ kind: 'hangUp', task: 'videoInference' }]],
    ['the queue is full', [{ kind: 'status', task: 'videoInference', status: 429, times: 12 }]],
    ['no capacity', [{ kind: 'status', task: 'videoInference', status: 503, times: 3 }]],
    ['waited too long', [{ kind: 'status', task: 'videoInference', status: 504, times: 2 }]],
    ['a server fault', [{ kind: 'status', task: 'videoInference', status: 500 }]],
    ['a gateway page', [{ kind: 'garbage', task: 'videoInference' }]],
    ['polls are refused the key', [{ kind: 'status', task: 'getResponse', status: 401, times: 3 }]],
    ['polls are forbidden', [{ kind: 'status', task: 'getResponse', status: 403 }]],
    ['polls come too fast', [{ kind: 'status', task: 'getResponse', status: 429, times: 5 }]],
    ['polls meet 500', [{ kind: 'status', task: 'getResponse', status: 500, times: 2 }]],
    ['polls meet 503', [{ kind: 'status', task: 'getResponse', status: 503, times: 2 }]],
    ['polls meet 504', [{ kind: 'status', task: 'getResponse', status: 504, times: 2 }]],
    ['polls meet a gateway page', [{ kind: 'garbage', task: 'getResponse', times: 2 }]],
    ['polls are cut off', [{ kind: 'hangUp', task: 'getResponse', times: 4 }]],
    ['polls answer with nothing', [{ kind: 'emptyPoll', times: 9 }]],
    ['a slow job', [{ kind: 'slow', polls: 200 }]],
    ['the service forgets the poll', [{ kind: 'forgotten', times: 2 }]],
    ['the link has expired (403)', [{ kind: 'downloadStatus', status: 403 }]],
    ['the link has expired (404)', [{ kind: 'downloadStatus', status: 404, times: 3 }]],
    ['the file server fails', [{ kind: 'downloadStatus', status: 500, times: 4 }]],
    ['the download breaks off', [{ kind: 'truncate', bytes: 20_000 }]],
    ['the download breaks off at once', [{ kind: 'truncate', bytes: 0, times: 3 }]],
    ['a page instead of the picture', [{ kind: 'wrongType', times: 2 }]],
    ['bytes that are no video', [{ kind: 'notVideo' }]],
    [
      'everything at once',
      [
        { kind: 'hangUp', task: 'videoInference' },
        { kind: 'status', task: 'videoInference', status: 429 },
        { kind: 'dropReply', task: 'videoInference' },
        { kind: 'status', task: 'getResponse', status: 401 },
        { kind: 'emptyPoll' },
        { kind: 'slow', polls: 3 },
        { kind: 'downloadStatus', status: 403 },
        { kind: 'truncate', bytes: 5000 },
      ],
    ],
  ])('%s', async (_name, faults) => {
    bench = await openBench(...faults)
    const outcome = await bench.run()
    expect(outcome.result).toMatchObject({ taskUUID: SHOT.taskUUID, cost: 0.06 })
    expect((await stat(outcome.video)).size).toBeGreaterThan(10_000)
    expect(await readdir(bench.folder)).toEqual(['result.mp4'])
    expect(bench.double.faults.remaining).toEqual([])
    billedOnce()
  })

  it('takes a broken download up where it broke off', async () => {
    bench = await openBench({ kind: 'truncate', bytes: 400_000, times: 2 })
    const { video } = await bench.run()
    const sizes = bench.double.ranges.map((range) => Number(/\d+/.exec(range ?? '0')?.[0]))
    expect(sizes).toHaveLength(3)
    expect(sizes[1]).toBeGreaterThan(0)
    expect(sizes[2]).toBeGreaterThan(sizes[1] ?? 0)
    await run('ffmpeg', ['-v', 'error', '-xerror', '-i', video, '-f', 'null', '-'])
  })

  it('finds a result by the task details where polls stay empty', async () => {
    bench = await openBench({ kind: 'emptyPoll', times: 1000 })
    await bench.run()
    expect(bench.double.calls.filter((call) => call === 'getResponse')).toHaveLength(20)
    expect(bench.double.calls.at(-1)).toBe('getTaskDetails')
    billedOnce()
  })

  it('keeps a take that the content check marked, and says so', async () => {
    bench = await openBench({ kind: 'unsafe' })
    const outcome = await bench.run()
    expect(outcome.result.NSFWContent).toBe(true)
    expect(outcome.notes.map(inEnglish).join(' ')).toMatch(/possibly unsafe/)
  })

  it('waits out a key that is withdrawn while the task runs', async () => {
    bench = await openBench({ kind: 'slow', polls: 2 })
    const { key } = bench
    bench.onWait = (count) => {
      bench.key = count < 5 ? null : key
    }
    await bench.run()
    expect(bench.notes).toContain('The Runware key is missing. The take goes on without it.')
    billedOnce()
  })
})

describe('uploads', () => {
  const request = {
    ...SHOT,
    inputs: { frameImages: [{ image: 'pin:1', frame: 'first' as const }] },
  }

  it.each<[string, FaultSwitch[], number]>([
    ['is not repeated after a lost reply', [{ kind: 'dropReply', task: 'mediaStorage' }], 1],
    ['is repeated after 503', [{ kind: 'status', task: 'mediaStorage', status: 503 }], 1],
    ['is waited for while it is provisional', [{ kind: 'provisional', polls: 3 }], 1],
  ])('%s', async (_name, faults, stored) => {
    bench = await openBench(...faults)
    const png = join(bench.folder, 'pin.png')
    await writeFile(png, Buffer.from(PNG, 'base64'))
    const outcome = await bench.run({ request, inputs: new Map([['pin:1', png]]) })
    expect(bench.double.books.uploads).toHaveLength(stored)
    const sent = outcome.wire.inputs?.frameImages?.[0]?.image
    expect(bench.double.books.uploads.map(({ mediaUUID }) => mediaUUID)).toContain(sent)
    billedOnce()
  })
})

/** One white pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

describe('failures, each as one plain sentence', () => {
  it.each(['item', 'errors'] as const)('in the shape %s', async (shape) => {
    bench = await openBench({
      kind: 'jobFails',
      shape,
      code: 'providerContentPolicyViolation',
      message: 'Advanced moderation failed',
    })
    await expect(bench.run()).rejects.toMatchObject({
      name: 'GenerationError',
      kind: 'safety',
      mayBeBilled: false,
      message: expect.stringMatching(/content check/),
      detail: expect.stringMatching(/Advanced moderation failed/),
    })
    billedOnce()
  })

  it('timeoutProvider with the upstream words kept for support', async () => {
    bench = await openBench({
      kind: 'jobFails',
      shape: 'errors',
      code: 'timeoutProvider',
      message: 'The external provider did not respond',
      responseContent: { message: 'upstream 524' },
    })
    await expect(bench.run()).rejects.toMatchObject({
      kind: 'timeout',
      mayBeBilled: true,
      detail: expect.stringMatching(/upstream 524/),
    })
  })

  it.each([
    ['videoInference', 402, 'quota'],
    ['videoInference', 403, 'auth'],
    ['videoInference', 401, 'auth'],
    ['mediaStorage', 402, 'quota'],
  ])('%s answered with %d', async (task, status, kind) => {
    bench = await openBench({ kind: 'status', task, status })
    const png = join(bench.folder, 'pin.png')
    await writeFile(png, Buffer.from(PNG, 'base64'))
    const request = {
      ...SHOT,
      inputs: { frameImages: [{ image: 'pin:1', frame: 'first' as const }] },
    }
    const inputs = new Map([['pin:1', png]])
    await expect(bench.run({ request, inputs })).rejects.toMatchObject({ kind, mayBeBilled: false })
    expect(bench.double.books.billed).toEqual([])
  })

  it('a key that fails after a lost reply says that the task may be billed', async () => {
    bench = await openBench(
      { kind: 'dropReply', task: 'videoInference' },
      { kind: 'status', task: 'videoInference', status: 401 },
    )
    await expect(bench.run()).rejects.toMatchObject({ kind: 'auth', mayBeBilled: true })
    billedOnce()
  })

  it('a service that is not there', async () => {
    bench = await openBench()
    await bench.double.close()
    await expect(bench.run()).rejects.toMatchObject({
      kind: 'connection',
      mayBeBilled: false,
      message: expect.stringMatching(/cannot be reached/),
    })
  })

  it('a link that never works again', async () => {
    bench = await openBench({ kind: 'downloadStatus', status: 404, times: 99 })
    await expect(bench.run()).rejects.toMatchObject({
      mayBeBilled: true,
      message: expect.stringMatching(/every link to it has expired/),
    })
    expect(await readdir(bench.folder)).toEqual([])
  })

  it('one answer with a foreign address, after which a fresh one is asked for', async () => {
    bench = await openBench({ kind: 'foreignHost', times: 2 })
    expect((await bench.run()).result.videoURL).toMatch(/^http:\/\/127\.0\.0\.1/)
    billedOnce()
  })

  it('a result on a host that is not the service', async () => {
    bench = await openBench({ kind: 'foreignHost', times: 9 })
    await expect(bench.run()).rejects.toMatchObject({
      kind: 'provider',
      mayBeBilled: true,
      message: expect.stringMatching(/does not belong to Runware/),
    })
  })
})

describe('a run that was cut off', () => {
  const wire = { ...SHOT, deliveryMethod: 'async', includeCost: true } as const

  async function takeUp(resume: EngineCheckpoint): Promise<void> {
    bench.checkpoints.length = 0
    const outcome = await bench.run({ resume })
    expect(outcome.result).toMatchObject({ taskUUID: SHOT.taskUUID, cost: 0.06 })
    billedOnce()
  }

  it('before the request left sends it', async () => {
    bench = await openBench()
    await takeUp({ stage: 'submitting', wire })
  })

  it('while it was sent meets its own task and polls', async () => {
    bench = await openBench({ kind: 'slow', polls: 5 })
    const abort = bench.abort
    bench.onWait = (count) => {
      if (count === 2) abort.abort(new DOMException('Stopped', 'AbortError'))
    }
    await expect(bench.run()).rejects.toMatchObject({ name: 'AbortError' })
    const second = await resumed()
    await second({ stage: 'submitting', wire })
    expect(bench.double.books.conflicts).toEqual([SHOT.taskUUID])
  })

  it('while it was generating polls only', async () => {
    bench = await openBench()
    const outcome = await bench.run()
    const before = bench.double.calls.length
    await takeUp({ stage: 'submitted', wire: outcome.wire })
    expect(bench.double.calls.slice(before)).toEqual(['getResponse'])
  })

  it('before the download fetches only', async () => {
    bench = await openBench()
    const { wire: sent, result } = await bench.run()
    const before = bench.double.calls.length
    await takeUp({ stage: 'finished', wire: sent, result })
    expect(bench.double.calls.slice(before)).toEqual([])
  })

  it('with a dead link asks for a fresh one and keeps it', async () => {
    bench = await openBench()
    const { wire: sent, result } = await bench.run()
    const dead = { ...result, videoURL: result.videoURL.replace('/media/', '/media/0') }
    await takeUp({ stage: 'finished', wire: sent, result: dead })
    expect(bench.checkpoints).toEqual([{ stage: 'finished', wire: sent, result }])
  })

  /** The same double and folder with a signal that is not aborted. */
  async function resumed() {
    Object.assign(bench, { abort: new AbortController() })
    bench.onWait = () => undefined
    return takeUp
  }
})

describe('the books', () => {
  it('bill a UUID once however many runs share it', async () => {
    bench = await openBench({ kind: 'dropReply', task: 'videoInference', times: 2 })
    const folders = await Promise.all([1, 2, 3].map(() => mkdtemp(join(bench.folder, 'run-'))))
    const runs = await Promise.all(folders.map((workDir) => bench.run({ workDir })))
    expect(new Set(runs.map(({ result }) => result.videoUUID)).size).toBe(1)
    billedOnce()
  })
})
