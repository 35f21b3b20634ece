/**
 * What is done to a clip's picture, in the order of the list. `params` change over the clip's time, in clip frames
 * as its other settings do; everything else of an effect is constant.
 */
import { z } from 'zod'
import { assetIdSchema, effectIdSchema } from './ids.ts'
import { animatedSchema, constant } from './keyframe.ts'
import { openObject } from './openObject.ts'

const effect = <Kind extends string, Params extends z.ZodRawShape, More extends z.ZodRawShape>(
  kind: Kind,
  params: Params,
  more: More,
) =>
  openObject({
    id: effectIdSchema,
    kind: z.literal(kind),
    enabled: z.boolean().default(true),
    params: openObject(params),
    ...more,
  })

/** A tone curve: output over input, both 0..1, at points of rising input. */
export const toneCurveSchema = z.array(
  openObject({ input: z.number().min(0).max(1), output: z.number().min(0).max(1) }),
)

export const toneCurvesSchema = openObject({
  master: toneCurveSchema.optional(),
  red: toneCurveSchema.optional(),
  green: toneCurveSchema.optional(),
  blue: toneCurveSchema.optional(),
})

export const colorSchema = z.string().regex(/^#[0-9a-f]{6}$/i)

export const effectSchema = z.discriminatedUnion('kind', [
  effect(
    'grade',
    {
      /** Stops. */
      exposure: animatedSchema,
      /** Factor about middle grey; 1 = as it is. */
      contrast: animatedSchema,
      /** -1 (cool) to 1 (warm). */
      temperature: animatedSchema,
      /** Factor; 0 = grey, 1 = as it is. */
      saturation: animatedSchema,
      /** 0..1: how much of the look-up table shows. */
      lutStrength: animatedSchema,
    },
    {
      curves: toneCurvesSchema.optional(),
      /** A look-up table (.cube) of the library. */
      lutId: assetIdSchema.optional(),
    },
  ),
  /** Radius in fractions of the canvas's height. */
  effect('blur', { radius: animatedSchema }, {}),
  /** Amount 0..1 and more; radius in fractions of the canvas's height. */
  effect('sharpen', { amount: animatedSchema, radius: animatedSchema }, {}),
  /** Amount -1 (bright edges) to 1 (black edges); size and softness 0..1 of half the diagonal. */
  effect(
    'vignette',
    { amount: animatedSchema, size: animatedSchema, softness: animatedSchema },
    {},
  ),
  /** Takes a colour away: tolerance, softness and spill 0..1. */
  effect(
    'key',
    { tolerance: animatedSchema, softness: animatedSchema, spill: animatedSchema },
    { color: colorSchema },
  ),
])
export type Effect = z.infer<typeof effectSchema>
export const EFFECT_KINDS = ['grade', 'blur', 'sharpen', 'vignette', 'key'] as const
export const effectKindSchema = z.enum(EFFECT_KINDS)
export type EffectKind = Effect['kind']

type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>

/** What values the parameters can take; units are those of the schema above. */
export const EFFECT_RANGES: {
  readonly [K in EffectKind]: {
    readonly [P in keyof EffectOf<K>['params']]: { readonly min: number; readonly max: number }
  }
} = {
  grade: {
    exposure: { min: -10, max: 10 },
    contrast: { min: 0, max: 4 },
    temperature: { min: -1, max: 1 },
    saturation: { min: 0, max: 4 },
    lutStrength: { min: 0, max: 1 },
  },
  blur: { radius: { min: 0, max: 0.5 } },
  sharpen: { amount: { min: 0, max: 5 }, radius: { min: 0, max: 0.1 } },
  vignette: {
    amount: { min: -1, max: 1 },
    size: { min: 0, max: 1 },
    softness: { min: 0, max: 1 },
  },
  key: {
    tolerance: { min: 0, max: 1 },
    softness: { min: 0, max: 1 },
    spill: { min: 0, max: 1 },
  },
}

/** An effect as it is when it was just added; a new grade changes nothing. */
export const DEFAULT_EFFECTS: {
  readonly [K in EffectKind]: () => Omit<EffectOf<K>, 'id'>
} = {
  grade: () => ({
    kind: 'grade',
    enabled: true,
    params: {
      exposure: constant(0),
      contrast: constant(1),
      temperature: constant(0),
      saturation: constant(1),
      lutStrength: constant(1),
    },
  }),
  blur: () => ({ kind: 'blur', enabled: true, params: { radius: constant(0.01) } }),
  sharpen: () => ({
    kind: 'sharpen',
    enabled: true,
    params: { amount: constant(0.5), radius: constant(0.002) },
  }),
  vignette: () => ({
    kind: 'vignette',
    enabled: true,
    params: { amount: constant(0.4), size: constant(0.7), softness: constant(0.5) },
  }),
  key: () => ({
    kind: 'key',
    enabled: true,
    color: '#00b140',
    params: { tolerance: constant(0.3), softness: constant(0.1), spill: constant(0.5) },
  }),
}

export const blendModeSchema = z.enum([
  'normal',
  'multiply',
  'screen',
  'overlay',
  'add',
  'darken',
  'lighten',
  'difference',
  'softLight',
])
export type BlendMode = z.infer<typeof blendModeSchema>
