/** Effects with their numbers as passes over a bitmap: neighbouring colour effects are one table, lengths its pixels. */
import {
  type ColorEffect,
  type ColorTable,
  isColorEffect,
} from '../../../shared/render/colorTable.ts'
import type { EffectAt, GradeAt, VignetteAt } from '../../../shared/render/effectAt.ts'
import type { EffectStep, VignetteStep } from './EffectStep.ts'

/** Less than this of a pixel cannot be seen. */
const LEAST_SIGMA = 0.05
/** A vignette's edge is at least this wide. */
const LEAST_SOFTNESS = 0.001

/**
 * `unit`: pixels of the bitmap in the canvas's height at scale 1, by which lengths are counted. What changes nothing
 * is left out.
 */
export function effectSteps(
  effects: readonly EffectAt[],
  unit: number,
  tableOf: (effects: readonly ColorEffect[]) => ColorTable,
): EffectStep[] {
  const steps: EffectStep[] = []
  let colors: ColorEffect[] = []
  const endColors = (): void => {
    if (colors.length > 0) steps.push({ kind: 'color', table: tableOf(colors) })
    colors = []
  }
  for (const effect of effects) {
    if (isColorEffect(effect)) {
      if (effect.kind === 'key' || !isNeutral(effect)) colors.push(effect)
      continue
    }
    const step = stepOf(effect, unit)
    if (!step) continue
    endColors()
    steps.push(step)
  }
  endColors()
  return steps
}

function stepOf(effect: Exclude<EffectAt, ColorEffect>, unit: number): EffectStep | null {
  if (effect.kind === 'vignette') return effect.amount === 0 ? null : vignetteOf(effect)
  const sigma = (effect.radius * unit) / 2
  if (sigma < LEAST_SIGMA) return null
  if (effect.kind === 'blur') return { kind: 'blur', sigma }
  return effect.amount === 0 ? null : { kind: 'sharpen', amount: effect.amount, sigma }
}

function vignetteOf({ amount, size, softness }: VignetteAt): VignetteStep {
  const half = Math.max(softness, LEAST_SOFTNESS) / 2
  return { kind: 'vignette', amount, from: size - half, to: size + half }
}

/** A new grade, which clamps nothing that a bitmap could hold. */
const isNeutral = (grade: GradeAt): boolean =>
  grade.exposure === 0 &&
  grade.contrast === 1 &&
  grade.temperature === 0 &&
  grade.saturation === 1 &&
  Object.values(grade.curves ?? {}).every((curve) => (curve?.length ?? 0) === 0) &&
  (grade.lut === undefined || grade.lutStrength === 0)
