import {
  type Clip,
  PICTURE_PROPERTIES,
  type Property,
  SOUND_PROPERTIES,
} from '../../../../shared/model/clip.ts'
import type { Animated } from '../../../../shared/model/keyframe.ts'

const isSound = (property: Property): property is (typeof SOUND_PROPERTIES)[number] =>
  SOUND_PROPERTIES.some((name) => name === property)

/** A clip's animated value by its name. */
export const animatedOf = (clip: Clip, property: Property): Animated =>
  isSound(property) ? clip.sound[property] : clip.picture[property]

/** The values that have a lane of their own in the timeline, in the order in which they are shown. */
export const LANE_PROPERTIES = ['scale', 'positionX', 'positionY', 'rotation', 'opacity'] as const
export const SOUND_LANE_PROPERTIES = ['volume', 'pan'] as const

/** Keyed values of a clip, in the order of its lanes. */
export const keyedProperties = (clip: Clip): Property[] =>
  [...PICTURE_PROPERTIES, ...SOUND_PROPERTIES].filter(
    (property) => animatedOf(clip, property).keyframes.length > 0,
  )
