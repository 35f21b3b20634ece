/** A project with something of every kind that can be painted, and the frames at which to look at it. */
import type { Asset } from '../../../shared/model/asset.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import { type BlendMode, blendModeSchema, type Effect } from '../../../shared/model/effect.ts'
import { defaultTitle } from '../../../shared/model/generator.ts'
import { constant, EASE } from '../../../shared/model/keyframe.ts'
import { rational } from '../../../shared/time/rational.ts'
import { clipOn, documentOf, keyed, solid } from '../../fixtures/documents.ts'

const lavfi = (source: string): string[] => ['-f', 'lavfi', '-i', source]
const H264 = ['-c:v', 'libx264', '-crf', '12', '-preset', 'veryfast', '-colorspace', 'bt709']

/** What ffmpeg makes them of, footage with edges, gradients and motion: upright, wide, and square with alpha. */
export const PAINTED_FILES: Readonly<Record<string, readonly string[]>> = {
  'wide.mp4': [...lavfi('testsrc2=s=480x270:r=25:d=5,format=yuv420p'), ...H264],
  'soft.mp4': [
    ...lavfi('mandelbrot=s=640x360:r=25:end_scale=0.1,trim=duration=5,format=yuv420p'),
    ...H264,
  ],
  'high.mp4': [...lavfi('testsrc2=s=180x320:r=30:d=5,format=yuv420p'), ...H264],
  // Stills have no chroma to be guessed between pixels, which grading, sharpening and blending would magnify.
  'bars.png': [...lavfi('testsrc2=s=480x270:r=25:d=1,format=rgb24'), ...['-frames:v', '1']],
  'hills.png': [...lavfi('mandelbrot=s=640x360:r=25,format=rgb24'), ...['-frames:v', '1']],
  'logo.png': [
    ...lavfi(
      "color=c=red:s=160x160:d=0.04,format=rgba,geq=r='255*X/W':g='255*Y/H':b='128':a='255*clip(1.6-hypot(X-80,Y-80)/50,0,1)'",
    ),
    ...['-frames:v', '1'],
  ],
}

const id = (name: string) => ({ id: name as never, enabled: true })

const GRADE: Effect = {
  ...{ ...id('grade'), kind: 'grade' },
  params: {
    exposure: constant(0.4),
    contrast: constant(1.2),
    temperature: constant(0.3),
    saturation: constant(1.3),
    lutStrength: constant(1),
  },
  curves: {
    master: [
      { input: 0, output: 0.05 },
      { input: 0.5, output: 0.6 },
      { input: 1, output: 1 },
    ],
    blue: [
      { input: 0, output: 0.2 },
      { input: 1, output: 0.8 },
    ],
  },
}
const BLUR: Effect = {
  ...{ ...id('blur'), kind: 'blur' },
  params: { radius: keyed([0, 0.02], [19, 0.25]) },
}
const SOFT: Effect = {
  ...{ ...id('soft'), kind: 'blur' },
  params: { radius: constant(0.05) },
}
const SHARPEN: Effect = {
  ...{ ...id('sharpen'), kind: 'sharpen' },
  params: { amount: constant(0.8), radius: constant(0.01) },
}
const VIGNETTE: Effect = {
  ...{ ...id('vignette'), kind: 'vignette' },
  params: { amount: constant(0.7), size: constant(0.6), softness: constant(0.5) },
}
const KEY: Effect = {
  ...{ ...id('key'), kind: 'key', color: '#00ff00' },
  params: { tolerance: constant(0.4), softness: constant(0.3), spill: constant(0.5) },
}

const BLENDED = blendModeSchema.options.filter((mode): mode is BlendMode => mode !== 'normal')
/** Frames that each blend mode is on. */
const STEP = 4
const BLENDS_FROM = 210

/** Each section has 20 frames. */
export function paintedDocument(assets: readonly Asset[]) {
  const on = (name: string): Clip['source'] => {
    const asset = assets.find((one) => one.name === name)
    if (!asset) throw new Error(`No asset is called ${name}`)
    return { kind: 'asset', assetId: asset.id }
  }
  const second = { sourceStart: rational(1) }
  const main = {
    ...{ width: 480, height: 270, rate: rational(25) },
    tracks: [
      {
        items: [
          clipOn(on('wide'), 20, { sourceStart: rational(13, 25), speed: rational(3, 2) }),
          clipOn(on('soft'), 20, second),
          clipOn(on('wide'), 20, {
            sourceStart: rational(2),
            speedKeys: [
              { ...{ id: 'a' as never, frame: 0, speed: rational(1) }, ease: 'smooth' },
              { ...{ id: 'b' as never, frame: 16, speed: rational(-2) }, ease: 'linear' },
            ],
          }),
          clipOn(on('soft'), 20, { sourceStart: rational(3), speed: rational(-1) }),
          10,
          clipOn(on('bars'), 20, { fadeIn: 8, effects: [GRADE] }),
          clipOn(on('soft'), 20, { ...second, effects: [BLUR] }),
          clipOn(solid('#8040a0'), 20, { effects: [VIGNETTE] }),
          clipOn(on('soft'), 20, second),
          clipOn(on('bars'), 20, { effects: [SHARPEN] }),
          clipOn(on('soft'), 20, second),
          clipOn(on('bars'), BLENDED.length * STEP),
          clipOn(on('soft'), 20, second),
        ],
        transitions: [
          { at: 1, before: 5, after: 5, style: { kind: 'dissolve' } },
          { at: 2, before: 5, after: 5, style: { kind: 'wipe', angle: 30, softness: 0.3 } },
          { at: 3, before: 5, after: 5, style: { kind: 'dip', color: '#ffd080' } },
          { at: 4, before: 6, after: 0, style: { kind: 'dissolve' } },
        ],
      } as const,
      {
        items: [
          // Moves over the first section.
          clipOn(on('high'), 20, {
            picture: {
              positionX: keyed([0, -0.3, EASE], [19, 0.3]),
              scale: constant(0.6),
              rotation: keyed([0, 0], [19, 90]),
              opacity: constant(0.8),
              cropTop: constant(0.1),
            },
          }),
          110,
          clipOn(on('wide'), 20, { ...second, effects: [KEY], picture: { scale: constant(0.7) } }),
          clipOn({ kind: 'timeline', timelineId: 'inner' as never }, 20, {
            picture: { scale: constant(0.8), rotation: constant(-8) },
          }),
          20,
          clipOn({ kind: 'adjustment' }, 20, { effects: [GRADE, VIGNETTE], fadeOut: 10 }),
          ...BLENDED.map((blendMode) =>
            clipOn(on('hills'), STEP, { blendMode, picture: { opacity: constant(0.9) } }),
          ),
          clipOn({ ...defaultTitle('Everything\non one frame'), y: 0.4 }, 20, {
            fadeIn: 10,
            picture: { rotation: constant(5) },
          }),
        ],
      },
      {
        kind: 'subtitle',
        items: [
          BLENDS_FROM + BLENDED.length * STEP,
          clipOn({ kind: 'caption', text: 'What is said stands below.' }, 20),
        ],
      } as const,
    ],
  }
  const inner = {
    ...{ width: 320, height: 320, rate: rational(30) },
    tracks: [
      {
        items: [
          clipOn(on('logo'), 12),
          clipOn(on('logo'), 60, { picture: { rotation: constant(45) } }),
        ],
        transitions: [{ at: 1, before: 6, after: 6, style: { kind: 'dissolve' } }],
      } as const,
      {
        items: [
          clipOn(on('high'), 60, {
            picture: { scale: constant(0.4), positionX: constant(-0.3) },
            blendMode: 'screen',
          }),
        ],
      },
      // On nothing but its own clips: what is soft must not stand over what is sharp.
      {
        items: [
          12,
          clipOn({ kind: 'adjustment' }, 48, {
            effects: [SOFT],
            picture: { opacity: constant(0.7) },
          }),
        ],
      },
    ],
  }
  return documentOf({ main, inner }, assets)
}

/** Thirty frames and what is on them. */
export const PAINTED_FRAMES: readonly (readonly [frame: number, what: string])[] = [
  [0, 'trimmed and fast, with a turning picture over it'],
  [10, 'trimmed and fast, later'],
  [16, 'dissolve'],
  [20, 'dissolve past its middle'],
  [24, 'dissolve at its end'],
  [30, 'a plain clip'],
  [37, 'wipe'],
  [41, 'wipe past its middle'],
  [48, 'keyed speed forwards'],
  [53, 'keyed speed backwards'],
  [57, 'dip going out'],
  [62, 'dip coming in'],
  [70, 'backwards'],
  [77, 'dissolve to nothing'],
  [85, 'a gap'],
  [91, 'grade fading in'],
  [105, 'grade'],
  [111, 'blur'],
  [129, 'a wide blur'],
  [140, 'vignette with a key over it'],
  [151, 'nested dissolve'],
  [165, 'nested'],
  [180, 'sharpen'],
  [192, 'adjustment'],
  [206, 'adjustment fading out'],
  ...BLENDED.map((mode, order) => [BLENDS_FROM + order * STEP + 2, `blended as ${mode}`] as const),
  [243, 'a title fading in and a caption'],
  [255, 'a title and a caption'],
]
