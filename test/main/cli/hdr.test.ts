/** HDR and EXR from a request to the files on the disk, by what decodes. */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { EXR_LIGHT } from '../../fakes/resultMedia.ts'
import { type RunwareDouble, startRunwareDouble } from '../../fakes/runwareDouble.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { keyreel } from './commandLine.ts'

const run = promisify(execFile)
const file = temporaryFolder()
const KEY = 'rw-test-0123456789'
let double: RunwareDouble
beforeAll(async () => {
  double = await startRunwareDouble({ key: KEY })
})
afterAll(() => double.close())

it('an HDR take keeps its ten bits and its tags, and its EXR lies beside it, whatever came first under the link', async () => {
  const request = {
    ...{ taskType: 'videoInference', taskUUID: 'd27a1c0e-51a4-4d0e-8b35-6c1d0a3d5b01' },
    ...{ model: 'luma:ray@3.2', positivePrompt: 'Sun on water', resolution: '720p', duration: 5 },
    settings: { hdr: true, exrExport: true },
  }
  const path = file('request.json')
  await writeFile(path, JSON.stringify(request))
  // The EXR's link answers with a page the first time, which must not be kept as the EXR.
  double.faults.add({ kind: 'wrongType', of: 'exr' })
  const out = file('sun.mp4')
  const library = ['--library', file('library')]
  const made = await keyreel(
    ['generate', path, '--engine', 'runware', '--max-cost', '1', '-o', out, '--json', ...library],
    { env: { KEYREEL_RUNWARE_URL: double.baseUrl, KEYREEL_RUNWARE_KEY: KEY } },
  )
  const exr = file('sun.extra-1.exr')
  expect([made.code, JSON.parse(made.out).files, JSON.parse(made.out).cost]).toEqual([
    0,
    [out, exr],
    9_000_000,
  ])
  const { video } = await createFfmpegEngine({}).probe(out)
  expect(video[0]).toMatchObject({
    ...{ width: 1280, height: 720, bitDepth: 10, pixelFormat: 'yuv420p10le', frameCount: 120 },
    color: { primaries: 'bt2020', transfer: 'arib-std-b67', matrix: 'bt2020nc', range: 'tv' },
  })
  const { stdout } = await run(
    'ffmpeg',
    ['-v', 'error', '-i', exr, '-pix_fmt', 'gbrpf32le', '-f', 'rawvideo', 'pipe:1'],
    { encoding: 'buffer' },
  )
  const light = new Float32Array(new Uint8Array(stdout).buffer)
  const plane = light.length / 3
  const { red, green, blue } = EXR_LIGHT
  expect([plane, light[0], light[plane], light[2 * plane]]).toEqual([16 * 9, green, blue, red])
  expect([double.books.billed.length, double.faults.remaining]).toEqual([1, []])
}, 90_000)
