/** The reference painter against pixels worked out by hand: effects and blend modes. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_EFFECTS, type Effect } from '../../shared/model/effect.ts'
import { constant } from '../../shared/model/keyframe.ts'
import { clipOn, solid } from '../fixtures/documents.ts'
import { at, close, color, GREY, grey, paint, RED, row } from './smallFrames.ts'

const effect = <K extends Effect['kind']>(kind: K, params: object, more: object = {}): Effect =>
  ({
    ...DEFAULT_EFFECTS[kind](),
    id: kind,
    ...more,
    params: { ...DEFAULT_EFFECTS[kind]().params, ...params },
  }) as never

describe('effects', () => {
  const on = (hex: string, ...effects: Effect[]): Promise<number[]> =>
    color([{ items: [clipOn(solid(hex), 1, { effects })] }])

  it('grades in the order of the page', async () => {
    const m = 0.18 ** (1 / 2.4)
    const [r, g, b] = [64 / 255, 128 / 255, 51 / 255]
    const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
    const warm = 0.2126 * 1.25 + 0.7152 + 0.0722 * 0.75
    expect([
      await on('#408033', effect('grade', { exposure: constant(1.2) })),
      await on('#408033', effect('grade', { contrast: constant(0.5) })),
      await on('#408033', effect('grade', { saturation: constant(0) })),
      await on('#408033', effect('grade', { temperature: constant(1) })),
      await on(
        '#408033',
        effect(
          'grade',
          {},
          {
            curves: {
              master: [
                { input: 0, output: 0.2 },
                { input: 1, output: 0.8 },
              ],
              green: [
                { input: 0.4, output: 0.1 },
                { input: 0.45, output: 0.9 },
              ],
            },
          },
        ),
      ),
    ]).toEqual([
      close(r * 2 ** 0.5, g * 2 ** 0.5, b * 2 ** 0.5),
      close(m + (r - m) / 2, m + (g - m) / 2, m + (b - m) / 2),
      close(luma, luma, luma),
      close((1.25 * r) / warm, g / warm, (0.75 * b) / warm),
      close(0.2 + 0.6 * r, 0.9, 0.2 + 0.6 * b),
    ])
  })

  it('blurs with a sigma of half the radius, in parts of the canvas’s height', async () => {
    // A solid is cut at 16 by another above it; blurred as an adjustment: the integral of the bell.
    const radius = effect('blur', { radius: constant(0.25) })
    const half = { positionX: constant(0.5) }
    const painted = await paint([
      { items: [clipOn(solid('#ffffff'), 1, { picture: half })] },
      { items: [clipOn({ kind: 'adjustment' }, 1, { effects: [radius] })] },
    ])
    const bell = Array.from({ length: 17 }, (_, i) => Math.exp(-((i - 8) ** 2) / 8))
    const total = bell.reduce((a, b) => a + b)
    const upTo = (count: number) => bell.slice(0, count).reduce((a, b) => a + b) / total
    expect(row(painted, 8, 14, 18)).toEqual(close(upTo(7), upTo(8), upTo(9), upTo(10)))
  })

  it('sharpens by what blurring takes away, and leaves what is even alone', async () => {
    const sharp = effect('sharpen', { amount: constant(1), radius: constant(0.125) })
    expect(await on('#408033', sharp)).toEqual(close(64 / 255, 128 / 255, 51 / 255))
  })

  it('darkens and brightens towards the corners', async () => {
    const dark = effect('vignette', {
      amount: constant(1),
      size: constant(0.5),
      softness: constant(0.5),
    })
    const bright = effect('vignette', {
      amount: constant(-1),
      size: constant(0.5),
      softness: constant(0),
    })
    const painted = await paint([{ items: [clipOn(GREY, 1, { effects: [dark] })] }])
    const lit = await paint([{ items: [clipOn(GREY, 1, { effects: [bright] })] }])
    // 8.5 right and 0.5 down of the middle, half the diagonal being 17.8885.
    const t = (Math.hypot(8.5, 0.5) / Math.hypot(16, 8) - 0.25) / 0.5
    const f = t * t * (3 - 2 * t)
    expect([at(painted, 16, 8)[0], at(painted, 0, 0)[0], at(painted, 24, 8)[0]]).toEqual(
      close(grey, 0, grey * (1 - f)),
    )
    expect([at(lit, 16, 8)[0], at(lit, 0, 0)[0]]).toEqual(close(grey, 1))
  })

  it('takes a colour away, all of it where it is the colour, none where it is grey', async () => {
    const key = (hex: string, params: object) =>
      color([
        { items: [clipOn(RED, 1)] },
        {
          items: [
            clipOn(solid(hex), 1, { effects: [effect('key', params, { color: '#00ff00' })] }),
          ],
        },
      ])
    const share = (1 - grey - 0.2) / 0.4
    const plain = { tolerance: constant(0.2), softness: constant(0.4), spill: constant(0) }
    expect([
      await key('#00ff00', plain),
      await key('#808080', plain),
      // Half as colourful at the same hue: 0.5 away, (0.5 - 0.2) / 0.4 of it stays.
      await key('#008000', plain),
      // All of the colour's part spilt: its luma is left.
      await key('#008000', {
        ...plain,
        tolerance: constant(0),
        softness: constant(0),
        spill: constant(1),
      }),
    ]).toEqual([
      [1, 0, 0],
      close(grey, grey, grey),
      close(1 - share, share * grey, 0),
      close(0.7152 * grey, 0.7152 * grey, 0.7152 * grey),
    ])
  })

  it('lays an adjustment over what is below with its opacity', async () => {
    const effects = [effect('grade', { saturation: constant(0) })]
    const picture = { opacity: constant(0.5), scale: constant(0.1) }
    expect(
      await color([
        { items: [clipOn(RED, 1)] },
        { items: [clipOn({ kind: 'adjustment' }, 1, { effects, picture })] },
      ]),
    ).toEqual(close(0.5 + 0.5 * 0.2126, 0.5 * 0.2126, 0.5 * 0.2126))
  })
})

describe('an adjustment takes the place of what is below it', () => {
  const nest = (effects: Effect[], opacity: number) => ({
    inner: {
      tracks: [
        { items: [clipOn(RED, 1, { picture: { opacity: constant(0.5) } })] },
        {
          items: [
            clipOn({ kind: 'adjustment' }, 1, { effects, picture: { opacity: constant(opacity) } }),
          ],
        },
      ],
    },
  })
  const tracks = [
    { items: [clipOn(solid('#0000ff'), 1)] },
    { items: [clipOn({ kind: 'timeline', timelineId: 'inner' as never }, 1)] },
  ]

  it('in a nested timeline, where half a red stays half of one, whatever its effects', async () => {
    const grey = effect('grade', { saturation: constant(0) })
    const y = 0.2126
    for (const [opacity, red, other] of [
      [1, y, y],
      [0.5, (1 + y) / 2, y / 2],
    ] as const) {
      const painted = await color(tracks, 0, { others: nest([grey], opacity) })
      for (const [i, wanted] of [red / 2, other / 2, 0.5 + other / 2].entries()) {
        expect(painted[i]).toBeCloseTo(wanted, 3)
      }
    }
  })

  it('and what its key takes away is gone, down to black below the lowest track', async () => {
    const key = effect(
      'key',
      { tolerance: constant(0.5), softness: constant(0) },
      { color: '#ff0000' },
    )
    expect(await color(tracks, 0, { others: nest([key], 1) })).toEqual(close(0, 0, 1))
    const adjustment = clipOn({ kind: 'adjustment' }, 1, { effects: [key] })
    expect(await color([{ items: [clipOn(RED, 1)] }, { items: [adjustment] }])).toEqual(
      close(0, 0, 0),
    )
  })
})

describe('blend modes', () => {
  it.each([
    ['normal', 0.25 + 0.2],
    ['multiply', 0.25 + 0.5 * 0.5 * 0.4],
    ['screen', 0.25 + 0.5 * 0.7],
    ['overlay', 0.25 + 0.5 * 0.4],
    ['add', 0.5 + 0.2],
    ['darken', 0.25 + 0.5 * 0.4],
    ['lighten', 0.25 + 0.5 * 0.5],
    ['difference', 0.25 + 0.5 * 0.1],
    ['softLight', 0.25 + 0.5 * (0.5 - 0.2 * 0.25)],
  ] as const)('%s of 0.4 at half opacity on 0.5', async (blendMode, expected) => {
    const picture = { opacity: constant(0.5) }
    // 102 / 255 = 0.4; half grey by an opacity, which 8 bits do not have.
    const [value] = await color([
      { items: [clipOn(solid('#ffffff'), 1, { picture })] },
      { items: [clipOn(solid('#666666'), 1, { picture, blendMode })] },
    ])
    expect(value).toBeCloseTo(expected, 4)
  })
})
