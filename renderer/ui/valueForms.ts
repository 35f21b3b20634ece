/** How the animated values of a clip are shown and typed: unit, steps and limits. Pure. */
import { effectParamOf, type ValuePath } from '../../shared/model/animatedPath.ts'
import type { Clip, Property } from '../../shared/model/clip.ts'
import type { EffectKind } from '../../shared/model/effect.ts'
import { number } from '../i18n/numbers.ts'

export interface ValueForm {
  readonly unit: string
  /** Shown value = stored value × factor. */
  readonly factor: number
  /** Of an arrow key or a pixel of dragging, as shown. */
  readonly step: number
  readonly decimals: number
  /** As shown. */
  readonly min?: number
  readonly max?: number
  /** The values, as stored, that a lane has room for at least. */
  readonly span?: { readonly low: number; readonly high: number }
}

const percent = { unit: '%', factor: 100, step: 0.5, decimals: 1 } as const
const share: ValueForm = { ...percent, min: 0, max: 100, span: { low: 0, high: 1 } }
const signed: ValueForm = { ...percent, min: -100, max: 100, span: { low: -1, high: 1 } }
const factorForm: ValueForm = { ...percent, min: 0, max: 400, span: { low: 0, high: 2 } }

const PROPERTIES: Readonly<Record<Property, ValueForm>> = {
  scale: { ...percent, min: 0, max: 1000 },
  positionX: { ...percent, min: -400, max: 400 },
  positionY: { ...percent, min: -400, max: 400 },
  rotation: { unit: '°', factor: 1, step: 0.5, decimals: 1 },
  opacity: share,
  cropLeft: share,
  cropTop: share,
  cropRight: share,
  cropBottom: share,
  volume: {
    ...{ unit: 'dB', factor: 1, step: 0.1, decimals: 1, min: -96, max: 24 },
    span: { low: -24, high: 12 },
  },
  pan: { ...signed, step: 1, decimals: 0 },
}

const SPEED: ValueForm = {
  ...percent,
  step: 1,
  min: -10_000,
  max: 10_000,
  span: { low: 0, high: 2 },
}

/** Parameters of effects; what is the same in all of them stands once. */
const PARAMS: Readonly<Record<EffectKind, Readonly<Record<string, ValueForm>>>> = {
  grade: {
    exposure: {
      ...{ unit: 'EV', factor: 1, step: 0.02, decimals: 2, min: -10, max: 10 },
      span: { low: -2, high: 2 },
    },
    contrast: factorForm,
    temperature: signed,
    saturation: factorForm,
    lutStrength: share,
  },
  blur: {
    radius: { ...percent, step: 0.05, decimals: 2, min: 0, max: 50, span: { low: 0, high: 0.1 } },
  },
  sharpen: {
    amount: { ...percent, min: 0, max: 500, span: { low: 0, high: 2 } },
    radius: { ...percent, step: 0.01, decimals: 2, min: 0, max: 10, span: { low: 0, high: 0.02 } },
  },
  vignette: { amount: signed, size: share, softness: share },
  key: { tolerance: share, softness: share, spill: share },
}

/** A parameter of a later version has numbers as they are. */
const PLAIN: ValueForm = { unit: '', factor: 1, step: 0.01, decimals: 2 }

export function valueForm({ effects }: Pick<Clip, 'effects'>, path: ValuePath): ValueForm {
  if (path === 'speed') return SPEED
  const param = effectParamOf(path)
  if (!param) return PROPERTIES[path as Property]
  const kind = effects?.find(({ id }) => id === param.effectId)?.kind
  return (kind && PARAMS[kind][param.param]) ?? PLAIN
}

/** A value with its unit: `-6.5 dB`, `90°`, `112.5 %`. */
export function formatValue({ unit, factor, decimals }: ValueForm, value: number): string {
  const shown = number(value * factor, { most: Math.max(1, decimals) })
  return unit === '°' || unit === '' ? `${shown}${unit}` : `${shown} ${unit}`
}

/** The nearest value, as stored, that the form allows. */
export function clampValue(
  { factor, min = -Infinity, max = Infinity }: ValueForm,
  value: number,
): number {
  return Math.min(max / factor, Math.max(min / factor, value))
}
