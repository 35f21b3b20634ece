/** Reading and replacing one animated property of a clip: what the keyframe verbs share. */
import { type Clip, PICTURE_PROPERTIES, type Property, SOUND_PROPERTIES } from '../model/clip.ts'
import type { Effect } from '../model/effect.ts'
import type { Animated, Keyframe } from '../model/keyframe.ts'
import { PROPERTY_RANGES } from '../model/propertyRange.ts'
import { say } from '../words/say.ts'
import { refuse } from './refuse.ts'

const isPicture = (property: Property): property is keyof Clip['picture'] & Property =>
  PICTURE_PROPERTIES.some((name) => name === property)

export const animatedOf = (clip: Clip, property: Property): Animated =>
  isPicture(property)
    ? clip.picture[property]
    : clip.sound[property as keyof Clip['sound'] & Property]

export const withAnimated = (clip: Clip, property: Property, animated: Animated): Clip =>
  isPicture(property)
    ? { ...clip, picture: { ...clip.picture, [property]: animated } }
    : { ...clip, sound: { ...clip.sound, [property]: animated } }

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

export const withKeyframes = (clip: Clip, property: Property, keyframes: Keyframe[]): Clip =>
  withAnimated(clip, property, {
    ...animatedOf(clip, property),
    keyframes: keyframes.sort((a, b) => a.frame - b.frame),
  })

export function keyframeOf(clip: Clip, property: Property, id: string): Keyframe {
  const found = animatedOf(clip, property).keyframes.find((key) => key.id === id)
  return found ?? refuse('edit:keyframeGone', { property: say(`property:${property}`) })
}

/** @throws EditRefused when the property cannot have the value. */
export function checkValue(property: Property, value: number): number {
  const { min, max } = PROPERTY_RANGES[property]
  if (value < min || value > max) {
    refuse('edit:propertyRange', { property: say(`property:${property}`), min, max, value })
  }
  return value
}
