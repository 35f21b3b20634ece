/** Effects with the numbers they have on one frame. */
import { valueAt } from '../model/animate.ts'
import type { Asset } from '../model/asset.ts'
import type { Clip } from '../model/clip.ts'
import { EFFECT_RANGES, type Effect, type EffectKind } from '../model/effect.ts'
import type { Animated } from '../model/keyframe.ts'
import type { Project } from '../model/project.ts'
import type { PropertyRange } from '../model/propertyRange.ts'
import { record } from '../model/select.ts'

type Of<K extends EffectKind> = Extract<Effect, { kind: K }>

export type ToneCurves = NonNullable<Of<'grade'>['curves']>

/** Units and ranges are those of model/effect.ts; lengths are fractions of the canvas's height at scale 1. */
export type EffectAt = GradeAt | BlurAt | SharpenAt | VignetteAt | KeyAt

export interface GradeAt {
  readonly kind: 'grade'
  readonly exposure: number
  readonly contrast: number
  readonly temperature: number
  readonly saturation: number
  readonly curves?: ToneCurves
  /** A look-up table of the library, and how much of it shows. */
  readonly lut?: Asset
  readonly lutStrength: number
}

export interface BlurAt {
  readonly kind: 'blur'
  readonly radius: number
}

export interface SharpenAt {
  readonly kind: 'sharpen'
  readonly amount: number
  readonly radius: number
}

export interface VignetteAt {
  readonly kind: 'vignette'
  readonly amount: number
  readonly size: number
  readonly softness: number
}

export interface KeyAt {
  readonly kind: 'key'
  readonly color: string
  readonly tolerance: number
  readonly softness: number
  readonly spill: number
}

/** The enabled effects of a clip at `clipFrame`, counted from its in-point. */
export const effectsAt = (project: Project, clip: Clip, clipFrame: number): EffectAt[] =>
  (clip.effects ?? [])
    .filter(({ enabled }) => enabled)
    .map((effect) => effectAt(project, effect, clipFrame))

function effectAt(project: Project, effect: Effect, frame: number): EffectAt {
  const { kind } = effect
  if (kind === 'grade') {
    const { curves, lutId } = effect
    return {
      ...{ kind, ...numbers(kind, effect.params, frame) },
      ...(curves && { curves }),
      ...(lutId !== undefined && { lut: record(project, 'assets', lutId) }),
    }
  }
  if (kind === 'key') return { kind, color: effect.color, ...numbers(kind, effect.params, frame) }
  if (kind === 'blur') return { kind, ...numbers(kind, effect.params, frame) }
  if (kind === 'sharpen') return { kind, ...numbers(kind, effect.params, frame) }
  return { kind, ...numbers(kind, effect.params, frame) }
}

type Numbers<K extends EffectKind> = { readonly [P in keyof (typeof EFFECT_RANGES)[K]]: number }

/** Within their ranges, which an easing may overshoot. */
function numbers<K extends EffectKind>(
  kind: K,
  params: { readonly [P in keyof Numbers<K>]: Animated },
  frame: number,
): Numbers<K> {
  const ranges = Object.entries<PropertyRange>(EFFECT_RANGES[kind])
  const values = ranges.map(([name, { min, max }]) => [
    name,
    Math.min(max, Math.max(min, valueAt(params[name as keyof Numbers<K>], frame))),
  ])
  return Object.fromEntries(values) as Numbers<K>
}
