/** The plain arithmetic of the effects, held against sums worked out pixel by pixel. */
import { expect, test } from 'vitest'
import { blurred, type Raster } from '../../../../renderer/playback/effects/cpuBlur.ts'
import { applyOnCpu, type Pixels } from '../../../../renderer/playback/effects/cpuEffects.ts'
import type { EffectStep } from '../../../../renderer/playback/effects/EffectStep.ts'
import { gaussianOf } from '../../../../renderer/playback/effects/gaussian.ts'
import { pairs } from '../../../../renderer/playback/effects/gpuEffects.ts'
import type { ColorTable } from '../../../../shared/render/colorTable.ts'

/** Noise with hard edges and a bright first row, which a blur at the border must not lose. */
function noisy(width: number, height: number): Raster {
  const data = new Float32Array(width * height * 4)
  let seed = 1
  for (let at = 0; at < data.length; at++) {
    seed = (seed * 16_807) % 2_147_483_647
    const y = Math.floor(at / 4 / width)
    const x = Math.floor(at / 4) % width
    const block = (Math.floor(x / 16) + Math.floor(y / 16)) % 2
    data[at] = y === 0 ? 1 : block === 0 ? seed / 2_147_483_647 : block
  }
  return { width, height, data }
}

/** Straight from the definition, the kernel cut off at four sigmas. */
function exactly({ width, height, data }: Raster, sigma: number, x: number, y: number): number {
  const reach = Math.ceil(4 * sigma)
  const bell = (at: number): number => Math.exp(-((at / sigma) ** 2) / 2)
  let [sum, weights] = [0, 0]
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const weight = bell(dx) * bell(dy)
      const px = Math.min(width - 1, Math.max(0, x + dx))
      const py = Math.min(height - 1, Math.max(0, y + dy))
      sum += weight * (data[(py * width + px) * 4] ?? 0)
      weights += weight
    }
  }
  return sum / weights
}

test.each([0.3, 1, 4, 7.9, 8, 15, 25])(
  'a Gaussian of %d pixels is one, at the borders too',
  (sigma) => {
    const raster = noisy(83, 61)
    const soft = blurred(raster, sigma)
    const places = [
      ...[
        [0, 0],
        [82, 60],
        [41, 0],
        [0, 30],
        [40, 31],
        [16, 16],
        [82, 5],
        [33, 47],
      ],
    ] as const
    const errors = places.map(([x = 0, y = 0]) =>
      Math.abs((soft.data[(y * 83 + x) * 4] ?? 0) - exactly(raster, sigma, x, y)),
    )
    // Steps of 8 bits.
    expect(Math.max(...errors) * 255).toBeLessThan(1)
  },
)

test('the weights of a Gaussian come to one, and pairs of them are read between their points', () => {
  for (const sigma of [0.05, 1, 7.99, 8, 270]) {
    const { weights } = gaussianOf(sigma)
    const [middle = 0, ...sides] = weights
    expect(middle + 2 * sides.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    const read = pairs(sides)
    expect(read.reduce((sum, [, weight]) => sum + weight, middle / 2)).toBeCloseTo(0.5, 12)
  }
  expect(pairs([0.2, 0.1, 0.05])).toEqual([
    [1 + 0.1 / (0.2 + 0.1), 0.2 + 0.1],
    [3, 0.05],
  ])
})

/** Two pixels side by side: an opaque one, and one of alpha 102. */
const two = (): Pixels => ({
  width: 2,
  height: 1,
  data: new Uint8ClampedArray([51, 102, 204, 255, 255, 0, 51, 102]),
})

function after(steps: readonly EffectStep[], pixels = two()): number[] {
  applyOnCpu(pixels, steps)
  return [...pixels.data]
}

/** Of two points an axis: red and blue change places, alpha falls to a half with green. */
const swap: ColorTable = {
  size: 2,
  rgba: new Float32Array(
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((point) => {
      const [red, green, blue] = [point & 1, (point >> 1) & 1, point >> 2]
      return [blue, green, red, 1 - green / 2]
    }),
  ),
  hasAlpha: true,
}

test('colours are looked up in the table, alone and between other steps alike', () => {
  const expected = [204, 102, 51, 204, 51, 0, 255, 102]
  expect(after([{ kind: 'color', table: swap }])).toEqual(expected)
  const still: EffectStep = { kind: 'vignette', amount: 0, from: 0, to: 1 }
  expect(after([still, { kind: 'color', table: swap }, still])).toEqual(expected)
})

test('sharpening moves values away from those around them, alpha stays', () => {
  // A mean of all: with a wide blur both pixels are the same mixture, weighed by their alphas.
  const steps = [{ kind: 'sharpen', amount: 0.5, sigma: 500 }] as const
  const mean = (a: number, b: number): number => (a * 255 + b * 102) / 357
  const sharp = (v: number, g: number): number =>
    Math.round(Math.min(255, Math.max(0, v + 0.5 * (v - g))))
  expect(after(steps)).toEqual([
    ...[sharp(51, mean(51, 255)), sharp(102, mean(102, 0)), sharp(204, mean(204, 51)), 255],
    ...[sharp(255, mean(51, 255)), sharp(0, mean(102, 0)), sharp(51, mean(204, 51)), 102],
  ])
})

test('a vignette darkens from the middle outwards, or brightens', () => {
  const row = (): Pixels => ({
    ...{ width: 4, height: 1 },
    data: new Uint8ClampedArray([1, 2, 3, 4].flatMap(() => [100, 100, 100, 255])),
  })
  // Distances are 1.5 and 0.5 pixels of half a diagonal of hypot(4, 1) / 2.
  const smooth = (t: number): number => t * t * (3 - 2 * t)
  const half = Math.hypot(4, 1) / 2
  const [far, near] = [smooth(1.5 / half), smooth(0.5 / half)]
  const grey = (value: number): number[] => [...new Array(3).fill(Math.round(value)), 255]
  expect(after([{ kind: 'vignette', amount: 0.8, from: 0, to: 1 }], row())).toEqual([
    ...[far, near, near, far].flatMap((f) => grey(100 * (1 - 0.8 * f))),
  ])
  expect(after([{ kind: 'vignette', amount: -0.8, from: 0, to: 1 }], row())).toEqual([
    ...[far, near, near, far].flatMap((f) => grey(100 + 155 * 0.8 * f)),
  ])
})
