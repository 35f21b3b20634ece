import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../build/paths.ts'
import { rational } from '../../shared/time/rational.ts'
import { inspectMedia } from '../fixtures/inspect.ts'
import { makeNumberedClip, readNumbers } from '../fixtures/numbered.ts'

const run = promisify(execFile)

/** The brief's four requests, run as they are by the command line through the local engine. */
const EXAMPLES = [
  { name: 'glacier-text-to-video', width: 1920, height: 1080, frames: 240 },
  { name: 'foundry-text-to-video-ultrawide', width: 1680, height: 720, frames: 240 },
  {
    name: 'cyclorama-reframe',
    width: 1920,
    height: 1080,
    frames: 48,
    source: { width: 660, height: 840 },
  },
  {
    name: 'subway-video-to-video',
    width: 1280,
    height: 720,
    frames: 48,
    source: { width: 1280, height: 720 },
  },
]

/** Makes what a dark look left of the light blocks light again; the dark ones stay well below. */
const LIFT = 'lutyuv=y=if(gt(val\\,60)\\,235\\,16)'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyreel-examples-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the four examples of the brief', () => {
  it.each(EXAMPLES)('$name', async ({ name, width, height, frames, source }) => {
    const document = join(root, 'test/shared/generation/examples', `${name}.json`)
    const { request, response } = JSON.parse(await readFile(document, 'utf8'))
    const out = join(folder, `${name}.mp4`)
    const inputs: string[] = []
    if (source) {
      const path = join(folder, `${name}-source.mp4`)
      await makeNumberedClip({ path, ...source, rate: rational(24), frames })
      inputs.push('--input', `video=${path}`)
    }
    const { stdout } = await run(process.execPath, [
      ...[join(root, 'main/cli/index.ts'), 'generate', document, ...inputs, '-o', out],
      ...['--library', join(folder, 'library')],
    ])
    const given = JSON.parse(stdout)

    // The response document of the brief: the same members, the request's own task, and nothing to pay.
    expect(Object.keys(given).sort()).toEqual(Object.keys(response).sort())
    expect(given).toMatchObject({ taskType: 'videoInference', taskUUID: request.taskUUID, cost: 0 })
    expect(given.videoUUID).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(given.videoURL).toMatch(/^file:\/\//)

    const streams = await inspectMedia(out)
    expect(streams).toMatchObject([{ type: 'video', width, height, frames, rate: '24/1' }])
    if (!source) return

    // Every picture of the source is there, in order. The reframe's rectangle is the brief's, read as a centre:
    // x .62 and y .5 of the canvas, .42 wide and .95 high. The transformation darkens.
    const region = { x: 787, y: 27, width: 806, height: 1026 }
    const numbers = await readNumbers(
      out,
      name === 'cyclorama-reframe' ? { region } : { filters: [LIFT] },
    )
    expect(numbers).toEqual(Array.from({ length: frames }, (_, index) => index))
  })
})
