import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeSource, reframeGraph } from '../../../../main/engines/local/reframe.ts'
import { GenerationError } from '../../../../shared/generation/failure.ts'
import { inEnglish } from '../../../../shared/words/english.ts'
import { say } from '../../../../shared/words/say.ts'
import { inspectMedia } from '../../../fixtures/inspect.ts'
import { runTool } from '../../../fixtures/tool.ts'
import { type Bench, cut, film, meanColour, openBench, pictures, psnr, request } from './bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

test('the source keeps its shape and lands on even pixels', () => {
  const canvas = { width: 1920, height: 1080 }
  const wide = { width: 1280, height: 720 }
  // The brief's example, read as a centre: fitted into 806 x 1026.
  expect(placeSource({ x: 0.41, y: 0.025, width: 0.42, height: 0.95 }, wide, canvas)).toEqual({
    whole: { x: 788, y: 314, width: 806, height: 454 },
    seen: { x: 788, y: 314, width: 806, height: 454 },
  })
  expect(placeSource({ x: -0.25, y: 0, width: 1, height: 1 }, wide, canvas)).toEqual({
    whole: { x: -480, y: 0, width: 1920, height: 1080 },
    seen: { x: 0, y: 0, width: 1440, height: 1080 },
  })
  expect(() => placeSource({ x: 1.5, y: 0, width: 1, height: 1 }, wide, canvas)).toThrow(
    new GenerationError(say('engine:sourceOutside'), { kind: 'validation' }),
  )
})

test('the graph mirrors only where there is room, and not at all when the source fills the frame', () => {
  const canvas = { width: 320, height: 180 }
  const full = { x: 0, y: 0, ...canvas }
  expect(reframeGraph(['a'], { whole: full, seen: full }, canvas, 24)).toBe(
    '[0:v]a,crop=320:180:0:0:exact=1[picture]',
  )
  const box = { x: 100, y: 0, width: 120, height: 180 }
  expect(reframeGraph(['a'], { whole: box, seen: box }, canvas, 24).split(';')).toEqual([
    '[0:v]a,crop=120:180:0:0:exact=1,split=3[inside][edge][spread]',
    '[edge]split=3[widebefore0][widemiddle0][wideafter0]',
    '[widebefore0]hflip,crop=100:ih:20:0:exact=1[widebefore]',
    '[widemiddle0]null[widemiddle]',
    '[wideafter0]hflip,crop=100:ih:0:0:exact=1[wideafter]',
    '[widebefore][widemiddle][wideafter]hstack=inputs=3[wide]',
    '[wide]null[mirror]',
    '[spread]scale=80:45:flags=area,scale=320:180:flags=bicubic[bed]',
    '[bed][mirror]overlay=0:0:format=gbrp,split=2[sharp][soft]',
    '[soft]scale=80:45:flags=area,split=2[a][b]',
    '[a]gblur=sigma=0.45,scale=320:180:flags=bicubic,format=gbrp[near]',
    '[b]gblur=sigma=2.93:steps=3,scale=320:180:flags=bicubic,format=gbrp[far]',
    '[1:v]scale=320:180:flags=bicubic+accurate_rnd,format=gbrp,setsar=1,loop=loop=23:size=1,setpts=N/(24*TB)[seam]',
    '[2:v]scale=320:180:flags=bicubic+accurate_rnd,format=gbrp,setsar=1,loop=loop=23:size=1,setpts=N/(24*TB)[melt]',
    '[sharp]format=gbrp[edges]',
    '[edges][near][seam]maskedmerge[closer]',
    '[closer][far][melt]maskedmerge[round]',
    '[round][inside]overlay=100:0:format=gbrp:shortest=1[picture]',
  ])
})

test('inside the position the scaled source, outside its own colours; length kept at 24 fps', async () => {
  // One second at 30 fps.
  const source = await film(
    9,
    30,
    { width: 640, height: 360 },
    join(bench.folder, 'source.mp4'),
    30,
  )
  const canvas = { width: 360, height: 640 }
  const made = await bench.run(
    request({
      ...canvas,
      inputs: { video: 'SOURCE' },
      settings: { sourcePosition: { x: 0.1, y: 0.5, width: 0.8, height: 0.253125 } },
    }),
    { SOURCE: source },
  )
  expect(await inspectMedia(made.video)).toEqual([
    {
      ...{ type: 'video', codec: 'h264', frames: 24, duration: '1.000000', rate: '24/1' },
      ...{ ...canvas, pixelFormat: 'yuv420p' },
    },
  ])
  expect([made.method, ...made.notes].map(inEnglish)).toEqual([
    'Reframe by extension',
    'Made by the local engine on this machine; it costs nothing.',
    "The source's own pictures fill 288 x 162 at 36, 320, untouched but for scaling.",
    'The space round it is the mirrored and blurred edge of the source. The real model would paint what the prompt describes.',
  ])
  const shown = await pictures(made.video, canvas)
  const box = { x: 36, y: 320, width: 288, height: 162 }
  const scaled = await pictures(source, box)
  // Frame 12 of 24 is frame 15 of 30: half a second.
  for (const [out, inn] of [[0, 0] as const, [12, 15] as const]) {
    const inside = cut(shown[out] ?? Buffer.alloc(0), canvas, box)
    expect(psnr(inside, scaled[inn])).toBeGreaterThan(34)
    expect(psnr(inside, scaled[inn])).toBeGreaterThan(psnr(inside, scaled[inn + 2]))
    // Just outside, the edge goes on; far away there is light, not black.
    const [above, edge] = [319, 321].map((y) =>
      cut(shown[out] ?? Buffer.alloc(0), canvas, { x: 40, y, width: 280, height: 1 }),
    )
    expect(psnr(above, edge)).toBeGreaterThan(24)
    const far = cut(shown[out] ?? Buffer.alloc(0), canvas, { x: 0, y: 0, width: 360, height: 80 })
    expect(Math.min(...meanColour(far))).toBeGreaterThan(60)
  }
})

test('a source of more than 30 s, and one without pictures, are refused', async () => {
  const long = join(bench.folder, 'long.mp4')
  await runTool('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'color=gray:s=64x64:r=5:d=31', long],
  ])
  const asked = request({ width: 640, height: 360, inputs: { video: 'SOURCE' } })
  await expect(bench.run(asked, { SOURCE: long })).rejects.toMatchObject({
    kind: 'validation',
    message:
      'inputs.video is 31.0 s long and a reframe takes at most 30 s. Trim it or split it into spans.',
  })
  const sound = join(bench.folder, 'sound.wav')
  await runTool('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'sine=d=1', sound])
  await expect(bench.run(asked, { SOURCE: sound })).rejects.toMatchObject({ kind: 'input' })
  expect(await bench.leftovers()).toEqual([])
})
