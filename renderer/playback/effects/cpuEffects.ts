/**
 * The effects in plain arithmetic: slow, right, and there wherever there is no graphics processor. The same functions
 * as gpuEffects.ts, which is tested against it.
 */
import { blurred, type Raster } from './cpuBlur.ts'
import type { ColorStep, EffectStep, SharpenStep, VignetteStep } from './EffectStep.ts'

/** Straight R, G, B, A in bytes, as an ImageData has them. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** Changes `pixels` by one step after another. */
export function applyOnCpu(pixels: Pixels, steps: readonly EffectStep[]): void {
  const [first, ...others] = steps
  if (first?.kind === 'color' && others.length === 0) {
    recolor(pixels.data, pixels.data, first, 255)
    return
  }
  let raster = premultiplied(pixels)
  for (const step of steps) raster = applied(raster, step)
  writeStraight(raster, pixels.data)
}

function applied(raster: Raster, step: EffectStep): Raster {
  if (step.kind === 'blur') return blurred(raster, step.sigma)
  if (step.kind === 'sharpen') return sharpened(raster, step)
  if (step.kind === 'vignette') return vignetted(raster, step)
  return recolored(raster, step)
}

function premultiplied({ width, height, data: bytes }: Pixels): Raster {
  const data = new Float32Array(bytes.length)
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (bytes[at + 3] ?? 0) / 255
    const factor = alpha / 255
    data[at] = (bytes[at] ?? 0) * factor
    data[at + 1] = (bytes[at + 1] ?? 0) * factor
    data[at + 2] = (bytes[at + 2] ?? 0) * factor
    data[at + 3] = alpha
  }
  return { width, height, data }
}

/** Where there is nothing, nothing has a colour. */
const divisor = (alpha: number): number => (alpha > 0 ? 1 / alpha : 0)

function writeStraight({ data }: Raster, bytes: Uint8ClampedArray): void {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0
    const factor = 255 * divisor(alpha)
    bytes[at] = (data[at] ?? 0) * factor
    bytes[at + 1] = (data[at + 1] ?? 0) * factor
    bytes[at + 2] = (data[at + 2] ?? 0) * factor
    bytes[at + 3] = alpha * 255
  }
}

function recolored(raster: Raster, step: ColorStep): Raster {
  const data = new Float32Array(raster.data.length)
  for (let at = 0; at < data.length; at += 4) {
    const alpha = raster.data[at + 3] ?? 0
    const factor = divisor(alpha)
    for (let c = 0; c < 3; c++) data[at + c] = (raster.data[at + c] ?? 0) * factor
    data[at + 3] = alpha
  }
  recolor(data, data, step, 1)
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0
    for (let c = 0; c < 3; c++) data[at + c] = (data[at + c] ?? 0) * alpha
  }
  return { ...raster, data }
}

/** Straight values from 0 to `white`, looked up between eight points of the table. */
function recolor(
  from: Float32Array | Uint8ClampedArray,
  to: Float32Array | Uint8ClampedArray,
  { table: { size, rgba: values } }: ColorStep,
  white: number,
): void {
  const last = size - 1
  const scale = last / white
  const stepG = 4 * size
  const stepB = 4 * size * size
  const found = new Float32Array(4)
  let [knownR, knownG, knownB] = [-1, -1, -1]
  for (let at = 0; at < from.length; at += 4) {
    const red = from[at] ?? 0
    const green = from[at + 1] ?? 0
    const blue = from[at + 2] ?? 0
    // Neighbours are often alike.
    if (red !== knownR || green !== knownG || blue !== knownB) {
      knownR = red
      knownG = green
      knownB = blue
      const r = Math.min(last, Math.max(0, red * scale))
      const g = Math.min(last, Math.max(0, green * scale))
      const b = Math.min(last, Math.max(0, blue * scale))
      // The last point belongs to the cell before it.
      const r0 = Math.min(r | 0, last - 1)
      const g0 = Math.min(g | 0, last - 1)
      const b0 = Math.min(b | 0, last - 1)
      const fr = r - r0
      const fg = g - g0
      const fb = b - b0
      const w00 = (1 - fg) * (1 - fb)
      const w10 = fg * (1 - fb)
      const w01 = (1 - fg) * fb
      const w11 = fg * fb
      const corner = r0 * 4 + g0 * stepG + b0 * stepB
      for (let c = 0; c < 4; c++) {
        const k = corner + c
        const low =
          w00 * (values[k] ?? 0) +
          w10 * (values[k + stepG] ?? 0) +
          w01 * (values[k + stepB] ?? 0) +
          w11 * (values[k + stepG + stepB] ?? 0)
        const high =
          w00 * (values[k + 4] ?? 0) +
          w10 * (values[k + 4 + stepG] ?? 0) +
          w01 * (values[k + 4 + stepB] ?? 0) +
          w11 * (values[k + 4 + stepG + stepB] ?? 0)
        found[c] = low + (high - low) * fr
      }
    }
    to[at] = (found[0] ?? 0) * white
    to[at + 1] = (found[1] ?? 0) * white
    to[at + 2] = (found[2] ?? 0) * white
    to[at + 3] = (from[at + 3] ?? 0) * (found[3] ?? 0)
  }
}

const clamped = (value: number): number => Math.min(1, Math.max(0, value))

function sharpened(raster: Raster, { amount, sigma }: SharpenStep): Raster {
  const soft = blurred(raster, sigma).data
  const data = new Float32Array(raster.data.length)
  for (let at = 0; at < data.length; at += 4) {
    const alpha = raster.data[at + 3] ?? 0
    const own = divisor(alpha)
    const around = divisor(soft[at + 3] ?? 0)
    for (let c = 0; c < 3; c++) {
      const value = (raster.data[at + c] ?? 0) * own
      const mean = (soft[at + c] ?? 0) * around
      data[at + c] = clamped(value + amount * (value - mean)) * alpha
    }
    data[at + 3] = alpha
  }
  return { ...raster, data }
}

function vignetted(raster: Raster, { amount, from, to }: VignetteStep): Raster {
  const { width, height } = raster
  const data = new Float32Array(raster.data.length)
  const half = Math.hypot(width, height) / 2
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const distance = Math.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2) / half
      const t = clamped((distance - from) / (to - from))
      const share = Math.abs(amount) * t * t * (3 - 2 * t)
      const alpha = raster.data[at + 3] ?? 0
      for (let c = 0; c < 3; c++) {
        const value = raster.data[at + c] ?? 0
        data[at + c] = amount >= 0 ? value * (1 - share) : value + (alpha - value) * share
      }
      data[at + 3] = alpha
    }
  }
  return { ...raster, data }
}
