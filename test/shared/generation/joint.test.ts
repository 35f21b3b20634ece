import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alignment,
  type ColourMatch,
  colourMatch,
  composed,
  isChange,
  likenessOf,
  matched,
  NO_CHANGE,
  pairsAt,
  REACH,
  type SmallFilm,
} from '../../../shared/generation/joint.ts'

const SIZE = { width: 48, height: 32 }

/** A soft bright spot that wanders over a pattern. */
function picture(moment: number): Uint8Array {
  const bytes = new Uint8Array(SIZE.width * SIZE.height * 3)
  for (let y = 0; y < SIZE.height; y++) {
    for (let x = 0; x < SIZE.width; x++) {
      const spot = 90 * Math.exp(-((x - 4 - 1.2 * moment) ** 2 + (y - 16) ** 2) / 30)
      const wall = 60 + 40 * Math.sin(x / 3) * Math.cos(y / 5)
      const at = 3 * (y * SIZE.width + x)
      bytes.set([wall + spot, wall * 0.8 + spot, 40 + wall * 0.5], at)
    }
  }
  return bytes
}

const film = (from: number, count: number, colours: ColourMatch = NO_CHANGE): SmallFilm => ({
  ...SIZE,
  pictures: Array.from({ length: count }, (_, i) => matched(picture(from + i), colours)),
})

const WARM: ColourMatch = { gain: [1.1, 1, 0.9], offset: [6, 0, -5] }

describe('alignment', () => {
  it('finds every shift within reach, whatever the colours', () => {
    const earlier = film(0, 24 + 2 * REACH)
    const found = Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH).map((shift) =>
      alignment(earlier, film(REACH + shift, 24, WARM), REACH),
    )
    expect(found).toEqual([-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6])
  })

  it('moves nothing in a still picture with noise, nor where too little meets', () => {
    const noisy = (seed: number): Uint8Array => {
      let state = seed * 2_654_435_761
      return picture(3).map((value) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return value + (state >>> 29)
      })
    }
    const still = (seed: number): SmallFilm => ({
      ...SIZE,
      pictures: Array.from({ length: 24 }, (_, i) => noisy(seed + i)),
    })
    expect(alignment(still(1), still(50), 0)).toBe(0)
    expect(alignment(film(0, 3), film(2, 24), 0)).toBe(0)
  })
})

describe('the colour match', () => {
  it('takes a cast and a change of contrast back', () => {
    const match = colourMatch(pairsAt(film(0, 12), film(0, 12, WARM), 0))
    const back = composed(WARM, match)
    for (const channel of [0, 1, 2] as const) {
      expect(Math.abs(back.gain[channel] - 1)).toBeLessThan(0.02)
      expect(Math.abs(back.offset[channel])).toBeLessThan(2)
    }
    const after = pairsAt(film(0, 12), film(0, 12, WARM), 0).map(({ earlier, later }) => ({
      earlier,
      later: matched(later, match),
    }))
    expect(likenessOf(after, SIZE).psnr).toBeGreaterThan(45)
  })

  it('leaves alone what nobody could tell apart, and never pulls too far', () => {
    expect(colourMatch(pairsAt(film(0, 4), film(0, 4), 0))).toEqual(NO_CHANGE)
    expect(isChange(NO_CHANGE)).toBe(false)
    expect(colourMatch([])).toEqual(NO_CHANGE)
    const flat = { ...SIZE, pictures: [new Uint8Array(SIZE.width * SIZE.height * 3).fill(80)] }
    const match = colourMatch(pairsAt(film(0, 1), flat, 0))
    expect(match.gain).toEqual([1, 1, 1])
    const pale = film(0, 4, { gain: [0.3, 0.3, 0.3], offset: [100, 100, 100] })
    expect(colourMatch(pairsAt(film(0, 4), pale, 0)).gain).toEqual([2, 2, 2])
  })

  it('composes as it is carried out', () => {
    const number = fc.double({ min: -20, max: 20, noNaN: true })
    const three = fc.tuple(number, number, number)
    fc.assert(
      fc.property(three, three, three, three, number, (g1, o1, g2, o2, value) => {
        const { gain, offset } = composed({ gain: g1, offset: o1 }, { gain: g2, offset: o2 })
        for (const c of [0, 1, 2] as const) {
          const inTurn = (value * g1[c] + o1[c]) * g2[c] + o2[c]
          expect(value * gain[c] + offset[c]).toBeCloseTo(inTurn, 6)
        }
      }),
    )
  })
})

it('likeness is what it says', () => {
  const [a, b] = [film(0, 2), film(0, 2, { gain: [1, 1, 1], offset: [5, 0, 0] })]
  expect(likenessOf(pairsAt(a, a, 0), SIZE)).toEqual({ psnr: 100, ssim: 1, colour: [0, 0, 0] })
  const { psnr, ssim, colour } = likenessOf(pairsAt(a, b, 0), SIZE)
  expect(colour).toEqual([5, 0, 0])
  expect(psnr).toBeCloseTo(10 * Math.log10((255 * 255 * 3) / 25), 6)
  expect(ssim).toBeLessThan(1)
})
