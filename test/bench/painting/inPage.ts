/** In the page: frames of 1080p composed on a canvas like the monitor's, and the time each takes until its pixels are there. */
import { compose, type Tools } from '../../../renderer/playback/compositor/compose.ts'
import type { LayerPicture } from '../../../renderer/playback/compositor/layerPicture.ts'
import { createSheets, type Surface } from '../../../renderer/playback/compositor/Surface.ts'
import { createColorTables } from '../../../renderer/playback/effects/colorTables.ts'
import { effectSteps } from '../../../renderer/playback/effects/effectSteps.ts'
import { holdEffects } from '../../../renderer/playback/effects/effects.ts'
import type { TransitionStyle } from '../../../shared/model/transition.ts'
import type { EffectAt } from '../../../shared/render/effectAt.ts'
import type {
  PictureAdjustment,
  PictureLayer,
  PictureNode,
  PictureTransition,
} from '../../../shared/render/picture.ts'

const [WIDTH, HEIGHT] = [1920, 1080]

/** A decoder's frame: gradients with some noise, 4:2:0 of BT.709. */
function frameOf(width: number, height: number, seed: number): VideoFrame {
  const data = new Uint8Array((width * height * 3) / 2)
  let noise = seed
  for (let at = 0; at < data.length; at++) {
    noise = (noise * 16_807) % 2_147_483_647
    data[at] = 40 + (((at % width) * 150) / width + (noise % 16))
  }
  return new VideoFrame(data, {
    ...{ format: 'I420', codedWidth: width, codedHeight: height, timestamp: 0 },
    colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
  })
}

const PICTURES: Readonly<Record<string, LayerPicture>> = Object.fromEntries(
  (
    [
      ['a', WIDTH, HEIGHT],
      ['b', WIDTH, HEIGHT],
      ['proxy', WIDTH / 2, HEIGHT / 2],
    ] as const
  ).map(([name, width, height], seed) => [
    name,
    { kind: 'picture', image: frameOf(width, height, seed + 1), width, height },
  ]),
)

const layer = (name: string, patch: Partial<PictureLayer> = {}): PictureLayer => ({
  ...{ kind: 'layer', clip: {} as never, content: { kind: 'card', name } },
  ...{ centerX: WIDTH / 2, centerY: HEIGHT / 2, width: WIDTH, height: HEIGHT, scale: 1 },
  ...{ rotation: 0, opacity: 1, crop: { left: 0, top: 0, right: 0, bottom: 0 } },
  ...{ effects: [], blendMode: 'normal' },
  ...patch,
})

const between = (style: TransitionStyle): PictureTransition => ({
  ...{ kind: 'transition', progress: 0.4, from: layer('a'), to: layer('b') },
  transition: { style } as never,
})

const GRADE: EffectAt = {
  ...{ kind: 'grade', exposure: 0.4, contrast: 1.2, temperature: 0.3, saturation: 1.3 },
  lutStrength: 1,
}

const adjustment: PictureAdjustment = {
  ...{ kind: 'adjustment', clip: {} as never, opacity: 1, effects: [GRADE], blendMode: 'normal' },
}

const FRAMES: Readonly<Record<string, readonly PictureNode[]>> = {
  'a plain clip': [layer('a')],
  'a plain clip, its proxy': [layer('proxy')],
  'two clips, one half seen': [layer('a'), layer('b', { opacity: 0.5 })],
  'two clips, multiplied': [layer('a'), layer('b', { blendMode: 'multiply' })],
  'a dissolve': [between({ kind: 'dissolve' })],
  'a wipe': [between({ kind: 'wipe', angle: 30, softness: 0.2 })],
  'a dip': [between({ kind: 'dip', color: '#ffffff' })],
  'a graded clip': [layer('a', { effects: [GRADE] })],
  'a graded clip, its proxy': [layer('proxy', { effects: [GRADE] })],
  'a blurred clip, its proxy': [layer('proxy', { effects: [{ kind: 'blur', radius: 0.02 }] })],
  'a graded adjustment': [layer('a'), adjustment],
}

export interface Measured {
  readonly means: 'gpu' | 'cpu'
  /** Milliseconds of each frame, by what is on it. */
  readonly frames: Readonly<Record<string, number[]>>
}

export function measure(rounds: number): Measured {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('No 2D canvas')
  context.imageSmoothingQuality = 'low'
  const effects = holdEffects()
  const sheets = createSheets()
  const tables = createColorTables()
  const tools: Tools = {
    ...{ sheets, effects },
    stepsOf: (list, unit) => effectSteps(list, unit, (colors) => tables(colors, new Map())),
    pictureOf: ({ content }) => {
      const found = content.kind === 'card' ? PICTURES[content.name] : undefined
      if (!found) throw new Error('No such picture')
      return found
    },
  }
  const surface: Surface = {
    ...{ image: canvas, context, isOpaque: true },
    width: WIDTH,
    height: HEIGHT,
  }
  const frames: Record<string, number[]> = {}
  for (let round = -1; round < rounds; round++) {
    for (const [name, nodes] of Object.entries(FRAMES)) {
      const began = performance.now()
      compose(surface, { width: WIDTH, height: HEIGHT, nodes }, tools)
      // Until somebody looks, a canvas may only have been told what to draw.
      context.getImageData(0, 0, 1, 1)
      const took = performance.now() - began
      // The first round makes canvases and tables.
      if (round >= 0) frames[name] = [...(frames[name] ?? []), took]
    }
  }
  const { means } = effects
  effects.release()
  return { means, frames }
}
