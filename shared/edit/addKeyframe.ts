/**
 * Sets a keyframe.
 *
 *     ◆───────◆      →      ◆───◆───◆
 *
 * Without a value it takes the one the property has there, so that nothing changes yet. A keyframe that is already
 * on the frame keeps its id and takes what is given. A new one is eased like the one before it. Does not touch:
 * other keyframes and properties, linked clips. Frames outside the clip are allowed.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import { valueAt } from '../model/animate.ts'
import type { AnimatedPath } from '../model/animatedPath.ts'
import type { ItemId, KeyframeId, MakeId } from '../model/ids.ts'
import { type Easing, LINEAR } from '../model/keyframe.ts'
import type { Project } from '../model/project.ts'
import { animatedOf, checkValue, withKeyframes } from './animated.ts'
import { changeClip } from './changeClip.ts'

export interface NewKeyframe {
  readonly itemId: ItemId
  readonly property: AnimatedPath
  /** Clip frames. */
  readonly frame: number
  readonly value?: number | undefined
  readonly easing?: Easing | undefined
}

export function addKeyframe(project: Project, args: NewKeyframe, makeId: MakeId): Project {
  const { itemId, property, frame } = args
  return changeClip(project, itemId, (clip) => {
    const animated = animatedOf(clip, property)
    const there = animated.keyframes.find((key) => key.frame === frame)
    const before = animated.keyframes.findLast((key) => key.frame < frame)
    const value = checkValue(clip, property, args.value ?? valueAt(animated, frame))
    const easing = args.easing ?? there?.easing ?? before?.easing ?? LINEAR
    const id = there?.id ?? makeId<KeyframeId>()
    const others = animated.keyframes.filter((key) => key !== there)
    return withKeyframes(clip, property, [...others, { ...there, id, frame, value, easing }])
  })
}
