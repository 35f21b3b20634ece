/** Reading and replacing one animated value of a clip: what the keyframe verbs share. */
import { type AnimatedPath, effectParamOf } from '../model/animatedPath.ts'
import { type Clip, PICTURE_PROPERTIES, type Property, SOUND_PROPERTIES } from '../model/clip.ts'
import { EFFECT_RANGES, type Effect } from '../model/effect.ts'
import type { EffectId } from '../model/ids.ts'
import type { Animated, Keyframe } from '../model/keyframe.ts'
import { PROPERTY_RANGES, type PropertyRange } from '../model/propertyRange.ts'
import { effectParam } from '../words/en/effectParam.ts'
import { asWritten, type Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import { refuse } from './refuse.ts'

const isPicture = (property: Property): property is keyof Clip['picture'] & Property =>
  PICTURE_PROPERTIES.some((name) => name === property)

/** @throws EditRefused when the effect is gone. */
export function effectOf(clip: Clip, id: EffectId): Effect {
  return clip.effects?.find((effect) => effect.id === id) ?? refuse('edit:effectGone')
}

/** @throws EditRefused for a parameter that is not there. */
export function animatedOf(clip: Clip, path: AnimatedPath): Animated {
  const param = effectParamOf(path)
  if (param) {
    const animated = (effectOf(clip, param.effectId).params as Record<string, Animated>)[
      param.param
    ]
    return animated ?? refuse('edit:paramUnknown', { param: param.param })
  }
  const property = path as Property
  return isPicture(property)
    ? clip.picture[property]
    : clip.sound[property as keyof Clip['sound'] & Property]
}

export function withAnimated(clip: Clip, path: AnimatedPath, animated: Animated): Clip {
  const param = effectParamOf(path)
  if (param) {
    const effects = clip.effects?.map((effect) =>
      effect.id === param.effectId
        ? ({ ...effect, params: { ...effect.params, [param.param]: animated } } as Effect)
        : effect,
    )
    return effects ? { ...clip, effects } : clip
  }
  const property = path as Property
  return isPicture(property)
    ? { ...clip, picture: { ...clip.picture, [property]: animated } }
    : { ...clip, sound: { ...clip.sound, [property]: animated } }
}

/** The clip with every animated value of it changed: settings and parameters of effects. What stays is shared. */
export function mapAnimated(clip: Clip, changed: (animated: Animated) => Animated): Clip {
  const mapped = [...PICTURE_PROPERTIES, ...SOUND_PROPERTIES].reduce((to, property) => {
    const before = animatedOf(to, property)
    const after = changed(before)
    return after === before ? to : withAnimated(to, property, after)
  }, clip)
  if (!clip.effects) return mapped
  const effects = clip.effects.map((effect) => {
    const params = Object.entries(effect.params).filter((entry) => isAnimated(entry[1]))
    const after = params.map(([name, animated]) => [name, changed(animated)] as const)
    return after.every(([, animated], i) => animated === params[i]?.[1])
      ? effect
      : ({ ...effect, params: { ...effect.params, ...Object.fromEntries(after) } } as Effect)
  })
  const isSame = effects.every((effect, i) => effect === clip.effects?.[i])
  return isSame ? mapped : { ...mapped, effects }
}

/** Parameters of later versions, which travel along, may be anything. */
const isAnimated = (value: unknown): value is Animated =>
  typeof value === 'object' && value !== null && 'keyframes' in value

export const withKeyframes = (clip: Clip, path: AnimatedPath, keyframes: Keyframe[]): Clip =>
  withAnimated(clip, path, {
    ...animatedOf(clip, path),
    keyframes: keyframes.sort((a, b) => a.frame - b.frame),
  })

export function keyframeOf(clip: Clip, path: AnimatedPath, id: string): Keyframe {
  const found = animatedOf(clip, path).keyframes.find((key) => key.id === id)
  return found ?? refuse('edit:keyframeGone', { property: pathName(path) })
}

/** `scale`, `radius`: in the middle of a sentence. A parameter of a later version is told by its own name. */
export function pathName(path: AnimatedPath): Said {
  const param = effectParamOf(path)?.param
  if (param === undefined) return say(`property:${path as Property}`)
  return param in effectParam
    ? say(`effectParam:${param as keyof typeof effectParam}`)
    : asWritten(param)
}

/** Undefined for a parameter of a later version, which may be anything. */
function rangeOf(clip: Clip, path: AnimatedPath): PropertyRange | undefined {
  const param = effectParamOf(path)
  if (!param) return PROPERTY_RANGES[path as Property]
  const { kind } = effectOf(clip, param.effectId)
  return (EFFECT_RANGES[kind] as Record<string, PropertyRange>)[param.param]
}

/** @throws EditRefused when the property or parameter cannot have the value. */
export function checkValue(clip: Clip, path: AnimatedPath, value: number): number {
  const range = rangeOf(clip, path)
  if (range && (value < range.min || value > range.max)) {
    refuse('edit:propertyRange', { property: pathName(path), ...range, value })
  }
  return value
}
