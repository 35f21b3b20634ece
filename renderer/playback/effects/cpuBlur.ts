/** A Gaussian in plain arithmetic, over four channels lying side by side. */
import { coarseLength, type Gaussian, gaussianOf } from './gaussian.ts'

/** Four numbers a pixel, row by row. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

type Axis = 'x' | 'y'

const rasterOf = (width: number, height: number): Raster => ({
  width,
  height,
  data: new Float32Array(width * height * 4),
})

/** `raster` blurred, as a new one. `sigma` in pixels; 0 and less leaves it as it is. */
export function blurred(raster: Raster, sigma: number): Raster {
  if (!(sigma > 0)) return raster
  const gaussian = gaussianOf(sigma)
  if (gaussian.factor === 1) {
    return convolved(convolved(raster, gaussian, 'x'), gaussian, 'y')
  }
  const coarse = shrunk(shrunk(raster, gaussian, 'x'), gaussian, 'y')
  const soft = convolved(convolved(coarse, gaussian, 'x'), gaussian, 'y')
  return grown(grown(soft, gaussian, 'x', raster.width), gaussian, 'y', raster.height)
}

/** How far apart neighbours along the axis lie in `data`, and how many there are. */
const along = ({ width, height }: Raster, axis: Axis): { step: number; length: number } =>
  axis === 'x' ? { step: 4, length: width } : { step: width * 4, length: height }

/**
 * A raster of another length along the axis: each of its values is a sum of neighbours in `from`, those from `first(at)` on
 * weighted by `weights(at)`, always as many. Beyond an end, the end goes on.
 */
function resampled(
  from: Raster,
  axis: Axis,
  length: number,
  first: (at: number) => number,
  weights: (at: number) => readonly number[],
): Raster {
  const { step, length: last } = along(from, axis)
  const to = axis === 'x' ? rasterOf(length, from.height) : rasterOf(from.width, length)
  const count = weights(0).length
  const shares = new Float32Array(length * count)
  const offsets = new Int32Array(length * count)
  for (let at = 0; at < length; at++) {
    const start = first(at)
    weights(at).forEach((weight, tap) => {
      shares[at * count + tap] = weight
      offsets[at * count + tap] = Math.min(Math.max(start + tap, 0), last - 1) * step
    })
  }
  const { data: source } = from
  const { data: target, width, height } = to
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const base = axis === 'x' ? y * from.width * 4 : x * 4
      const plan = (axis === 'x' ? x : y) * count
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let tap = plan; tap < plan + count; tap++) {
        const weight = shares[tap] ?? 0
        const at = base + (offsets[tap] ?? 0)
        a += weight * (source[at] ?? 0)
        b += weight * (source[at + 1] ?? 0)
        c += weight * (source[at + 2] ?? 0)
        d += weight * (source[at + 3] ?? 0)
      }
      const at = (y * width + x) * 4
      target[at] = a
      target[at + 1] = b
      target[at + 2] = c
      target[at + 3] = d
    }
  }
  return to
}

function shrunk(raster: Raster, gaussian: Gaussian, axis: Axis): Raster {
  const { factor, margin } = gaussian
  const mean = new Array<number>(factor).fill(1 / factor)
  const length = coarseLength(gaussian, along(raster, axis).length)
  const first = (at: number): number => (at - margin) * factor
  return resampled(raster, axis, length, first, () => mean)
}

function convolved(raster: Raster, { weights: half }: Gaussian, axis: Axis): Raster {
  const bell = [...half.slice(1).reverse(), ...half]
  const { length } = along(raster, axis)
  const first = (at: number): number => at - half.length + 1
  return resampled(raster, axis, length, first, () => bell)
}

function grown(raster: Raster, { factor, margin }: Gaussian, axis: Axis, length: number): Raster {
  const place = (at: number): number => (at + 0.5) / factor + margin - 0.5
  const first = (at: number): number => Math.floor(place(at))
  const between = (at: number): readonly number[] => {
    const share = place(at) - first(at)
    return [1 - share, share]
  }
  return resampled(raster, axis, length, first, between)
}
