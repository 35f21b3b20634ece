/** Effects, blend modes, adjustments and nested timelines in exported frames, against sums worked out here. */
import { beforeAll, describe, expect, it } from 'vitest'
import { createFfmpegEngine } from '../../../main/media/ffmpeg/createFfmpegEngine.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import { type BlendMode, DEFAULT_EFFECTS, type Effect } from '../../../shared/model/effect.ts'
import { defaultTitle } from '../../../shared/model/generator.ts'
import { type Animated, constant } from '../../../shared/model/keyframe.ts'
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
import { temporaryFolder } from '../../main/media/temporaryFolder.ts'
import { assetOf } from './planFixtures.ts'
import { apart, type Frames, framesOf, type Rgb } from './solidScene.ts'

const WIDTH = 64
const HEIGHT = 36
const file = temporaryFolder()
const stills: Asset[] = []

beforeAll(async () => {
  const engine = createFfmpegEngine()
  const sources = {
    // Black on the left, white on the right.
    edge: `color=black:s=${WIDTH}x${HEIGHT},drawbox=32:0:32:36:white:fill,format=rgb24`,
    // Green, with a red field in the middle.
    large: 'color=0x207820:s=640x360,format=rgb24',
    screen: `color=0x00ff00:s=${WIDTH}x${HEIGHT},format=rgb24,drawbox=24:12:16:12:0xff0000:fill`,
  }
  for (const [name, source] of Object.entries(sources)) {
    const path = file(`${name}.png`)
    await runTool('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, '-frames:v', '1', path])
    stills.push(assetOf(name, await engine.probe(path)))
  }
})

const still = (name: string) => ({ kind: 'asset', assetId: name }) as never

function frames(
  tracks: readonly DescribedTrack[],
  others: Readonly<Record<string, DescribedTimeline>> = {},
): Promise<Frames> {
  const main = { width: WIDTH, height: HEIGHT, rate: rational(25), tracks }
  const { project, timeline } = documentOf({ main, ...others }, stills)
  return framesOf(project, timeline, ({ name }) => file(`${name}.png`))
}

const effect = <K extends Effect['kind']>(
  kind: K,
  params: Readonly<Record<string, number | Animated>>,
  more: object = {},
): Effect => {
  const made = DEFAULT_EFFECTS[kind]()
  const values = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'number' ? constant(value) : value,
  ])
  return {
    ...made,
    ...more,
    id: kind,
    params: { ...made.params, ...Object.fromEntries(values) },
  } as unknown as Effect
}

const expectColor = (found: Rgb, wanted: Rgb, within = 1.3): void =>
  expect({ found, wanted, apart: apart(found, wanted) <= within }).toMatchObject({ apart: true })

const on = (color: string, more: Partial<Clip> = {}, duration = 2) =>
  clipOn(solid(color), duration, more as never)
const hex = ([red, green, blue]: Rgb): string =>
  `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`

describe('blend modes', () => {
  const BACK: Rgb = [30, 128, 220]
  const FRONT: Rgb = [200, 90, 60]
  const D = (b: number): number => (b <= 0.25 ? ((16 * b - 12) * b + 4) * b : Math.sqrt(b))
  const B: Readonly<Record<BlendMode, (b: number, s: number) => number>> = {
    normal: (_, s) => s,
    multiply: (b, s) => b * s,
    screen: (b, s) => b + s - b * s,
    overlay: (b, s) => (b <= 0.5 ? 2 * b * s : 1 - 2 * (1 - b) * (1 - s)),
    add: (b, s) => Math.min(1, b + s),
    darken: (b, s) => Math.min(b, s),
    lighten: (b, s) => Math.max(b, s),
    difference: (b, s) => Math.abs(b - s),
    softLight: (b, s) => (s <= 0.5 ? b - (1 - 2 * s) * b * (1 - b) : b + (2 * s - 1) * (D(b) - b)),
  }

  it.each(Object.keys(B) as BlendMode[])(
    '%s, whole and half seen, beside itself nothing',
    async (blendMode) => {
      const half = { scale: constant(0.5) }
      const drawn = await frames([
        { items: [on(hex(BACK))] },
        {
          items: [
            on(hex(FRONT), { blendMode, picture: half as never }, 1),
            on(hex(FRONT), { blendMode, picture: { ...half, opacity: constant(0.4) } as never }, 1),
          ],
        },
      ])
      for (const [frame, alpha] of [1, 0.4].entries()) {
        const wanted = BACK.map((back, i) => {
          const [b, s] = [back / 255, (FRONT[i] ?? 0) / 255]
          const lit =
            blendMode === 'add' ? Math.min(1, b + alpha * s) : b + alpha * (B[blendMode](b, s) - b)
          return 255 * lit
        }) as unknown as Rgb
        expectColor(drawn.at(frame, 32, 18), wanted)
        expectColor(drawn.at(frame, 4, 18), BACK)
      }
    },
  )

  it('on what is half there blends by half, and keeps its own colour by half', async () => {
    const inner = {
      ...{ width: WIDTH, height: HEIGHT, rate: rational(25) },
      tracks: [
        { items: [on(hex(BACK), { picture: { opacity: constant(0.5) } as never })] },
        { items: [on(hex(FRONT), { blendMode: 'multiply' })] },
      ],
    }
    const drawn = await frames(
      [
        { items: [on('#ffffff')] },
        { items: [clipOn({ kind: 'timeline', timelineId: 'inner' as never }, 2)] },
      ],
      { inner },
    )
    const wanted = BACK.map((b, i) => {
      const s = FRONT[i] ?? 0
      // Opaque in the end: half of it its own colour, half the product.
      return s / 2 + (b * s) / 255 / 2
    }) as unknown as Rgb
    expectColor(drawn.at(0, 32, 18), wanted, 2)
  })
})

const luma = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b
const graded = (color: Rgb, exposure: number, contrast: number, saturation: number): Rgb => {
  const middle = 255 * 0.18 ** (1 / 2.4)
  const lit = color.map((v) => middle + (v * 2 ** (exposure / 2.4) - middle) * contrast)
  const y = luma(lit as unknown as Rgb)
  return lit.map((v) => Math.min(255, Math.max(0, y + (v - y) * saturation))) as unknown as Rgb
}
const COLORS: readonly Rgb[] = [
  [200, 100, 50],
  [20, 60, 120],
  [128, 128, 128],
]

describe('grades', () => {
  it('that stand still', async () => {
    const effects = [effect('grade', { exposure: 0.5, contrast: 1.2, saturation: 0.6 })]
    for (const color of COLORS) {
      const drawn = await frames([{ items: [on(hex(color), { effects })] }])
      expectColor(drawn.at(0, 9, 9), graded(color, 0.5, 1.2, 0.6))
    }
  })

  it('that change on every frame', async () => {
    const effects = [
      effect('grade', { exposure: keyed([0, -1], [6, 1]), saturation: keyed([0, 1], [6, 0]) }),
    ]
    for (const color of COLORS) {
      const drawn = await frames([{ items: [on(hex(color), { effects }, 7)] }])
      for (let frame = 0; frame < 7; frame++) {
        const wanted = graded(color, -1 + frame / 3, 1, 1 - frame / 6)
        expectColor(drawn.at(frame, 9, 9), wanted, 1.6)
      }
    }
  })

  it('of an adjustment reach all below, by its opacity, for as long as it lasts', async () => {
    const effects = [effect('grade', { exposure: -1 })]
    const [back, front] = COLORS as readonly [Rgb, Rgb, Rgb]
    const drawn = await frames([
      { items: [on(hex(back), {}, 4)] },
      { items: [on(hex(front), { picture: { scale: constant(0.5) } as never }, 4)] },
      {
        items: [
          1,
          clipOn({ kind: 'adjustment' }, 1, { effects }),
          clipOn({ kind: 'adjustment' }, 1, { effects, picture: { opacity: constant(0.25) } }),
        ],
      },
    ])
    for (const [frame, part] of [0, 1, 0.25, 0].entries()) {
      for (const [x, color] of [
        [32, front],
        [4, back],
      ] as const) {
        const dark = graded(color, -1, 1, 1)
        const wanted = color.map((v, i) => v + ((dark[i] ?? 0) - v) * part) as unknown as Rgb
        expectColor(drawn.at(frame, x, 18), wanted)
      }
    }
  })
})

describe('an adjustment takes the place of what is below', () => {
  const nest = (effects: Effect[], opacity: number | Animated, items: readonly Clip[]) => ({
    inner: {
      ...{ width: WIDTH, height: HEIGHT, rate: rational(25) },
      tracks: [
        { items },
        {
          items: [
            clipOn({ kind: 'adjustment' }, 2, {
              effects,
              picture: { opacity: typeof opacity === 'number' ? constant(opacity) : opacity },
            }),
          ],
        },
      ],
    },
  })
  const tracks = [
    { items: [on('#0000ff')] },
    { items: [clipOn({ kind: 'timeline', timelineId: 'inner' as never }, 2)] },
  ]

  it('in a nested timeline: what is half there stays half there, whole and by its opacity', async () => {
    const [red] = COLORS as readonly [Rgb, Rgb, Rgb]
    const half = [on(hex(red), { picture: { opacity: constant(0.5) } as never })]
    const dark = graded(red, -1, 1, 1)
    const grade = [effect('grade', { exposure: -1 })]
    for (const opacity of [1, 0.25, keyed([0, 1], [1, 0.25])]) {
      const drawn = await frames(tracks, nest(grade, opacity, half))
      for (const frame of [0, 1]) {
        const part = typeof opacity === 'number' ? opacity : ([1, 0.25][frame] ?? 1)
        const wanted = red.map((v, i) => {
          const changed = v + ((dark[i] ?? 0) - v) * part
          return changed / 2 + (i === 2 ? 127.5 : 0)
        }) as unknown as Rgb
        expectColor(drawn.at(frame, 32, 18), wanted, 2.1)
      }
    }
  })

  it('a blur leaves nothing sharp below it', async () => {
    const small = [on('#ff0000', { picture: { scale: constant(0.5) } as never })]
    const drawn = await frames(tracks, nest([effect('blur', { radius: 0.1 })], 1, small))
    // The field ends at 16: half of it is left there, on both sides as much.
    const [inside, outside] = [drawn.at(0, 16, 18), drawn.at(0, 15, 18)]
    expectColor(inside, [255 - inside[2], 0, inside[2]], 3)
    expect(Math.abs(inside[0] + outside[0] - 255)).toBeLessThan(8)
  })

  it('and what a key takes away is gone', async () => {
    const key = [effect('key', { tolerance: 0.4, softness: 0.1, spill: 0 }, { color: '#00ff00' })]
    const drawn = await frames(tracks, nest(key, 1, [on('#00ff00')]))
    expectColor(drawn.at(1, 32, 18), [0, 0, 255])
    const flat = await frames([
      { items: [on('#00ff00')] },
      { items: [clipOn({ kind: 'adjustment' }, 2, { effects: key })] },
    ])
    expectColor(flat.at(1, 32, 18), [0, 0, 0])
  })
})

describe('keys', () => {
  it('take a colour away, still and animated, and show what is below', async () => {
    for (const tolerance of [0.3, keyed([0, 0.3], [1, 0.4])]) {
      const effects = [effect('key', { tolerance, softness: 0.1, spill: 0 }, { color: '#00ff00' })]
      const drawn = await frames([
        { items: [on('#203040')] },
        { items: [clipOn(still('screen'), 2, { effects })] },
      ])
      for (const frame of [0, 1]) {
        expectColor(drawn.at(frame, 4, 4), [0x20, 0x30, 0x40])
        expectColor(drawn.at(frame, 32, 18), [255, 0, 0], 2)
      }
    }
  })
})

describe('blur and sharpen', () => {
  /** The share of white at pixel `x` of a step at 32 under a Gaussian, edges carried on. */
  const blurred = (x: number, sigma: number): number => {
    let [sum, all] = [0, 0]
    for (let d = -200; d <= 200; d++) {
      const weight = Math.exp(-(d * d) / (2 * sigma * sigma))
      all += weight
      if (Math.min(63, Math.max(0, x + d)) >= 32) sum += weight
    }
    return sum / all
  }
  const COLUMNS = [0, 10, 24, 28, 31, 32, 36, 50, 63]

  it('a step becomes a bell, its sum', async () => {
    const sigma = (0.2 * HEIGHT) / 2
    const effects = [effect('blur', { radius: 0.2 })]
    const drawn = await frames([{ items: [clipOn(still('edge'), 1, { effects })] }])
    for (const x of COLUMNS) {
      const v = 255 * blurred(x, sigma)
      expectColor(drawn.at(0, x, 18), [v, v, v], 4)
    }
  })

  it('grows frame by frame, and with the size at which its picture is drawn', async () => {
    const effects = [effect('blur', { radius: keyed([0, 0], [4, 0.4]) })]
    const drawn = await frames([{ items: [clipOn(still('edge'), 5, { effects })] }])
    for (const frame of [0, 1, 2, 3, 4]) {
      const sigma = (0.1 * frame * HEIGHT) / 2
      for (const x of COLUMNS) {
        const v = 255 * (frame === 0 ? Number(x >= 32) : blurred(x, sigma))
        expectColor(drawn.at(frame, x, 18), [v, v, v], 5)
      }
    }
    const small = await frames([
      {
        items: [
          clipOn(still('edge'), 1, {
            effects: [effect('blur', { radius: 0.4 })],
            picture: { scale: constant(0.5) },
          }),
        ],
      },
    ])
    // Half the size, half the radius: the picture's columns 16 to 48 show what 0 to 64 would, twice as wide.
    const v = 255 * blurred(28, (0.4 * HEIGHT) / 2)
    expectColor(small.at(0, 30, 18), [v, v, v], 8)
  })

  it('sharpening adds what blurring takes, still and animated', async () => {
    const halves = [
      { items: [on('#404040', {}, 3)] },
      { items: [clipOn(solid('#c0c0c0'), 3, { picture: { positionX: constant(0.5) } })] },
    ]
    const sigma = (0.1 * HEIGHT) / 2
    for (const amount of [0.5, 4, keyed([0, 0], [2, 5])]) {
      const effects = [effect('sharpen', { amount, radius: 0.1 })]
      const drawn = await frames([
        ...halves,
        { items: [clipOn({ kind: 'adjustment' }, 3, { effects })] },
      ])
      for (const frame of [0, 1, 2]) {
        const by = typeof amount === 'number' ? amount : (5 * frame) / 2
        for (const x of [4, 28, 31, 32, 35, 60]) {
          const own = x >= 32 ? 192 : 64
          const soft = 64 + 128 * blurred(x, sigma)
          const v = Math.min(255, Math.max(0, own + by * (own - soft)))
          expectColor(drawn.at(frame, x, 18), [v, v, v], 4 + 2 * by)
        }
      }
    }
  })
})

describe('vignettes', () => {
  const share = (x: number, y: number, size: number, softness: number): number => {
    const d =
      Math.hypot(x + 0.5 - WIDTH / 2, y + 0.5 - HEIGHT / 2) / Math.hypot(WIDTH / 2, HEIGHT / 2)
    const t = Math.min(1, Math.max(0, (d - (size - softness / 2)) / softness))
    return t * t * (3 - 2 * t)
  }

  it('darken or brighten towards the corners, still and animated', async () => {
    for (const sign of [1, -1]) {
      for (const amount of [0.8 * sign, keyed([0, 0.2 * sign], [2, sign])]) {
        const effects = [effect('vignette', { amount, size: 0.6, softness: 0.5 })]
        const drawn = await frames([{ items: [on('#a06040', { effects }, 3)] }])
        for (const frame of [0, 1, 2]) {
          const by = typeof amount === 'number' ? 0.8 : 0.2 + 0.4 * frame
          for (const [x, y] of [
            [0, 0],
            [32, 18],
            [50, 10],
            [12, 30],
          ] as const) {
            const f = by * share(x, y, 0.6, 0.5)
            const wanted = [0xa0, 0x60, 0x40].map((v) =>
              sign > 0 ? v * (1 - f) : v + (255 - v) * f,
            )
            expectColor(drawn.at(frame, x, y), wanted as unknown as Rgb)
          }
        }
      }
    }
  })
})

it('a still keeps its colours at every size', async () => {
  const drawn = await frames([
    {
      items: [
        clipOn(still('large'), 1),
        clipOn(still('large'), 1, { picture: { scale: constant(0.5) } }),
      ],
    },
    {
      items: [
        1,
        clipOn(still('large'), 1, { picture: { rotation: constant(10), scale: constant(0.4) } }),
      ],
    },
  ])
  for (const frame of [0, 1]) expectColor(drawn.at(frame, 32, 18), [0x20, 0x78, 0x20])
})

describe('nested timelines', () => {
  it('are their own picture on their own canvas, at their own rate, reversed and sped', async () => {
    const shades = [20, 60, 100, 140, 180, 220]
    const inner = {
      ...{ width: 36, height: 36, rate: rational(10) },
      tracks: [
        { items: shades.map((shade) => on(hex([shade, shade, 0]), {}, 1)) },
        { items: [3, on('#0000ff', { picture: { scale: constant(0.5) } as never }, 1)] },
      ],
    }
    const nested = (more: Partial<Clip>, duration: number) =>
      clipOn({ kind: 'timeline', timelineId: 'inner' as never }, duration, more as never)
    const drawn = await frames(
      [
        { items: [on('#808080', {}, 24)] },
        {
          items: [
            nested({}, 10),
            nested({ sourceStart: rational(59, 100), speed: rational(-1) }, 10),
            nested({ speed: rational(4) }, 4),
          ],
        },
      ],
      { inner },
    )
    const times = [
      ...Array.from({ length: 10 }, (_, i) => i / 25),
      ...Array.from({ length: 10 }, (_, i) => 0.59 - i / 25),
      ...Array.from({ length: 4 }, (_, i) => (4 * i) / 25),
    ]
    for (const [frame, time] of times.entries()) {
      const at = Math.floor(time * 10 + 1e-9)
      const shade = shades[at] ?? 0
      expectColor(drawn.at(frame, 20, 5), [shade, shade, 0])
      expectColor(drawn.at(frame, 32, 18), at === 3 ? [0, 0, 255] : [shade, shade, 0])
      // Square in the middle of a wide canvas.
      expectColor(drawn.at(frame, 4, 18), [128, 128, 128])
    }
  })
})

describe('words', () => {
  const ink = (drawn: Frames, frame: number): { x: number; y: number; share: number } => {
    let [sum, xs, ys] = [0, 0, 0]
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        const value = drawn.at(frame, x, y)[0] / 255
        sum += value
        xs += value * (x + 0.5)
        ys += value * (y + 0.5)
      }
    }
    return { x: xs / sum, y: ys / sum, share: sum / WIDTH / HEIGHT }
  }

  it('stand where the title says, heavier with its weight, moved by its clip', async () => {
    const title = { ...defaultTitle('HOH'), size: 0.5, x: 0.5, y: 0.5 }
    const drawn = await frames([
      {
        items: [
          clipOn(title, 1),
          clipOn({ ...title, weight: 100 }, 1),
          clipOn({ ...title, x: 0.25, y: 0.25 }, 1),
          clipOn(title, 1, { picture: { positionX: constant(0.25), scale: constant(0.5) } }),
        ],
      },
    ])
    const [bold, thin, moved, placed] = [0, 1, 2, 3].map((frame) => ink(drawn, frame))
    const near = (one: number | undefined, other: number) => Math.abs((one ?? 0) - other) < 0.6
    expect([near(bold?.x, 32), near(bold?.y, 18)]).toEqual([true, true])
    expect([near(moved?.y, 9), near(placed?.x, 48), near(placed?.y, 18)]).toEqual([
      true,
      true,
      true,
    ])
    expect((thin?.share ?? 1) < 0.6 * (bold?.share ?? 0)).toBe(true)
  })

  it('of captions lie above everything on a dark box at the bottom', async () => {
    const drawn = await frames([
      { items: [on('#ffffff')] },
      { kind: 'subtitle', items: [clipOn({ kind: 'caption', text: 'MM' }, 1)] },
    ])
    // 1.62 pixels of letters: the box reaches from 0.92 H - 1.94 - 0.32 to 0.92 H + 0.32.
    const level = (frame: number, y: number): number => drawn.at(frame, 32, y)[0]
    expect(
      [level(0, 10), level(0, 32) < 230, level(1, 32)].map((v) =>
        typeof v === 'number' ? Math.round(v) : v,
      ),
    ).toEqual([255, true, 255])
  })
})
