/**
 * Deletes keyframes.
 *
 *     ◆───◆───◆      →      ◆───────◆
 *
 * With the last one gone the property keeps the value of that keyframe. Does not touch: other keyframes and
 * properties, linked clips.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { animatedOf, keyframeOf, withAnimated } from './animated.ts'
import { changeClip } from './changeClip.ts'
import type { KeyframeRef } from './keyframeRef.ts'

export interface ChosenKeyframes {
  readonly itemId: ItemId
  readonly keyframes: readonly KeyframeRef[]
}

export const removeKeyframes = (
  project: Project,
  { itemId, keyframes }: ChosenKeyframes,
): Project =>
  changeClip(project, itemId, (clip) =>
    keyframes.reduce((changed, { property, keyframeId }) => {
      const removed = keyframeOf(changed, property, keyframeId)
      const animated = animatedOf(changed, property)
      const left = animated.keyframes.filter((key) => key !== removed)
      const value = left.length === 0 ? removed.value : animated.value
      return withAnimated(changed, property, { ...animated, value, keyframes: left })
    }, clip),
  )
