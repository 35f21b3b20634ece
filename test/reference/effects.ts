/** What is done to a clip's picture, effect after effect, as docs/painting.md says. */

import type { Effect } from '../../shared/model/effect.ts'
import type { AssetId } from '../../shared/model/ids.ts'
import { blurred } from './blur.ts'
import type { Table } from './cube.ts'
import { type Color, colorOf, lumaOf, mapPixels, type Raster } from './raster.ts'
import { toneCurve } from './toneCurve.ts'
import { animated, clamp } from './values.ts'

export interface EffectContext {
  readonly clipFrame: number
  /** Pixels of the picture that the height of the canvas is at scale 1. */
  readonly canvasHeight: number
  readonly tableOf: (id: AssetId) => Promise<Table>
}

/** The same picture, size kept. */
export async function withEffects(
  picture: Raster,
  effects: readonly Effect[],
  context: EffectContext,
): Promise<Raster> {
  let result = picture
  for (const effect of effects) {
    if (effect.enabled) result = await applied(result, effect, context)
  }
  return result
}

type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>

async function applied(picture: Raster, effect: Effect, context: EffectContext): Promise<Raster> {
  const { clipFrame, canvasHeight } = context
  switch (effect.kind) {
    case 'grade': {
      const grade = await gradeOf(effect, context)
      return mapPixels(picture, (color, alpha) => [...grade(color), alpha])
    }
    case 'blur':
      return blurred(picture, animated(effect.params.radius, clipFrame) * canvasHeight)
    case 'sharpen':
      return sharpened(
        picture,
        animated(effect.params.amount, clipFrame),
        animated(effect.params.radius, clipFrame) * canvasHeight,
      )
    case 'vignette':
      return vignetted(picture, effect, clipFrame)
    case 'key':
      return keyed(picture, effect, clipFrame)
  }
}

async function gradeOf(
  { params, curves = {}, lutId }: EffectOf<'grade'>,
  { clipFrame, tableOf }: EffectContext,
): Promise<(color: Color) => Color> {
  const gain = 2 ** (animated(params.exposure, clipFrame) / 2.4)
  const warmth = animated(params.temperature, clipFrame)
  const gains: Color = [1 + 0.25 * warmth, 1, 1 - 0.25 * warmth]
  const brightness = lumaOf(...gains)
  const contrast = animated(params.contrast, clipFrame)
  const middle = 0.18 ** (1 / 2.4)
  const saturation = animated(params.saturation, clipFrame)
  const table = lutId === undefined ? undefined : await tableOf(lutId)
  const strength = clamp(animated(params.lutStrength, clipFrame))
  const master = toneCurve(curves.master ?? [])
  const channels = [curves.red, curves.green, curves.blue].map((points) => toneCurve(points ?? []))
  const each = (color: Color, change: (value: number, channel: number) => number): Color => [
    change(color[0], 0),
    change(color[1], 1),
    change(color[2], 2),
  ]
  return (color) => {
    const exposed = each(color, (v) => v * gain)
    const warmed = each(exposed, (v, i) => (v * (gains[i] ?? 1)) / brightness)
    const contrasted = each(warmed, (v) => middle + (v - middle) * contrast)
    const luma = lumaOf(...contrasted)
    const saturated = each(contrasted, (v) => clamp(luma + (v - luma) * saturation))
    const curved = each(saturated, (v, i) => clamp(channels[i]?.(clamp(master(v))) ?? v))
    if (!table) return curved
    const looked = table(curved)
    return each(curved, (v, i) => clamp(v + ((looked[i] ?? v) - v) * strength))
  }
}

function sharpened(picture: Raster, amount: number, radius: number): Raster {
  const soft = blurred(picture, radius)
  return mapPixels(picture, (color, alpha, x, y) => {
    const at = 4 * (y * picture.width + x)
    const softAlpha = soft.data[at + 3] ?? 0
    const sharp = (i: 0 | 1 | 2): number => {
      const g = softAlpha > 0 ? (soft.data[at + i] ?? 0) / softAlpha : 0
      return clamp(color[i] + amount * (color[i] - g))
    }
    return [sharp(0), sharp(1), sharp(2), alpha]
  })
}

function vignetted(picture: Raster, { params }: EffectOf<'vignette'>, clipFrame: number): Raster {
  const amount = animated(params.amount, clipFrame)
  const size = animated(params.size, clipFrame)
  const softness = Math.max(0.001, animated(params.softness, clipFrame))
  const half = Math.hypot(picture.width, picture.height) / 2
  return mapPixels(picture, (color, alpha, x, y) => {
    const d = Math.hypot(x + 0.5 - picture.width / 2, y + 0.5 - picture.height / 2) / half
    const t = clamp((d - (size - softness / 2)) / softness)
    const f = t * t * (3 - 2 * t)
    const v = (value: number): number =>
      amount >= 0 ? value * (1 - amount * f) : value + (1 - value) * -amount * f
    return [v(color[0]), v(color[1]), v(color[2]), alpha]
  })
}

function keyed(
  picture: Raster,
  { params, color: keyColor }: EffectOf<'key'>,
  clipFrame: number,
): Raster {
  const tolerance = animated(params.tolerance, clipFrame)
  const softness = Math.max(1 / 64, animated(params.softness, clipFrame))
  const spill = animated(params.spill, clipFrame)
  const chroma = (color: Color): [cb: number, cr: number] => {
    const luma = lumaOf(...color)
    return [(color[2] - luma) / 1.8556, (color[0] - luma) / 1.5748]
  }
  const [kb, kr] = chroma(colorOf(keyColor))
  const length = Math.hypot(kb, kr)
  if (length < 1e-6) return picture
  return mapPixels(picture, (color, alpha) => {
    const [cb, cr] = chroma(color)
    const distance = Math.hypot(cb - kb, cr - kr) / length
    const p = Math.max(0, (cb * kb + cr * kr) / length) * spill
    const luma = lumaOf(...color)
    const red = luma + 1.5748 * (cr - (p * kr) / length)
    const blue = luma + 1.8556 * (cb - (p * kb) / length)
    const green = (luma - 0.2126 * red - 0.0722 * blue) / 0.7152
    const left = alpha * clamp((distance - tolerance) / softness)
    return [clamp(red), clamp(green), clamp(blue), left]
  })
}
