/**
 * Where an animated value of a clip is kept: one of its own properties (`scale`), or a parameter of one of its effects
 * (`effects.<effect id>.radius`). Keyframe verbs take either.
 */
import { z } from 'zod'
import { type Property, propertySchema } from './clip.ts'
import type { EffectId } from './ids.ts'

export type EffectParam = `effects.${string}.${string}`

const PATTERN = /^effects\.(.+)\.([A-Za-z]+)$/

const effectParamSchema = z.custom<EffectParam>(
  (value) => typeof value === 'string' && value.length <= 256 && PATTERN.test(value),
  { error: 'not a property of a clip, nor a parameter such as "effects.<effect id>.radius"' },
)

export const animatedPathSchema = z.union([propertySchema, effectParamSchema])
export type AnimatedPath = Property | EffectParam

/** Everything that can change over a clip's time: its animated values, and how fast it plays. */
export type ValuePath = AnimatedPath | 'speed'

export const effectParam = (effectId: EffectId, param: string): EffectParam =>
  `effects.${effectId}.${param}`

/** The parts of an effect's parameter; null for a property. Ids may contain dots, names of parameters do not. */
export function effectParamOf(
  path: AnimatedPath,
): { readonly effectId: EffectId; readonly param: string } | null {
  const [, effectId, param] = PATTERN.exec(path) ?? []
  return effectId === undefined || param === undefined
    ? null
    : { effectId: effectId as EffectId, param }
}
