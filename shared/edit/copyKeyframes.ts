/**
 * Copies keyframes to another time or another clip.
 *
 *     A  ◆──◆───◆                     A  ◆──◆───◆
 *     B                       →       B  ·····◆──◆       the first two of A, to frame 5 of B
 *
 * The first of them lands on `frame`, the others keep their distance and property. Keyframes they land on give way.
 * Does not touch: the originals, other properties, linked clips.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { AnimatedPath } from '../model/animatedPath.ts'
import type { ItemId, KeyframeId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { animatedOf, keyframeOf, withKeyframes } from './animated.ts'
import { changeClip } from './changeClip.ts'
import type { KeyframeRef } from './keyframeRef.ts'
import { refuse } from './refuse.ts'
import { clipAt } from './timelineEdit.ts'

export interface KeyframeCopy {
  readonly fromId: ItemId
  readonly keyframes: readonly KeyframeRef[]
  /** May be the clip itself. */
  readonly toId: ItemId
  /** Clip frames of the receiving clip. */
  readonly frame: number
}

export function copyKeyframes(project: Project, args: KeyframeCopy, makeId: MakeId): Project {
  const from = clipAt(project, args.fromId)
  const chosen = args.keyframes.map(({ property, keyframeId }) => ({
    property,
    key: keyframeOf(from, property, keyframeId),
  }))
  if (new Set(chosen.map(({ key }) => key)).size < chosen.length) {
    refuse('edit:keyframeTwice')
  }
  const first = Math.min(...chosen.map(({ key }) => key.frame))
  const byProperty = new Map<AnimatedPath, (typeof chosen)[number]['key'][]>()
  for (const { property, key } of chosen) {
    const frame = args.frame + key.frame - first
    const copy = { ...key, id: makeId<KeyframeId>(), frame }
    byProperty.set(property, [...(byProperty.get(property) ?? []), copy])
  }
  return changeClip(project, args.toId, (clip) =>
    [...byProperty].reduce((changed, [property, copies]) => {
      const frames = new Set(copies.map(({ frame }) => frame))
      const stay = animatedOf(clip, property).keyframes.filter(({ frame }) => !frames.has(frame))
      return withKeyframes(changed, property, [...stay, ...copies])
    }, clip),
  )
}
