/**
 * Where pictures stand in a render, measured: the centre of mass of a white mark, edges and brightness read from decoded
 * pixels, against positions worked out by hand from the clip's settings.
 */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { type Clip, defaultPicture, type PictureSettings } from '../../../shared/model/clip.ts'
import { constant, EASE, HOLD } from '../../../shared/model/keyframe.ts'
import { planRender } from '../../../shared/render/planRender.ts'
import type { RenderPlan } from '../../../shared/render/renderPlan.ts'
import { runTool } from '../../fixtures/tool.ts'
import { temporaryFolder } from '../../main/media/temporaryFolder.ts'
import { assetOf, clip, keyed, ofAsset, projectOf } from './planFixtures.ts'
import { rawPicture } from './rawPicture.ts'

const CANVAS = { width: 320, height: 180 }
/** A white square of 24 pixels on dark grey, its centre at a quarter of the width and a third of the height. */
const MARK = { u: 0.25, v: 1 / 3 }
const DARK = 60

const file = temporaryFolder()
const files = new Map<string, string>()
let wide: Asset
let narrow: Asset
let large: Asset
let glass: Asset
let white: Asset

beforeAll(async () => {
  const engine = createFfmpegEngine()
  const make = async (name: string, width: number, height: number): Promise<Asset> => {
    const path = file(`${name}.mp4`)
    const side = Math.round(width * 0.075)
    const [x, y] = [width * MARK.u - side / 2, height * MARK.v - side / 2]
    await runTool('ffmpeg', [
      ...[
        '-v',
        'error',
        '-y',
        '-f',
        'lavfi',
        '-i',
        `color=c=0x3c3c3c:s=${width}x${height}:r=24:d=3`,
      ],
      ...[
        '-vf',
        `format=gbrp,drawbox=${x}:${y}:${side}:${side}:white:fill,scale=out_color_matrix=bt601`,
      ],
      ...['-c:v', 'libx264', '-crf', '4', '-pix_fmt', 'yuv420p', path],
    ])
    files.set(name, path)
    return assetOf(name, await engine.probe(path))
  }
  wide = await make('wide', 320, 180)
  narrow = await make('narrow', 240, 180)
  large = await make('large', 1280, 720)
  const still = async (name: string, source: string): Promise<Asset> => {
    const path = join(file('.'), `${name}.png`)
    await runTool('ffmpeg', [
      ...['-v', 'error', '-y', '-f', 'lavfi', '-i', source, '-frames:v', '1', path],
    ])
    files.set(name, path)
    return assetOf(name, await engine.probe(path))
  }
  glass = await still('glass', 'color=c=white@0.5:s=320x180,format=rgba')
  white = await still('white', 'color=c=white:s=320x180,format=rgb24')
})

interface Frames {
  /** Grey level 0..255 at a pixel of a frame. */
  readonly at: (frame: number, x: number, y: number) => number
  readonly count: number
}

async function render(v1: Clip[], v2: Clip[] = [], canvas = CANVAS): Promise<Frames> {
  const assets = [wide, narrow, large, glass, white]
  const { project, timeline } = projectOf(canvas, assets, { V1: v1, V2: v2 })
  const stdout = await rawPicture(
    planRender(project, timeline),
    'yuv420p',
    (asset) => files.get(asset.name) ?? '',
  )
  const size = (canvas.width * canvas.height * 3) / 2
  return {
    count: stdout.length / size,
    at: (frame, x, y) => (((stdout[frame * size + y * canvas.width + x] ?? 0) - 16) * 255) / 219,
  }
}

/** Centre of mass of what is brighter than half, weighted by how much; pixel centres lie at .5. */
function mark(frames: Frames, frame: number): { x: number; y: number } {
  let [sum, x, y] = [0, 0, 0]
  for (let row = 0; row < CANVAS.height; row++) {
    for (let column = 0; column < CANVAS.width; column++) {
      const weight = Math.max(0, frames.at(frame, column, row) - 100)
      sum += weight
      x += weight * (column + 0.5)
      y += weight * (row + 0.5)
    }
  }
  return { x: x / sum, y: y / sum }
}

/** In steps of 5, which coding noise does not leave. */
const level = (frames: Frames, frame: number, x: number, y: number): number =>
  Math.round(frames.at(frame, x, y) / 5) * 5

const picture = (settings: Partial<PictureSettings>): PictureSettings => ({
  ...defaultPicture(),
  ...settings,
})

const shown = (asset: Asset, settings: Partial<PictureSettings>, duration = 24): Clip =>
  clip({ source: ofAsset(asset), duration, picture: picture(settings) })

/** The mark's place for a picture of `width` x `height` at scale 1, turned by `degrees`. */
function wanted(
  base: { width: number; height: number },
  scale: number,
  x: number,
  y: number,
  degrees = 0,
): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180
  const [dx, dy] = [(MARK.u - 0.5) * base.width * scale, (MARK.v - 0.5) * base.height * scale]
  return {
    x: 160 + x * 320 + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: 90 + y * 180 + dx * Math.sin(angle) + dy * Math.cos(angle),
  }
}

function expectNear(
  found: { x: number; y: number },
  meant: { x: number; y: number },
  within: number,
): void {
  expect(Math.hypot(found.x - meant.x, found.y - meant.y)).toBeLessThan(within)
}

describe('pictures at rest', () => {
  it('fill the canvas, or fit inside it with black beside them', async () => {
    const frames = await render([shown(wide, {}, 2), shown(narrow, {}, 2), shown(large, {}, 2)])
    expect(frames.count).toBe(6)
    expectNear(mark(frames, 0), wanted(CANVAS, 1, 0, 0), 0.1)
    expectNear(mark(frames, 2), wanted({ width: 240, height: 180 }, 1, 0, 0), 0.1)
    expectNear(mark(frames, 4), wanted(CANVAS, 1, 0, 0), 0.1)
    expect([38, 41].map((x) => level(frames, 2, x, 90))).toEqual([0, DARK])
  })

  it('stand within half a pixel of a fractional place, turned exactly', async () => {
    const frames = await render([
      shown(
        wide,
        { positionX: constant(0.1013), positionY: constant(-0.07), scale: constant(0.63) },
        1,
      ),
      shown(wide, { scale: constant(0.7), rotation: constant(33) }, 1),
      shown(large, { scale: constant(1.9), positionX: constant(0.31) }, 1),
    ])
    expectNear(mark(frames, 0), wanted(CANVAS, 0.63, 0.1013, -0.07), 0.5)
    expectNear(mark(frames, 1), wanted(CANVAS, 0.7, 0, 0, 33), 0.1)
    expectNear(mark(frames, 2), wanted(CANVAS, 1.9, 0.31, 0), 0.5)
  })

  it('are cropped on each side', async () => {
    const frames = await render([
      shown(wide, { cropLeft: constant(0.125), cropBottom: constant(0.5) }, 1),
    ])
    const row = [39, 41].map((x) => level(frames, 0, x, 20))
    const column = [88, 92].map((y) => level(frames, 0, 200, y))
    expect({ row, column }).toEqual({ row: [0, DARK], column: [DARK, 0] })
  })
})

describe('pictures that move', () => {
  it('follow scale and position keyframes at sub-pixel precision on every frame', async () => {
    const frames = await render([
      shown(wide, { scale: keyed([0, 0.5], [23, 0.9]), positionX: keyed([0, -0.1], [23, 0.1031]) }),
    ])
    for (let frame = 0; frame < 24; frame++) {
      const done = frame / 23
      const meant = wanted(CANVAS, 0.5 + 0.4 * done, -0.1 + 0.2031 * done, 0)
      expectNear(mark(frames, frame), meant, 0.25)
    }
  })

  it('follow eased turns and zooms beyond the canvas', async () => {
    const frames = await render([
      shown(large, { scale: keyed([4, 1, EASE], [20, 1.6]), rotation: keyed([0, 0], [23, -46]) }),
    ])
    // The ease is symmetric: half way in time is half way in value.
    expectNear(mark(frames, 12), wanted(CANVAS, 1.3, 0, 0, -24), 0.25)
    expectNear(mark(frames, 2), wanted(CANVAS, 1, 0, 0, -4), 0.25)
    expectNear(mark(frames, 21), wanted(CANVAS, 1.6, 0, 0, -42), 0.25)
  })

  const centers = ({ segments: [segment] }: RenderPlan) => {
    const [node] = segment?.nodes ?? []
    return node?.kind === 'layer' ? node.centerX : undefined
  }

  it('are trimmed into by a range: keyframes keep their frames', async () => {
    const { project, timeline } = projectOf(CANVAS, [wide], {
      V1: [shown(wide, { positionX: keyed([0, 0], [20, 0.2]) })],
    })
    const whole = centers(planRender(project, timeline))
    const part = planRender(project, timeline, { range: { in: 10, out: 13 } })
    expect(part.segments).toHaveLength(1)
    expect(centers(part)).toEqual((whole as number[]).slice(10, 13))
  })

  it('are wiped by a moving crop', async () => {
    const frames = await render([shown(white, { cropRight: keyed([0, 0], [20, 0.5]) })])
    const edge = (frame: number): number =>
      Array.from({ length: 320 }, (_, x) => frames.at(frame, x, 90) / 255).reduce((a, b) => a + b)
    for (const frame of [1, 7, 20]) {
      expect(Math.abs(edge(frame) - 320 * (1 - (0.5 * frame) / 20))).toBeLessThan(1)
    }
  })
})

describe('layers', () => {
  it('blend by opacity and by their own transparency, in order', async () => {
    const frames = await render(
      [shown(wide, {}, 3)],
      [
        shown(white, { opacity: constant(0.25) }, 1),
        shown(glass, {}, 1),
        shown(glass, { scale: constant(0.5), rotation: constant(45) }, 1),
      ],
    )
    const middle = [0, 1, 2].map((frame) => frames.at(frame, 200, 100))
    const half = DARK + (255 - DARK) / 2
    for (const [index, meant] of [DARK + (255 - DARK) / 4, half, half].entries()) {
      expect(Math.abs((middle[index] ?? 0) - meant)).toBeLessThan(2.5)
    }
    expect(level(frames, 2, 20, 20)).toBe(DARK)
  })

  it('fade by keyframes, exactly on each frame, held values included', async () => {
    const frames = await render([
      shown(white, { opacity: keyed([2, 0], [12, 1, HOLD], [15, 0.4, HOLD], [18, 0.8]) }),
    ])
    const opacity = (frame: number): number =>
      frame < 2 ? 0 : frame < 12 ? (frame - 2) / 10 : frame < 15 ? 1 : frame < 18 ? 0.4 : 0.8
    for (let frame = 0; frame < 24; frame++) {
      expect(Math.abs(frames.at(frame, 160, 90) - 255 * opacity(frame))).toBeLessThan(2.5)
    }
  })

  it('show solids and slates without any input, and black in gaps', async () => {
    const solid = clip({ source: { kind: 'solid', color: '#808080' }, duration: 2 })
    const { project, timeline } = projectOf(CANVAS, [], { V1: [solid, 2], V2: [4] })
    const stdout = await rawPicture(planRender(project, timeline), 'yuv420p', () => '')
    const size = (320 * 180 * 3) / 2
    const levels = [0, 1, 2, 3].map((frame) => stdout[frame * size])
    expect({ levels, frames: stdout.length / size }).toEqual({
      levels: [126, 126, 16, 16],
      frames: 4,
    })
  })
})
