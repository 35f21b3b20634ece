/**
 * Changes how the speed goes on from keyframes to the next ones: held, in a straight line, or smoothly.
 *
 *     ◆──────◆      →      ◆~~~~~~◆
 *
 * The first frame keeps its picture; where the media runs out earlier the clip gets shorter and leaves a gap. Linked
 * clips get the same curve. Does not touch: times and speeds of keyframes, other clips.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { SpeedEase } from '../model/speedCurve.ts'
import type { ChosenSpeedKeys } from './removeSpeedKeys.ts'
import { changeSpeedKeys, speedKeyOf } from './speedKeys.ts'

export const easeSpeedKeys = (
  project: Project,
  { itemId, keyframeIds, ease }: ChosenSpeedKeys & { readonly ease: SpeedEase },
  makeId: MakeId,
): Project =>
  changeSpeedKeys(
    project,
    itemId,
    (clip) => {
      const eased = new Set(keyframeIds.map((id) => speedKeyOf(clip, id)))
      return (clip.speedKeys ?? []).map((key) => (eased.has(key) ? { ...key, ease } : key))
    },
    makeId,
  )
