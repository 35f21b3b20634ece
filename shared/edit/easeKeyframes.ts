/**
 * Changes how values travel from keyframes to the next ones.
 *
 *     ◆──────◆      →      ◆~~~~~~◆
 *
 * Does not touch: times, values, other keyframes, linked clips.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { Easing } from '../model/keyframe.ts'
import type { Project } from '../model/project.ts'
import { animatedOf, keyframeOf, withKeyframes } from './animated.ts'
import { changeClip } from './changeClip.ts'
import type { ChosenKeyframes } from './removeKeyframes.ts'

export const easeKeyframes = (
  project: Project,
  { itemId, keyframes, easing }: ChosenKeyframes & { readonly easing: Easing },
): Project =>
  changeClip(project, itemId, (clip) =>
    keyframes.reduce((changed, { property, keyframeId }) => {
      const eased = keyframeOf(changed, property, keyframeId)
      return withKeyframes(
        changed,
        property,
        animatedOf(changed, property).keyframes.map((key) =>
          key === eased ? { ...key, easing } : key,
        ),
      )
    }, clip),
  )
