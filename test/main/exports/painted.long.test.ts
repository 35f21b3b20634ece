/** Exported frames against the reference painter, noun by noun. */
import { beforeAll, describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Effect } from '../../../shared/model/effect.ts'
import { constant, EASE } from '../../../shared/model/keyframe.ts'
import { rational } from '../../../shared/time/rational.ts'
import {
  clipOn,
  type DescribedTimeline,
  type DescribedTrack,
  documentOf,
  keyed,
  solid,
} from '../../fixtures/documents.ts'
import { runTool } from '../../fixtures/tool.ts'
import { assetOf } from '../../shared/render/planFixtures.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { comparedExport, described } from './exportedFrames.ts'

const file = temporaryFolder()
const assets: Asset[] = []

/** Footage with edges, gradients and motion; upright, and square with alpha. */
const FILES = {
  'wide.mp4': 'testsrc2=s=320x180:r=25:d=4,format=yuv420p',
  'high.mp4': 'testsrc2=s=180x320:r=30:d=4,format=yuv420p',
  'soft.mp4': 'mandelbrot=s=320x180:r=25:end_scale=0.1,trim=duration=4,format=yuv420p',
  'still.png': 'testsrc2=s=240x180:d=1,format=rgb24',
  'logo.png':
    "color=c=red:s=120x120:d=0.04,format=rgba,geq=r='255*X/W':g='255*Y/H':b='128':a='255*clip(1.6-hypot(X-60,Y-60)/40,0,1)'",
} as const

beforeAll(async () => {
  const engine = createFfmpegEngine()
  for (const [name, source] of Object.entries(FILES)) {
    const codec = name.endsWith('.png')
      ? ['-frames:v', '1']
      : ['-c:v', 'libx264', '-crf', '12', '-preset', 'veryfast', '-colorspace', 'bt709']
    await runTool('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, ...codec, file(name)])
    assets.push(assetOf(name, await engine.probe(file(name))))
  }
})

const SHARP: Effect = {
  ...{ id: 'sharp' as never, kind: 'sharpen', enabled: true },
  params: { amount: constant(0.8), radius: constant(0.01) },
}

const on = (name: keyof typeof FILES) => ({ kind: 'asset', assetId: name }) as never

let count = 0
async function worst(
  tracks: readonly DescribedTrack[],
  frames: readonly number[],
  others: Readonly<Record<string, DescribedTimeline>> = {},
): Promise<{ ssim: number; text: string }> {
  const main = { width: 320, height: 180, rate: rational(25), tracks }
  const document = documentOf({ main, ...others }, assets)
  const out = file(`out${++count}.mov`)
  const compared = await comparedExport(document, out, ({ name }) => file(name), frames)
  return { ssim: Math.min(...compared.map(({ ssim }) => ssim)), text: described(compared) }
}

const expectLike = async (...args: Parameters<typeof worst>): Promise<void> => {
  const { ssim, text } = await worst(...args)
  process.stdout.write(`${expect.getState().currentTestName}\n${text}\n`)
  expect(ssim, text).toBeGreaterThan(0.98)
}

describe('exports look like the page says', { timeout: 180_000 }, () => {
  it('footage on its own, trimmed and fast', () =>
    expectLike(
      [
        {
          items: [
            clipOn(on('wide.mp4'), 6, { sourceStart: rational(3, 25) }),
            4,
            clipOn(on('high.mp4'), 10, { speed: rational(3, 2) }),
            clipOn(on('soft.mp4'), 10, { speed: rational(-1), sourceStart: rational(2) }),
          ],
        },
      ],
      [0, 5, 7, 10, 19, 20, 29],
    ))

  it('placed, turned, cropped and half seen', () =>
    expectLike(
      [
        { items: [clipOn(on('soft.mp4'), 20)] },
        {
          items: [
            clipOn(on('wide.mp4'), 20, {
              picture: {
                positionX: constant(0.1),
                positionY: constant(-0.08),
                scale: constant(0.6),
                rotation: constant(20),
                opacity: constant(0.7),
                cropLeft: constant(0.2),
                cropBottom: constant(0.1),
              },
            }),
          ],
        },
      ],
      [0, 19],
    ))

  it('upright boxes with edges between pixels', () =>
    expectLike(
      [
        { items: [clipOn(solid('#3060a0'), 8)] },
        {
          items: [
            clipOn(on('wide.mp4'), 8, {
              picture: {
                scale: constant(0.517),
                positionX: constant(0.113),
                cropTop: constant(0.13),
              },
            }),
          ],
        },
      ],
      [0, 7],
    ))

  it('keyframes with easings, and fades', () =>
    expectLike(
      [
        { items: [clipOn(on('wide.mp4'), 24, { fadeIn: 6, fadeOut: 8 })] },
        {
          items: [
            clipOn(on('logo.png'), 24, {
              picture: {
                positionX: keyed([0, -0.3, EASE], [20, 0.3]),
                rotation: keyed([0, 0], [23, 180]),
                scale: keyed([0, 1], [10, 0.5]),
                opacity: keyed([12, 1], [23, 0.2]),
              },
            }),
          ],
        },
      ],
      [0, 3, 9, 15, 20, 23],
    ))

  it('stills seen in part, and sharpened ones', () =>
    expectLike(
      [
        { items: [clipOn(solid('#a0503c'), 4), clipOn(on('still.png'), 4, { effects: [SHARP] })] },
        { items: [clipOn(on('still.png'), 4, { picture: { opacity: constant(0.9) } })] },
      ],
      [1, 5],
    ))

  it('speed that changes', () =>
    expectLike(
      [
        {
          items: [
            clipOn(on('wide.mp4'), 40, {
              sourceStart: rational(10, 25),
              speedKeys: [
                { id: 'a' as never, frame: 5, speed: rational(1), ease: 'smooth' },
                { id: 'b' as never, frame: 20, speed: rational(3), ease: 'linear' },
                { id: 'c' as never, frame: 30, speed: rational(-1), ease: 'hold' },
              ],
            }),
          ],
        },
      ],
      [0, 8, 14, 22, 27, 35, 39],
    ))
})
