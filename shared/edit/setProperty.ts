/**
 * Gives a property a value: everywhere where it has no keyframes, at one frame where it has.
 *
 *     scale  ────────  1.2          scale  ◆───────◆      →   ◆───◆───◆
 *                                                              frame 4
 *
 * Does not touch: other keyframes and properties, linked clips.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { AnimatedPath } from '../model/animatedPath.ts'
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { addKeyframe } from './addKeyframe.ts'
import { animatedOf, checkValue, pathName, withAnimated } from './animated.ts'
import { changeClip } from './changeClip.ts'
import { refuse } from './refuse.ts'
import { clipAt } from './timelineEdit.ts'

export interface PropertyValue {
  readonly itemId: ItemId
  readonly property: AnimatedPath
  readonly value: number
  /** Clip frames; needed where the property has keyframes. */
  readonly frame?: number | undefined
}

export function setProperty(project: Project, args: PropertyValue, makeId: MakeId): Project {
  const { itemId, property, value, frame } = args
  const clip = clipAt(project, itemId)
  const animated = animatedOf(clip, property)
  if (animated.keyframes.length > 0) {
    if (frame === undefined) {
      return refuse('edit:propertyKeyed', { property: pathName(property) })
    }
    return addKeyframe(project, { itemId, property, value, frame }, makeId)
  }
  checkValue(clip, property, value)
  return changeClip(project, itemId, (changed) =>
    withAnimated(changed, property, { ...animated, value }),
  )
}
