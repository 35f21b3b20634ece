import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { parseRequestDocument } from '../../../../shared/generation/document.ts'
import { type ExampleName, readExample } from '../../../shared/generation/examples.ts'
import { type Bench, openBench } from './engineBench.ts'

const run = promisify(execFile)
let bench: Bench
afterEach(() => bench.close())

describe('the vendor examples against the double', () => {
  it.each<[ExampleName, { width: number; height: number; frames: string; cost: number }]>([
    ['glacier-text-to-video', { width: 1920, height: 1080, frames: '240', cost: 3.6 }],
    ['foundry-text-to-video-ultrawide', { width: 1680, height: 720, frames: '240', cost: 0.9 }],
    ['cyclorama-reframe', { width: 1920, height: 1080, frames: '120', cost: 1.8 }],
    ['subway-video-to-video', { width: 1280, height: 720, frames: '120', cost: 1.08 }],
  ])('%s answers with the document of the brief', async (name, { width, height, frames, cost }) => {
    bench = await openBench()
    const example = parseRequestDocument(readExample(name))
    if (!example.ok) throw new Error('The example cannot be read')
    const { request, response } = example
    const outcome = await bench.run({ request })
    expect(Object.keys(outcome.result).sort()).toEqual(Object.keys(response ?? {}).sort())
    expect(outcome.result).toMatchObject({ taskUUID: request.taskUUID, cost })
    expect(outcome.wire).toEqual({ ...request, deliveryMethod: 'async', includeCost: true })
    const entries = 'stream=codec_type,width,height,nb_frames'
    const args = ['-v', 'error', '-show_entries', entries, '-of', 'json', outcome.video]
    expect(JSON.parse((await run('ffprobe', args)).stdout).streams).toEqual([
      { codec_type: 'video', width, height, nb_frames: frames },
    ])
  })
})
