import { request as httpRequest } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { FaultSwitch } from '../../fakes/faults.ts'
import {
  type DoubleOptions,
  type RunwareDouble,
  startRunwareDouble,
} from '../../fakes/runwareDouble.ts'
import { EXAMPLE_NAMES, LEGAL, readExample, UUID } from '../../shared/generation/examples.ts'

const KEY = 'key-of-the-test'
let double: RunwareDouble
afterEach(() => double.close())

async function start(options: Partial<DoubleOptions> = {}): Promise<void> {
  double = await startRunwareDouble({ key: KEY, ...options })
}

async function post(
  body: unknown,
  headers: Record<string, string> = { Authorization: `Bearer ${KEY}` },
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(double.baseUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

const small = { ...LEGAL.text, width: 640, height: 360 }
const other = '4f6bb34d-0339-4f40-9842-54a5ec1c5e56'

describe('the door', () => {
  it.each<[string, unknown, Record<string, string>, number, string]>([
    ['no JSON', '{', {}, 400, 'invalidRequest'],
    ['an object', { taskType: 'ping' }, {}, 400, 'invalidRequest'],
    ['no key', [{ taskType: 'ping', ping: true }], {}, 401, 'missingApiKey'],
    ['a wrong key', [], { Authorization: 'Bearer no' }, 401, 'invalidApiKey'],
    [
      'a wrong key in the body',
      [{ taskType: 'authentication', apiKey: 'no' }],
      {},
      401,
      'invalidApiKey',
    ],
  ])('refuses %s', async (_name, body, headers, status, code) => {
    await start()
    expect(await post(body, headers)).toMatchObject({ status, body: { errors: [{ code }] } })
  })

  it('takes the key in the body', async () => {
    await start()
    const tasks = [
      { taskType: 'authentication', apiKey: KEY },
      { taskType: 'ping', ping: true },
    ]
    expect(await post(tasks, {})).toEqual({
      status: 200,
      body: { data: [{ taskType: 'authentication' }, { taskType: 'ping', pong: true }] },
    })
  })

  it('refuses a page that calls it by a name of its own', async () => {
    await start()
    const status = await new Promise((resolve, reject) => {
      const call = httpRequest(
        { port: double.port, path: '/v1', method: 'POST', headers: { Host: 'evil.example' } },
        (response) => resolve(response.statusCode),
      )
      call.once('error', reject)
      call.end('[]')
    })
    expect(status).toBe(403)
  })

  it('serves only files of its own', async () => {
    await start()
    for (const path of ['/', '/media/none.mp4', '/media/../package.json', '/v1']) {
      expect((await fetch(new URL(path, double.baseUrl))).status).toBe(404)
    }
  })
})

describe('tasks', () => {
  it.each<[string, object, string, string]>([
    ['no task type', {}, 'unsupportedTaskType', 'taskType'],
    ['an unknown task', { taskType: 'imageInference' }, 'unsupportedTaskType', 'taskType'],
    ['a bad UUID', { taskType: 'getResponse', taskUUID: 'x' }, 'invalidTaskUUID', 'taskUUID'],
    [
      'a stranger beside a poll',
      { taskType: 'getResponse', taskUUID: UUID, x: 1 },
      'unsupportedParameter',
      'x',
    ],
    [
      'a bad operation',
      { taskType: 'mediaStorage', taskUUID: UUID, operation: 'list', media: 'x' },
      'invalidParameter',
      'operation',
    ],
    [
      'an upload of nonsense',
      { taskType: 'mediaStorage', taskUUID: UUID, operation: 'upload', media: 'bm9uc2Vuc2U=' },
      'invalidValueUploadFailed',
      'media',
    ],
    [
      'no prompt',
      { ...small, positivePrompt: undefined },
      'missingPositivePrompt',
      'positivePrompt',
    ],
    [
      'an empty prompt',
      { ...small, positivePrompt: '' },
      'invalidPositivePromptLength',
      'positivePrompt',
    ],
    ['a bad task UUID', { ...small, taskUUID: 'x' }, 'invalidTaskUUID', 'taskUUID'],
    ['no task UUID', { ...small, taskUUID: undefined }, 'missingParameter', 'taskUUID'],
    ['another model', { ...small, model: 'luma:ray@9' }, 'invalidModel', 'model'],
    ['a stranger', { ...small, seed: 4 }, 'unsupportedParameter', 'seed'],
    ['7 s', { ...small, duration: 7 }, 'unsupportedDuration', 'duration'],
    [
      'size and resolution',
      { ...small, resolution: '720p' },
      'incompatibleParameters',
      'resolution',
    ],
    ['an odd size', { ...small, width: 641 }, 'unsupportedParameter', 'width'],
  ])('refuse %s', async (_name, task, code, parameter) => {
    await start()
    const { status, body } = await post([task])
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { data: [], errors: [{ code, parameter }] },
    })
    expect(double.books.billed).toEqual([])
  })

  it('accept and bill unknown keys where the switch says so', async () => {
    await start({ unknownKeys: 'accept' })
    const task = { ...small, seed: 4, settings: { hdrr: true, loop: false } }
    expect(await post([task])).toEqual({
      status: 200,
      body: { data: [{ taskType: 'videoInference', taskUUID: small.taskUUID }] },
    })
    expect(double.books.billed).toEqual([
      { taskUUID: small.taskUUID, cost: 600_000, request: small },
    ])
  })

  it('fail one by one', async () => {
    await start()
    const bad = { ...small, taskUUID: other, duration: 7 }
    expect(await post([small, bad])).toMatchObject({
      status: 200,
      body: {
        data: [{ taskUUID: small.taskUUID }],
        errors: [{ code: 'unsupportedDuration', taskUUID: other }],
      },
    })
  })

  it('take a UUID once', async () => {
    await start()
    const [, second] = [await post([small]), await post([small])]
    expect(second).toMatchObject({
      status: 400,
      body: { data: [], errors: [{ code: 'conflictTaskUUID', taskUUID: small.taskUUID }] },
    })
    const rush = { ...small, taskUUID: other }
    await Promise.all(Array.from({ length: 8 }, () => post([rush])))
    expect(double.books.billed.map(({ taskUUID }) => taskUUID)).toEqual([small.taskUUID, other])
  })

  it('answer a dry run with the cost and do nothing', async () => {
    await start()
    const headers = { Authorization: `Bearer ${KEY}`, 'X-Runware-Dry-Run': '1' }
    for (const name of EXAMPLE_NAMES.slice(0, 2)) {
      const { request, response } = readExample(name)
      const { cost } = response as { cost: number }
      expect(await post([request], headers)).toMatchObject({ body: { data: [{ cost }] } })
    }
    expect(double.books.billed).toEqual([])
  })
})

describe('results', () => {
  const poll = { taskType: 'getResponse', taskUUID: small.taskUUID }
  const details = { taskType: 'getTaskDetails', taskUUID: small.taskUUID }

  it('answer polls with nothing, processing and the brief’s document', async () => {
    await start()
    expect(await post([poll])).toEqual({ status: 200, body: { data: [] } })
    await post([small])
    const identity = { taskType: 'videoInference', taskUUID: small.taskUUID }
    expect(await post([poll])).toEqual({
      status: 200,
      body: { data: [{ ...identity, status: 'processing' }] },
    })
    const done = {
      ...identity,
      status: 'success',
      videoUUID: expect.any(String),
      videoURL: expect.stringMatching(/^http:\/\/127\.0\.0\.1/),
      cost: 0.06,
    }
    expect(await post([poll])).toEqual({ status: 200, body: { data: [done] } })
    expect(await post([details])).toEqual({
      status: 200,
      body: {
        data: [
          {
            taskType: 'getTaskDetails',
            taskUUID: small.taskUUID,
            request: [small],
            response: { data: [done] },
          },
        ],
      },
    })
  })

  it('leave the cost out where it was not asked for', async () => {
    await start()
    await post([{ ...small, includeCost: false }])
    await post([poll])
    const { body } = await post([poll])
    expect(body).not.toHaveProperty('data.0.cost')
  })

  it('say that a task is unknown', async () => {
    await start()
    expect(await post([details])).toMatchObject({
      status: 404,
      body: { errors: [{ code: 'taskNotFound' }] },
    })
  })

  it.each<['item' | 'errors', object]>([
    ['item', { data: [{ status: 'error', error: { code: 'taskFailed' } }] }],
    ['errors', { data: [], errors: [{ code: 'taskFailed', taskUUID: small.taskUUID }] }],
  ])('tell failures in the shape %s', async (shape, body) => {
    const fault: FaultSwitch = { kind: 'jobFails', shape, code: 'taskFailed', message: 'No.' }
    await start({ faults: [fault] })
    await post([small])
    await post([poll])
    expect(await post([poll])).toMatchObject({ body })
  })
})

describe('stored media', () => {
  const PNG =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='
  const storage = (operation: string, media: string, taskUUID = other): object[] => [
    { taskType: 'mediaStorage', taskUUID, operation, media },
  ]

  async function stored(): Promise<string> {
    const { body } = await post(storage('upload', PNG))
    return (body as { data: [{ mediaUUID: string }] }).data[0].mediaUUID
  }

  it('are told of by the upload’s own UUID, are deleted once, and are then unknown', async () => {
    await start()
    const mediaUUID = await stored()
    const about = [{ taskType: 'getResponse', taskUUID: other }]
    expect(await post(about)).toMatchObject({ status: 200, body: { data: [{ mediaUUID }] } })
    const { taskUUID } = LEGAL.text
    expect(await post(storage('delete', mediaUUID, taskUUID))).toEqual({
      status: 200,
      body: { data: [{ taskType: 'mediaStorage', taskUUID, operation: 'delete' }] },
    })
    expect(await post(storage('delete', mediaUUID, taskUUID))).toEqual({
      status: 404,
      body: {
        data: [],
        errors: [
          {
            ...{ code: 'mediaNotFound', message: 'No media is stored under this UUID.' },
            ...{ parameter: 'media', taskType: 'mediaStorage', taskUUID },
          },
        ],
      },
    })
    expect(await post(about)).toEqual({ status: 200, body: { data: [] } })
    const { uploads, deleted } = double.books
    expect([uploads, deleted]).toEqual([
      [{ taskUUID: other, mediaUUID, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      [mediaUUID],
    ])
  })

  it('refuse a submit that names what was deleted, and fail one that has not read it yet', async () => {
    await start()
    const mediaUUID = await stored()
    const pinned = {
      ...small,
      inputs: { frameImages: [{ image: mediaUUID, frame: 'first' }] },
    }
    expect((await post([pinned])).status).toBe(200)
    await post(storage('delete', mediaUUID))
    const poll = [{ taskType: 'getResponse', taskUUID: small.taskUUID }]
    expect(await post(poll)).toMatchObject({ body: { data: [{ status: 'processing' }] } })
    expect(await post(poll)).toMatchObject({
      body: { data: [{ status: 'error', error: { code: 'invalidValueUploadFailed' } }] },
    })
    expect(await post([{ ...pinned, taskUUID: other }])).toMatchObject({
      status: 400,
      body: {
        errors: [{ code: 'invalidValueUploadFailed', parameter: 'inputs.frameImages' }],
      },
    })
    const { billed, refunded, starved } = double.books
    expect([billed.length, refunded, starved]).toEqual([1, [small.taskUUID], [small.taskUUID]])
  })
})
