/** What lanes show of a clip, whatever it is kept as: properties, parameters of effects, and the speed. */

import { animatedOf } from '../../../../shared/edit/animated.ts'
import {
  effectParam,
  effectParamOf,
  type ValuePath,
} from '../../../../shared/model/animatedPath.ts'
import { type Clip, PICTURE_PROPERTIES, SOUND_PROPERTIES } from '../../../../shared/model/clip.ts'
import { type Animated, type Easing, HOLD, LINEAR } from '../../../../shared/model/keyframe.ts'
import type { SpeedEase, SpeedKeyframe } from '../../../../shared/model/speedCurve.ts'
import type { TrackKind } from '../../../../shared/model/track.ts'
import { type Rational, rational, toNumber } from '../../../../shared/time/rational.ts'

/** Cubic-bezier (1/3, 0, 2/3, 1) is exactly 3u² - 2u³, the smooth ramp of speedCurve.ts. */
const SMOOTH: Easing = { kind: 'bezier', x1: 1 / 3, y1: 0, x2: 2 / 3, y2: 1 }
const EASINGS: Readonly<Record<SpeedEase, Easing>> = { hold: HOLD, linear: LINEAR, smooth: SMOOTH }

/** Every bend of a speed is the one that the time map can sum up exactly. */
export const speedEaseOf = ({ kind }: Easing): SpeedEase => (kind === 'bezier' ? 'smooth' : kind)

/** In the steps that the document keeps. */
export const speedOf = (value: number): Rational => rational(Math.round(value * 10_000), 10_000)

const asKeyframe = ({ id, frame, speed, ease }: SpeedKeyframe) => ({
  ...{ id, frame, value: toNumber(speed), easing: EASINGS[ease] },
})

/** @throws EditRefused for a parameter of an effect that is gone. */
export const laneValue = (clip: Clip, path: ValuePath): Animated =>
  path === 'speed'
    ? { value: toNumber(clip.speed), keyframes: clip.speedKeys?.map(asKeyframe) ?? [] }
    : animatedOf(clip, path)

/** Parameters of effects are gone with them. */
export function hasValue({ effects }: Clip, path: ValuePath): boolean {
  const param = path === 'speed' ? null : effectParamOf(path)
  return !param || effects?.some(({ id }) => id === param.effectId) === true
}

const paramsOf = ({ effects = [] }: Clip): ValuePath[] =>
  effects.flatMap(({ id, params }) => Object.keys(params).map((name) => effectParam(id, name)))

/** Everything of a clip that can have a lane, in the order in which lanes are shown. */
export function lanesOfClip(clip: Clip, kind: TrackKind): ValuePath[] {
  if (kind === 'subtitle') return []
  const { source } = clip
  const speed: ValuePath[] =
    source.kind === 'asset' || source.kind === 'timeline' || source.kind === 'shot' ? ['speed'] : []
  if (kind === 'sound') return [...SOUND_PROPERTIES, ...speed]
  const [x, y, scale, rotation, opacity, ...crop] = PICTURE_PROPERTIES
  return [scale, x, y, rotation, opacity, ...crop, ...paramsOf(clip), ...speed]
}

const isAnimated = (value: unknown): value is Animated =>
  typeof value === 'object' && value !== null && 'keyframes' in value

/** Keyed values of a clip, in the order of its lanes. */
export const keyedValues = (clip: Clip): ValuePath[] =>
  [...PICTURE_PROPERTIES, ...SOUND_PROPERTIES, ...paramsOf(clip), 'speed' as const].filter(
    (path) => {
      const value: unknown = laneValue(clip, path)
      return isAnimated(value) && value.keyframes.length > 0
    },
  )
