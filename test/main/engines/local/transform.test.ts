import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toOklab, toSrgb } from '../../../../main/engines/local/colorSpace.ts'
import {
  lightnessCurve,
  statisticsOf,
  transfer,
} from '../../../../main/engines/local/colorTransfer.ts'
import { cubeText } from '../../../../main/engines/local/cube.ts'
import { transformSize } from '../../../../main/engines/local/outputSize.ts'
import { colourOf, lookOf } from '../../../../main/engines/local/promptLook.ts'
import { lookGraph, shareOf } from '../../../../main/engines/local/transform.ts'
import type { EditStrength } from '../../../../shared/generation/request.ts'
import { inEnglish } from '../../../../shared/words/english.ts'
import { inspectMedia } from '../../../fixtures/inspect.ts'
import { runTool } from '../../../fixtures/tool.ts'
import { type Bench, film, meanColour, openBench, pictures, request, still } from './bench.ts'

const SIZE = { width: 320, height: 180 }
const RESULT = { width: 640, height: 360 }

let bench: Bench
let [source, guide] = ['', '']
beforeAll(async () => {
  bench = await openBench()
  source = await film(3, 12, SIZE, join(bench.folder, 'source.mp4'))
  guide = await still(18, SIZE, join(bench.folder, 'guide%d.png'))
})
afterAll(() => bench.close())

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)))

async function meanOf(path: string, at = 0): Promise<number[]> {
  return meanColour((await pictures(path, SIZE))[at] ?? Buffer.alloc(0))
}

test('a guide pulls the colours its way, further with strength; frames, shape and stillness of time kept', async () => {
  const asked = (strength: EditStrength) =>
    request({
      resolution: '360p',
      inputs: { video: 'SOURCE', frameImages: [{ image: 'GUIDE', frame: 0 }] },
      settings: { edit: { strength } },
    })
  const inputs = { SOURCE: source, GUIDE: guide }
  const gentle = await bench.run(asked('adhere_1'), inputs)
  const strong = await bench.run(asked('reimagine_3'), inputs)
  expect(await inspectMedia(strong.video)).toEqual([
    {
      ...{ type: 'video', codec: 'h264', frames: 12, duration: '0.500000', rate: '24/1' },
      ...{ ...RESULT, pixelFormat: 'yuv420p' },
    },
  ])
  expect([strong.method, ...strong.notes].map(inEnglish)).toEqual([
    'Look match',
    'Made by the local engine on this machine; it costs nothing.',
    "The source's brightness and colours were moved 100 % of the way to those of the guide picture, the same for every frame.",
    'Only colour and light are changed: people, objects, places and motion stay as in the source. The real model would replace them.',
  ])
  const target = await pictures(guide, SIZE)
  const goal = meanColour(target[0] ?? Buffer.alloc(0))
  const [before, little, much] = [
    distance(await meanOf(source), goal),
    distance(await meanOf(gentle.video), goal),
    distance(await meanOf(strong.video), goal),
  ]
  expect(little).toBeLessThan(before * 0.95)
  expect(much).toBeLessThan(before * 0.45)
  expect(much).toBeLessThan(little)
})

test('plain words of the prompt become colour and light, and the notes say which', async () => {
  const made = await bench.run(
    request({
      positivePrompt: 'The same lake at night, in the cold light of the moon',
      resolution: '360p',
      inputs: { video: 'SOURCE' },
    }),
    { SOURCE: source },
  )
  expect(made.notes.map(inEnglish)[1]).toBe(
    "The prompt's words for night and cold were turned into colour and light; the rest of the prompt was not understood.",
  )
  const [[r0 = 0, , b0 = 0], [r1 = 0, , b1 = 0]] = [await meanOf(source), await meanOf(made.video)]
  expect(r1).toBeLessThan(r0 * 0.9)
  expect(b1 - r1).toBeGreaterThan(b0 - r0)
})

test('a source of more than 18 s is refused', async () => {
  const long = join(bench.folder, 'long.mp4')
  await runTool('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'color=gray:s=64x64:r=5:d=19', long],
  ])
  await expect(
    bench.run(request({ inputs: { video: 'SOURCE' } }), { SOURCE: long }),
  ).rejects.toMatchObject({
    kind: 'validation',
    message:
      'inputs.video is 19.0 s long and a transformation takes at most 18 s. Trim it or split it into spans.',
  })
})

test('OKLab there and back', () => {
  for (const colour of [
    [0, 0, 0],
    [1, 1, 1],
    [0.2, 0.5, 0.9],
  ] as const) {
    for (const [i, value] of toSrgb(toOklab(colour)).entries()) {
      expect(value).toBeCloseTo(colour[i] ?? 0, 5)
    }
  }
})

test('the same statistics change nothing, and curves never turn back', async () => {
  const grey = Uint8Array.from({ length: 3 * 256 }, (_, i) => Math.floor(i / 3))
  const same = statisticsOf(grey)
  const [l, a, b] = transfer(same, same, 1)([0.4, 0.02, -0.03])
  expect([l, a, b].map((value) => value.toFixed(6))).toEqual(['0.400000', '0.020000', '-0.030000'])
  const dark = same.quantiles.map((value) => value * 0.2)
  const curve = lightnessCurve(same.quantiles, dark)
  const steps = Array.from({ length: 101 }, (_, i) => curve(i / 100))
  expect(steps).toEqual([...steps].sort((x, y) => x - y))
  const lines = (await cubeText((colour) => colour)).trim().split('\n')
  expect([lines.length, lines[0], lines[1], lines[2], lines.at(-1)]).toEqual([
    25 ** 3 + 1,
    'LUT_3D_SIZE 25',
    '0.00000 0.00000 0.00000',
    '0.04167 0.00000 0.00000',
    '1.00000 1.00000 1.00000',
  ])
})

test('strengths rise evenly, and words add up', () => {
  expect(
    (['adhere_1', 'flex_2', 'reimagine_3'] as const).map((strength) =>
      shareOf(request({ settings: { edit: { strength } } })),
    ),
  ).toEqual([0.2, 0.6, 1])
  expect(shareOf(request({ settings: { edit: { autoControls: true } } }))).toBe(0.7)
  const { look, found } = lookOf('A noir alley, high contrast')
  expect(found).toEqual(['noir', 'high contrast'])
  expect(look).toEqual({
    ...{ exposure: -0.03, contrast: 1.3 * 1.18, saturation: 0, lift: 0 },
    ...{ shadows: [0, 0], lights: [0, 0], vignette: 0.6, side: 0 },
  })
  expect(colourOf(look, 1)([0.5, 0.1, 0.1]).slice(1)).toEqual([0, 0])
  expect(lookOf('A walk').found).toEqual([])
})

test('sizes follow the source where its shape is none of the model', () => {
  const at = (width: number, height: number) =>
    transformSize(request({ resolution: '720p' }), { width, height })
  expect([at(3840, 2160), at(480, 480), at(1000, 500)]).toEqual([
    { width: 1280, height: 720 },
    { width: 960, height: 960 },
    { width: 1358, height: 678 },
  ])
})

test('the graph of a look', () => {
  const look = { source: ['a', 'b'], cube: "/x/it's.cube", size: RESULT, frameCount: 30 }
  expect(lookGraph({ ...look, hasLight: false })).toBe(
    "[0:v]a,b,lut3d=file=/x/it\\\\\\'s.cube:interp=tetrahedral[picture]",
  )
  expect(
    lookGraph({ ...look, hasLight: true })
      .split(';')
      .slice(1),
  ).toEqual([
    '[1:v]scale=640:360:flags=bicubic+accurate_rnd,format=gbrp12,setsar=1,loop=loop=29:size=1,setpts=N/(24*TB)[light]',
    '[coloured][light]blend=all_mode=multiply:shortest=1[picture]',
  ])
})
