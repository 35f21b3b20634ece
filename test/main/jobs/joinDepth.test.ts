/** Spans of an HDR film are joined in its own depth and with its own colour tags. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { joinArguments } from '../../../main/jobs/runners/joinArguments.ts'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import { planJoin } from '../../../shared/generation/joinPlan.ts'
import { NO_CHANGE } from '../../../shared/generation/joint.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'

const run = promisify(execFile)
const file = temporaryFolder()
const SIZE = { width: 192, height: 108 }
const HLG = {
  primaries: 'bt2020',
  transfer: 'arib-std-b67',
  matrix: 'bt2020nc',
  range: 'tv',
} as const

/** Luma of a column in 10 bits: three quarters of these lie between what 8 bits can say. */
const luma = (x: number): number => 100 + 3 * x

async function ramp(path: string): Promise<void> {
  const { width, height } = SIZE
  const picture = `color=black:size=${width}x${height}:rate=24,format=yuv420p10le,geq=lum='100+3*X':cb=512:cr=512`
  await run('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', picture, '-frames:v', '24', '-c:v', 'libx264'],
    ...['-crf', '1', '-pix_fmt', 'yuv420p10le', '-color_primaries', HLG.primaries],
    ...['-color_trc', HLG.transfer, '-colorspace', HLG.matrix, '-color_range', HLG.range, path],
  ])
}

it('keeps ten bits and the colour tags, with matched colours and dissolves', async () => {
  const [first, second, out] = [file('first.mp4'), file('second.mp4'), file('joined.mp4')]
  await ramp(first)
  await ramp(second)
  const engine = createFfmpegEngine({})
  const { video } = await engine.probe(first)
  expect(video[0]).toMatchObject({ bitDepth: 10, color: HLG })
  const [picture] = video
  if (!picture) throw new Error('No picture')
  const span = { frames: 24, fileFrames: 24, offset: 0 }
  const film = {
    results: [
      { path: first, fileFrames: 24 },
      { path: second, fileFrames: 24 },
    ],
    plan: planJoin(
      [
        { ...span, start: 0 },
        { ...span, start: 12 },
      ],
      36,
    ),
    // So small a change that the picture stays as it is, and goes by way of the colour filters all the same.
    matches: [NO_CHANGE, { gain: [1.0001, 1, 1], offset: [0, 0, 0] } as const],
    ...{ picture, frames: 36 },
  }
  await engine.run(joinArguments(film, out))

  const joined = (await engine.probe(out)).video[0]
  expect(joined).toMatchObject({
    bitDepth: 10,
    pixelFormat: 'yuv420p10le',
    color: HLG,
    frameCount: 36,
  })
  const { stdout } = await run(
    'ffmpeg',
    [
      '-v',
      'error',
      '-i',
      out,
      '-pix_fmt',
      'gray10le',
      '-vf',
      'extractplanes=y',
      '-f',
      'rawvideo',
      'pipe:1',
    ],
    { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 },
  )
  const { width, height } = SIZE
  const decoded = new Uint16Array(stdout.buffer, stdout.byteOffset, stdout.byteLength / 2)
  expect(decoded.length).toBe(width * height * 36)
  let error = 0
  for (const [i, value] of decoded.entries()) error += Math.abs(value - luma(i % width))
  // Rounded to eight bits the mean would be 1.
  expect(error / decoded.length).toBeLessThan(0.5)
}, 60_000)
