/**
 * Random documents, exported and compared with the reference painter: footage, stills, solids, titles, adjustments and
 * nested timelines with any settings, effects, blend modes, fades and transitions.
 */
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import { blendModeSchema, type Effect } from '../../../shared/model/effect.ts'
import { defaultTitle } from '../../../shared/model/generator.ts'
import { type Animated, constant, EASE, HOLD, LINEAR } from '../../../shared/model/keyframe.ts'
import type { TransitionStyle } from '../../../shared/model/transition.ts'
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
import { seeded } from '../../shared/model/seeded.ts'
import { assetOf } from '../../shared/render/planFixtures.ts'
import { isSoak } from '../../soak.ts'
import { temporaryFolder } from '../media/temporaryFolder.ts'
import { comparedExport, described } from './exportedFrames.ts'

const file = temporaryFolder()
const assets: Asset[] = []

/** Without edges as fine as a pixel, at which every way of scaling has a look of its own. */
const SOFT = 'gblur=sigma=2'
const FILES = {
  'wide.mp4': `testsrc2=s=320x180:r=25:d=4,${SOFT},format=yuv420p`,
  'high.mp4': `testsrc2=s=160x180:r=30:d=4,${SOFT},format=yuv420p`,
  'logo.png': `testsrc2=s=160x160:d=0.04,${SOFT},format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='255*clip(1.6-hypot(X-80,Y-80)/60,0,1)'`,
} as const

beforeAll(async () => {
  const engine = createFfmpegEngine()
  for (const [name, source] of Object.entries(FILES)) {
    const codec = name.endsWith('.png')
      ? ['-frames:v', '1']
      : ['-c:v', 'libx264', '-crf', '10', '-preset', 'veryfast', '-colorspace', 'bt709']
    await runTool('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, ...codec, file(name)])
    assets.push(assetOf(name, await engine.probe(file(name))))
  }
}, 120_000)

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)
const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 100 }).map((share) => min + ((max - min) * share) / 100)

/** Constant mostly, else from one value to another over some frames. */
const animatedBetween = (min: number, max: number): fc.Arbitrary<Animated> =>
  fc.oneof(
    { weight: 3, arbitrary: between(min, max).map(constant) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(between(min, max), between(min, max), fc.constantFrom(LINEAR, EASE, HOLD))
        .map(([from, to, easing]) => keyed([1, from, easing], [9, to])),
    },
  )

const usually = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })

/** At rest in one of some places, or moving from anywhere to anywhere. */
const moving = (places: readonly number[], min: number, max: number): fc.Arbitrary<Animated> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...places).map(constant) },
    { weight: 1, arbitrary: animatedBetween(min, max) },
  )

/** At rest, exports stand upright pictures on whole pixels: here all have their edges there, whatever their size. */
const picture = fc.record({
  positionX: moving([0, 0, -0.25, 0.0625, 0.3], -0.4, 0.4),
  positionY: moving([0, 0, -0.2, 0.1, 0.4], -0.4, 0.4),
  scale: moving([1, 1, 0.4, 0.6, 1.2], 0.3, 1.6),
  rotation: moving([0, 0, 0, 30], -180, 180),
  opacity: usually(constant(1), animatedBetween(0.1, 1)),
  cropLeft: usually(constant(0), fc.constant(constant(0.25))),
  cropTop: usually(constant(0), fc.constant(constant(0.25))),
})

const curves = fc.record({
  master: fc
    .tuple(between(0, 0.3), between(0.3, 0.7), between(0.7, 1))
    .map(([low, middle, high]) => [
      { input: 0, output: low },
      { input: 0.5, output: middle },
      { input: 1, output: high },
    ]),
})

const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({
    ...{ id: fc.constant('g' as never), kind: fc.constant('grade' as const) },
    enabled: fc.boolean(),
    params: fc.record({
      exposure: animatedBetween(-1.5, 1),
      contrast: animatedBetween(0.6, 1.4),
      temperature: animatedBetween(-0.8, 0.8),
      saturation: animatedBetween(0, 1.5),
      lutStrength: fc.constant(constant(1)),
    }),
    curves: fc.oneof(fc.constant({}), curves),
  }),
  fc.record({
    ...{ id: fc.constant('b' as never), kind: fc.constant('blur' as const) },
    ...{ enabled: fc.constant(true), params: fc.record({ radius: animatedBetween(0, 0.15) }) },
  }),
  fc.record({
    ...{ id: fc.constant('s' as never), kind: fc.constant('sharpen' as const) },
    enabled: fc.constant(true),
    params: fc.record({ amount: animatedBetween(0, 1), radius: animatedBetween(0.005, 0.03) }),
  }),
  fc.record({
    ...{ id: fc.constant('v' as never), kind: fc.constant('vignette' as const) },
    enabled: fc.constant(true),
    params: fc.record({
      amount: fc.oneof(animatedBetween(0.1, 1), animatedBetween(-1, -0.1)),
      size: animatedBetween(0.2, 0.9),
      softness: animatedBetween(0.2, 1),
    }),
  }),
  fc.record({
    ...{ id: fc.constant('k' as never), kind: fc.constant('key' as const), color },
    enabled: fc.constant(true),
    params: fc.record({
      tolerance: between(0.1, 0.5).map(constant),
      softness: between(0.2, 0.6).map(constant),
      spill: between(0, 1).map(constant),
    }),
  }),
)

const source: fc.Arbitrary<Clip['source']> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...Object.keys(FILES))
      .map((name) => ({ kind: 'asset', assetId: name as never }) as const),
  },
  { weight: 2, arbitrary: color.map(solid) },
  {
    weight: 1,
    arbitrary: color.map((value) => ({ ...defaultTitle('Random'), size: 0.3, color: value })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'adjustment' } as const) },
  {
    weight: 1,
    arbitrary: fc.constant({ kind: 'timeline', timelineId: 'inner' as never } as const),
  },
)

const clip = (sources: fc.Arbitrary<Clip['source']>): fc.Arbitrary<Clip> =>
  fc
    .record({
      ...{ source: sources, picture, duration: fc.integer({ min: 8, max: 12 }) },
      speed: usually(rational(1), fc.constantFrom(rational(3, 2), rational(-1), rational(0))),
      effects: fc.array(effect, { maxLength: 2 }),
      blendMode: usually('normal', fc.constantFrom(...blendModeSchema.options)),
      fadeIn: usually(0, fc.integer({ min: 1, max: 4 })),
      fadeOut: usually(0, fc.integer({ min: 1, max: 4 })),
    })
    .map(({ source: on, duration, ...more }) =>
      clipOn(on, duration, { sourceStart: rational(3, 2), ...more }),
    )

const style: fc.Arbitrary<TransitionStyle> = fc.oneof(
  fc.constant({ kind: 'dissolve' } as const),
  color.map((value) => ({ kind: 'dip', color: value }) as const),
  fc
    .tuple(fc.integer({ min: -180, max: 180 }), between(0, 1))
    .map(([angle, softness]) => ({ kind: 'wipe', angle, softness }) as const),
)

const track = (sources: fc.Arbitrary<Clip['source']>): fc.Arbitrary<DescribedTrack> =>
  fc
    .tuple(fc.tuple(clip(sources), clip(sources)), fc.option(style), fc.integer({ min: 1, max: 4 }))
    .map(([items, across, half]) => ({
      items,
      transitions: across ? [{ at: 1, before: half, after: 5 - half, style: across }] : [],
    }))

const scene: fc.Arbitrary<Record<string, DescribedTimeline>> = fc.record({
  main: fc.record({
    ...{ width: fc.constant(320), height: fc.constant(180) },
    rate: fc.constantFrom(rational(25), rational(24), rational(30000, 1001)),
    tracks: fc.array(track(source), { minLength: 1, maxLength: 3 }),
  }),
  inner: fc.record({
    ...{ width: fc.constant(200), height: fc.constant(180), rate: fc.constant(rational(30)) },
    // Its first second and a half is passed over.
    tracks: track(color.map(solid)).map((inner) => [
      { items: [clipOn({ kind: 'asset', assetId: 'logo.png' as never }, 100)] },
      { ...inner, items: [40, ...inner.items], transitions: [] },
    ]),
  }),
})

/** Milliseconds: a document takes some ten seconds where nothing else runs. */
const PATIENCE = isSoak ? 3_600_000 : 300_000

let count = 0
const worst = { ssim: 1, mean: 0 }

it(
  'look in exports as the page says',
  async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (timelines) => {
        const compared = await comparedExport(
          documentOf(timelines, assets),
          file(`random${++count}.mov`),
          ({ name }) => file(name),
          [2, 7, 9, 14],
        )
        for (const { ssim, meanError } of compared) {
          worst.ssim = Math.min(worst.ssim, ssim)
          worst.mean = Math.max(worst.mean, meanError)
        }
        expect(Math.min(...compared.map(({ ssim }) => ssim)), described(compared)).toBeGreaterThan(
          0.98,
        )
      }),
      { ...seeded({ sample: 2, soak: 60 }), endOnFailure: true },
    )
    process.stdout.write(
      `figure: ${count} random documents, 4 frames each: SSIM at least ${worst.ssim.toFixed(4)}, mean luma off by at most ${worst.mean.toFixed(2)}\n`,
    )
  },
  PATIENCE,
)
