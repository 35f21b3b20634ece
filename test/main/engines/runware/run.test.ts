import { execFile } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import type { VideoInferenceRequest } from '../../../../shared/generation/request.ts'
import { say } from '../../../../shared/words/say.ts'
import { type Bench, KEY, openBench, SHOT } from './engineBench.ts'

const run = promisify(execFile)

let bench: Bench
afterEach(() => bench.close())

/** Streams with their decoded frames, size and rate. */
async function decoded(path: string): Promise<unknown> {
  const entries = 'stream=codec_type,width,height,r_frame_rate,nb_read_frames'
  const args = ['-v', 'error', '-count_frames', '-show_entries', entries, '-of', 'json', path]
  return JSON.parse((await run('ffprobe', args)).stdout).streams
}

async function footage(folder: string, name = 'source.mp4'): Promise<string> {
  const path = join(folder, name)
  const pattern = 'testsrc2=size=320x180:rate=24:duration=2'
  await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', pattern, '-pix_fmt', 'yuv420p', path])
  return path
}

async function picture(folder: string, name: string, colour: string): Promise<string> {
  const path = join(folder, name)
  const pattern = `color=${colour}:size=64x64`
  await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', pattern, '-frames:v', '1', path])
  return path
}

describe('a run without faults', () => {
  it('makes a take of the asked size, rate and length, with the response document', async () => {
    bench = await openBench()
    const outcome = await bench.run()
    const wire = { ...SHOT, deliveryMethod: 'async', includeCost: true }
    expect(outcome).toEqual({
      result: {
        taskType: 'videoInference',
        taskUUID: SHOT.taskUUID,
        videoUUID: expect.stringMatching(/^[0-9a-f-]{36}$/),
        videoURL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/media\/.+\.mp4$/),
        cost: 0.06,
      },
      wire,
      video: join(bench.folder, 'result.mp4'),
      extras: [],
      notes: [say('take:madeByRay')],
      method: say('method:ray'),
    })
    expect(await decoded(outcome.video)).toEqual([
      {
        codec_type: 'video',
        width: 640,
        height: 360,
        r_frame_rate: '24/1',
        nb_read_frames: '120',
      },
    ])
    expect(bench.checkpoints).toEqual([
      { stage: 'submitting', wire },
      { stage: 'submitted', wire },
      { stage: 'finished', wire, result: outcome.result },
    ])
    expect(bench.double.books.billed).toEqual([
      { taskUUID: SHOT.taskUUID, cost: 600_000, request: wire },
    ])
    expect(bench.double.calls).toEqual(['videoInference', 'getResponse', 'getResponse'])
    expect(await readdir(bench.folder)).toEqual(['result.mp4'])
  })

  it('polls at the documented pace', async () => {
    bench = await openBench({ kind: 'slow', polls: 8 })
    await bench.run()
    expect(bench.waits).toEqual([1000, 1500, 2250, 3375, 5062.5, 7593.75, 10_000, 10_000, 10_000])
  })

  it('uploads each content once and sends media UUIDs', async () => {
    bench = await openBench()
    const video = await footage(bench.folder)
    const still = await picture(bench.folder, 'a.png', 'red')
    const same = await picture(bench.folder, 'b.png', 'red')
    const request: VideoInferenceRequest = {
      ...SHOT,
      width: undefined,
      height: undefined,
      duration: undefined,
      resolution: '360p',
      inputs: {
        video: 'asset:1',
        frameImages: [
          { image: 'pin:1', frame: 0 },
          { image: 'pin:2', frame: 24 },
        ],
      },
    }
    const inputs = new Map([
      ['asset:1', video],
      ['pin:1', still],
      ['pin:2', same],
    ])
    const outcome = await bench.run({ request, inputs })
    const { uploads } = bench.double.books
    expect(uploads).toHaveLength(2)
    const [source, pin] = uploads.map(({ mediaUUID }) => mediaUUID)
    expect(outcome.wire.inputs).toEqual({
      video: source,
      frameImages: [
        { image: pin, frame: 0 },
        { image: pin, frame: 24 },
      ],
    })
    expect(bench.checkpoints.map(({ stage }) => stage)).toEqual([
      'submitting',
      'submitted',
      'finished',
    ])
    expect(await decoded(outcome.video)).toMatchObject([{ height: 360, nb_read_frames: '48' }])
    expect(outcome.result.cost).toBe(0.54)
  })

  it('reframes with the exact price of the source', async () => {
    bench = await openBench()
    const video = await footage(bench.folder)
    const request: VideoInferenceRequest = {
      ...SHOT,
      width: 360,
      height: 640,
      duration: undefined,
      inputs: { video: 'asset:1' },
      settings: { sourcePosition: { x: 0, y: 0.25, width: 1, height: 0.32 } },
    }
    const outcome = await bench.run({ request, inputs: new Map([['asset:1', video]]) })
    expect(outcome.result.cost).toBe(0.06)
    expect(await decoded(outcome.video)).toMatchObject([{ width: 360, nb_read_frames: '48' }])
  })

  it('brings the EXR file along', async () => {
    bench = await openBench()
    const request: VideoInferenceRequest = {
      ...SHOT,
      width: 1280,
      height: 720,
      settings: { hdr: true, exrExport: true },
    }
    const outcome = await bench.run({ request })
    expect(outcome.extras).toEqual([join(bench.folder, 'extra-1.exr')])
    expect((await readdir(bench.folder)).sort()).toEqual(['extra-1.exr', 'result.mp4'])
  })

  it('gives two tasks two looks', async () => {
    bench = await openBench()
    const colours = await Promise.all(
      [SHOT.taskUUID, '4f6bb34d-0339-4f40-9842-54a5ec1c5e56'].map(async (taskUUID, i) => {
        const workDir = join(bench.folder, String(i))
        await run('mkdir', [workDir])
        const { video } = await bench.run({ request: { ...SHOT, taskUUID }, workDir })
        const args = ['-v', 'error', '-i', video, '-vf', 'scale=1:1', '-frames:v', '1']
        const raw = [...args, '-pix_fmt', 'rgb24', '-f', 'rawvideo', '-']
        return (await run('ffmpeg', raw, { encoding: 'buffer' })).stdout.toString('hex')
      }),
    )
    expect(colours[0]).not.toBe(colours[1])
  })
})

describe('what never leaves', () => {
  it('is a request that breaks a rule', async () => {
    bench = await openBench()
    await expect(bench.run({ request: { ...SHOT, duration: 7 } })).rejects.toMatchObject({
      kind: 'validation',
      mayBeBilled: false,
      message: 'The request was not sent. The model makes 5 or 10 s, not 7 s.',
    })
    expect(bench.double.calls).toEqual([])
  })

  it('is a placeholder without a file', async () => {
    bench = await openBench()
    const request: VideoInferenceRequest = {
      ...SHOT,
      inputs: { frameImages: [{ image: 'pin:1', frame: 'first' }] },
    }
    await expect(bench.run({ request })).rejects.toMatchObject({ kind: 'validation' })
    expect(bench.double.calls).toEqual([])
  })

  it('is a file that is missing or no media', async () => {
    bench = await openBench()
    const request: VideoInferenceRequest = {
      ...SHOT,
      inputs: { frameImages: [{ image: 'pin:1', frame: 'first' }] },
    }
    const missing = new Map([['pin:1', join(bench.folder, 'none.png')]])
    await expect(bench.run({ request, inputs: missing })).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringMatching(/inputs\.frameImages\[0\]\.image cannot be read/),
    })
    const text = join(bench.folder, 'text.png')
    await writeFile(text, 'this is text')
    await expect(bench.run({ request, inputs: new Map([['pin:1', text]]) })).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringMatching(/picture/),
    })
    expect(bench.double.calls).toEqual([])
  })

  it('is a request without a key', async () => {
    bench = await openBench()
    bench.key = null
    await expect(bench.run()).rejects.toMatchObject({ kind: 'auth', mayBeBilled: false })
    expect(bench.double.calls).toEqual([])
  })
})

describe('questions that cost nothing', () => {
  it('tell the balance', async () => {
    bench = await openBench()
    const signal = bench.abort.signal
    expect(await bench.engine.checkAccount(signal)).toEqual({
      amount: 500_000_000,
      free: 0,
      currency: 'USD',
      organization: 'Keyreel',
    })
    bench.key = 'wrong'
    await expect(bench.engine.checkAccount(signal)).rejects.toMatchObject({ kind: 'auth' })
  })

  it('quote by a dry run that books nothing', async () => {
    bench = await openBench()
    const signal = bench.abort.signal
    expect(await bench.engine.dryRunQuote(SHOT, { signal })).toMatchObject({
      amount: 600_000,
      currency: 'USD',
      isEstimate: false,
    })
    const local: VideoInferenceRequest = {
      ...SHOT,
      inputs: { frameImages: [{ image: 'pin:1', frame: 'first' }] },
    }
    const inputs = new Map([['pin:1', 'a.png']])
    expect(await bench.engine.dryRunQuote(local, { signal, inputs })).toBeNull()
    expect(bench.double.books.billed).toEqual([])
  })

  it('never show the key', async () => {
    bench = await openBench()
    bench.key = 'another-secret-key'
    const refusal = await bench.run().catch((fault: unknown) => fault)
    const words = JSON.stringify([refusal, bench.notes, bench.checkpoints])
    expect(words).not.toContain('another-secret-key')
    expect(words).not.toContain(KEY)
  })
})
