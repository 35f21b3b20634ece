/**
 * Moves keyframes in time, in value, or both.
 *
 *     ◆───◆───◆      →      ◆─────◆─◆        the middle one, 2 later
 *     ◆───◆───◆      →      ◆───────◆        the middle one onto the last, which it replaces
 *
 * Does not touch: easings, other keyframes (except those landed on), linked clips.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { AnimatedPath } from '../model/animatedPath.ts'
import type { ItemId, KeyframeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { animatedOf, checkValue, keyframeOf, withKeyframes } from './animated.ts'
import { changeClip } from './changeClip.ts'
import { refuse } from './refuse.ts'

export interface KeyframeMoves {
  readonly itemId: ItemId
  readonly moves: readonly {
    readonly property: AnimatedPath
    readonly keyframeId: KeyframeId
    /** Clip frames. */
    readonly frame: number
    readonly value?: number | undefined
  }[]
}

export function moveKeyframes(project: Project, { itemId, moves }: KeyframeMoves): Project {
  const properties = new Set(moves.map(({ property }) => property))
  return changeClip(project, itemId, (clip) =>
    [...properties].reduce((changed, property) => {
      const moved = moves
        .filter((move) => move.property === property)
        .map(({ keyframeId, frame, value }) => {
          const key = keyframeOf(clip, property, keyframeId)
          return { ...key, frame, value: checkValue(clip, property, value ?? key.value) }
        })
      const ids = new Set(moved.map(({ id }) => id))
      const frames = new Set(moved.map(({ frame }) => frame))
      if (ids.size < moved.length) refuse('edit:keyframeMovedTwice')
      if (frames.size < moved.length) refuse('edit:keyframesMeet')
      const stay = animatedOf(clip, property).keyframes.filter(
        ({ id, frame }) => !ids.has(id) && !frames.has(frame),
      )
      return withKeyframes(changed, property, [...stay, ...moved])
    }, clip),
  )
}
