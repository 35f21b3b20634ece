/** Effects over the frames of a segment; those that change nothing are left out. */
import { type ColorEffect, isColorEffect } from './colorTable.ts'
import { type Curve, curveOf } from './curve.ts'
import type { EffectAt } from './effectAt.ts'
import type { PlannedEffect } from './renderPlan.ts'

/** `frames`: one list for every frame, the same kinds in each. `unit`: what fraction of the drawn height a length of 1 is. */
export function planEffects(
  frames: readonly (readonly EffectAt[])[],
  unit: number,
): PlannedEffect[] {
  const [first = []] = frames
  const planned: PlannedEffect[] = []
  let at = 0
  while (at < first.length) {
    const next = first.findIndex((effect, i) => i >= at && !isColorEffect(effect))
    const end = next < 0 ? first.length : next
    if (end > at) planned.push(...planColors(frames.map((effects) => effects.slice(at, end))))
    if (end < first.length)
      planned.push(
        ...planOther(
          frames.map((effects) => effects[end]),
          unit,
        ),
      )
    at = end + 1
  }
  return planned
}

function planColors(frames: readonly (readonly EffectAt[])[]): PlannedEffect[] {
  const steps = frames.map((effects) => effects.filter(isColorEffect))
  const isUsed = (_: ColorEffect, i: number): boolean =>
    steps.some((effects) => effects[i] && !isNeutral(effects[i]))
  const used = steps.map((effects) => effects.filter(isUsed))
  const [first = []] = used
  if (first.length === 0) return []
  const text = JSON.stringify(first)
  const isConstant = used.every((effects) => JSON.stringify(effects) === text)
  return [{ kind: 'color', steps: isConstant ? [first] : used }]
}

function isNeutral(effect: ColorEffect): boolean {
  if (effect.kind === 'key') return false
  const { exposure, contrast, temperature, saturation, curves, lut, lutStrength } = effect
  const isStill = exposure === 0 && contrast === 1 && temperature === 0 && saturation === 1
  return isStill && !curves && (!lut || lutStrength === 0)
}

function planOther(frames: readonly (EffectAt | undefined)[], unit: number): PlannedEffect[] {
  const curve = <K extends EffectAt['kind']>(
    kind: K,
    pick: (effect: Extract<EffectAt, { kind: K }>) => number,
  ): Curve =>
    curveOf(frames.length, (frame) => {
      const effect = frames[frame]
      return effect?.kind === kind ? pick(effect as Extract<EffectAt, { kind: K }>) : 0
    })
  switch (frames[0]?.kind) {
    case 'blur': {
      const radius = curve('blur', (blur) => blur.radius * unit)
      return radius === 0 ? [] : [{ kind: 'blur', radius }]
    }
    case 'sharpen': {
      const amount = curve('sharpen', (sharpen) => sharpen.amount)
      const radius = curve('sharpen', (sharpen) => sharpen.radius * unit)
      return amount === 0 || radius === 0 ? [] : [{ kind: 'sharpen', amount, radius }]
    }
    case 'vignette': {
      const amount = curve('vignette', (vignette) => vignette.amount)
      const size = curve('vignette', (vignette) => vignette.size)
      const softness = curve('vignette', (vignette) => vignette.softness)
      return amount === 0 ? [] : [{ kind: 'vignette', amount, size, softness }]
    }
    default:
      return []
  }
}
