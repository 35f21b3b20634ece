/** Grades and keys against the sentences of docs/painting.md, worked out by hand. */
import { describe, expect, it } from 'vitest'
import type { AssetId } from '../../../shared/model/ids.ts'
import { colorChange, colorTable } from '../../../shared/render/colorTable.ts'
import type { GradeAt, KeyAt } from '../../../shared/render/effectAt.ts'
import { type LookUpTable, lookUp } from '../../../shared/render/lookUpTable.ts'
import { toneCurve } from '../../../shared/render/toneCurve.ts'
import { rational } from '../../../shared/time/rational.ts'
import { assetOf, videoInfo } from './planFixtures.ts'

const grade = (patch: Partial<GradeAt> = {}): GradeAt => ({
  ...{ kind: 'grade', exposure: 0, contrast: 1, temperature: 0, saturation: 1, lutStrength: 1 },
  ...patch,
})
const key = (patch: Partial<KeyAt> = {}): KeyAt => ({
  ...{ kind: 'key', color: '#00ff00', tolerance: 0.3, softness: 0.1, spill: 0 },
  ...patch,
})
const none = new Map<AssetId, LookUpTable>()
const rounded = (values: Iterable<number>) =>
  [...values].map((value) => Math.round(value * 1e4) / 1e4 + 0)
const change = (effect: GradeAt | KeyAt, color: readonly [number, number, number]) =>
  rounded(colorChange([effect], none)(color))

describe('a grade', () => {
  it('that is new changes nothing', () => {
    const { size, rgba, hasAlpha } = colorTable([grade()], none)
    expect([size, rgba.length, hasAlpha]).toEqual([36, 36 ** 3 * 4, false])
    const at = (red: number, green: number, blue: number) =>
      rounded(rgba.subarray(4 * (red + 36 * (green + 36 * blue))).subarray(0, 4))
    expect([at(0, 0, 0), at(35, 0, 0), at(0, 7, 0), at(0, 0, 35), at(35, 35, 35)]).toEqual([
      [0, 0, 0, 1],
      [1, 0, 0, 1],
      [0, 0.2, 0, 1],
      [0, 0, 1, 1],
      [1, 1, 1, 1],
    ])
  })

  it('moves exposure, temperature, contrast and saturation by their formulas', () => {
    // 2^(1/2.4) = 1.3348; the luma of (1.25, 1, 0.75) is 1.0351; 0.18^(1/2.4) = 0.4894.
    expect(change(grade({ exposure: 1 }), [0.5, 0.25, 0])).toEqual([0.6674, 0.3337, 0, 1])
    expect(change(grade({ temperature: 1 }), [0.5, 0.5, 0.5])).toEqual([0.6038, 0.483, 0.3623, 1])
    expect(change(grade({ contrast: 2 }), [0.4894, 0.6, 0.1])).toEqual([0.4894, 0.7106, 0, 1])
    expect(change(grade({ saturation: 0 }), [1, 0.5, 0])).toEqual([0.5702, 0.5702, 0.5702, 1])
    expect(change(grade({ saturation: 2 }), [0.6, 0.5, 0.5])).toEqual([0.6787, 0.4787, 0.4787, 1])
  })

  it('clamps once, before its curves: an overexposed white comes back by contrast', () => {
    expect(change(grade({ exposure: 1, contrast: 0.5 }), [1, 1, 1])).toEqual([
      0.9121, 0.9121, 0.9121, 1,
    ])
  })

  it('bends by the master curve first, then by the channel', () => {
    const curves = {
      master: [
        { input: 0, output: 1 },
        { input: 1, output: 0 },
      ],
      red: [
        { input: 0, output: 0 },
        { input: 1, output: 0.5 },
      ],
    }
    expect(change(grade({ curves }), [0.2, 0.2, 0.2])).toEqual([0.4, 0.8, 0.8, 1])
  })

  it('mixes in its look-up table by its strength, and does without one that is not there', () => {
    const lut = assetOf('look', videoInfo(rational(24)))
    const inverted: LookUpTable = {
      ...{ kind: '1d', size: 2, values: Float32Array.of(1, 1, 1, 0, 0, 0) },
      ...{ domainMin: [0, 0, 0], domainMax: [1, 1, 1] },
    }
    const mixed = grade({ lut, lutStrength: 0.25 })
    expect(rounded(colorChange([mixed], new Map([[lut.id, inverted]]))([0, 0.5, 1]))).toEqual([
      0.25, 0.5, 0.75, 1,
    ])
    expect(rounded(colorChange([mixed], none)([0, 0.5, 1]))).toEqual([0, 0.5, 1, 1])
  })
})

describe('a key', () => {
  it('takes its colour away, leaves grey and its opposite, and has an edge as soft as asked', () => {
    expect(change(key(), [0, 1, 0])[3]).toBe(0)
    expect(change(key(), [0.5, 0.5, 0.5])).toEqual([0.5, 0.5, 0.5, 1])
    expect(change(key(), [1, 0, 1])).toEqual([1, 0, 1, 1])
    // Half as green: as far from the key as from grey.
    expect(change(key({ tolerance: 0.5, softness: 0.5 }), [0.25, 0.75, 0.25])[3]).toBe(0)
    expect(change(key({ tolerance: 0.25, softness: 0.5 }), [0.25, 0.75, 0.25])[3]).toBe(0.5)
    expect(change(key({ tolerance: 0.4921875, softness: 0 }), [0.25, 0.75, 0.25])[3]).toBe(0.5)
  })

  it('draws spill out of the colours and keeps their luma', () => {
    // Greenish: its whole chroma points at the key, so all of it goes.
    expect(change(key({ tolerance: 0, spill: 1 }), [0.4, 0.6, 0.4])).toEqual([
      0.543, 0.543, 0.543, 1,
    ])
    expect(change(key({ tolerance: 0, spill: 0.5 }), [0.4, 0.6, 0.4])).toEqual([
      0.4715, 0.5715, 0.4715, 1,
    ])
  })

  it('on grey takes nothing away', () => {
    expect(change(key({ color: '#808080', spill: 1 }), [0.5, 0.5, 0.5])).toEqual([0.5, 0.5, 0.5, 1])
  })

  it('follows a grade before it, in one table', () => {
    const all = colorChange([grade({ saturation: 0 }), key()], none)([0, 1, 0])
    expect(rounded(all)).toEqual([0.7152, 0.7152, 0.7152, 1])
    expect(colorTable([grade(), key()], none).hasAlpha).toBe(true)
  })
})

describe('a tone curve', () => {
  const at = (points: [number, number][], ...inputs: number[]) => {
    const curve = toneCurve(points.map(([input, output]) => ({ input, output })))
    return curve && rounded(inputs.map(curve))
  }

  it('passes its points, is flat outside, and straight where they are', () => {
    expect(
      at(
        [
          [0.2, 0.1],
          [0.6, 0.5],
          [0.8, 0.7],
        ],
        0,
        0.2,
        0.4,
        0.6,
        0.75,
        0.8,
        1,
      ),
    ).toEqual([0.1, 0.1, 0.3, 0.5, 0.65, 0.7, 0.7])
    expect([at([]), at([[0.5, 0.25]], 0, 1)]).toEqual([null, [0.25, 0.25]])
  })

  it('never overshoots', () => {
    // Secants 0, 10 and 0: level, steep, level.
    const curve = toneCurve(
      [
        [0, 0],
        [0.4, 0],
        [0.5, 1],
        [1, 1],
      ].map(([input = 0, output = 0]) => ({ input, output })),
    )
    const values = Array.from({ length: 101 }, (_, i) => curve?.(i / 100) ?? -1)
    expect(values.every((value, i) => value >= (values[i - 1] ?? 0) && value <= 1)).toBe(true)
    expect(rounded([values[45] ?? 0])).toEqual([0.5])
  })

  it('has the tangents of Fritsch and Carlson', () => {
    // Secants 1 and 3, tangents 1, 2, 3: at 0.25 of the first piece t = 0.5, (1/8)(1 - 2) * 0.25 aside of the middle.
    expect(
      at(
        [
          [0, 0],
          [0.25, 0.25],
          [0.5, 1],
        ],
        0.125,
      ),
    ).toEqual([0.0938])
  })
})

describe('a look-up table', () => {
  it('is read linearly, each channel or the whole colour, and held outside its domain', () => {
    const values = Float32Array.from({ length: 24 }, (_, i) => {
      const [entry, channel] = [Math.floor(i / 3), i % 3]
      // Red and blue change places.
      return (entry >> (2 - channel)) & 1
    })
    const cube: LookUpTable = {
      ...{ kind: '3d', size: 2, values },
      ...{ domainMin: [0, 0, 0], domainMax: [1, 1, 2] },
    }
    expect(rounded(lookUp(cube, [0.25, 0.5, 1]))).toEqual([0.5, 0.5, 0.25])
    expect(rounded(lookUp(cube, [-1, 0.5, 9]))).toEqual([1, 0.5, 0])
  })
})
