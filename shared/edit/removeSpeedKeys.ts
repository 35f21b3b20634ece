/**
 * Deletes keyframes of speed.
 *
 *     ◆───◆───◆      →      ◆───────◆
 *
 * With the last one gone the clip runs at the speed it had at its first frame. The first frame keeps its picture; where
 * the media runs out earlier the clip gets shorter and leaves a gap. Linked clips get the same curve. Does not touch:
 * other keyframes and clips.
 *
 * Around: linked follow; shots, takes, pins, markers, sync-locked stay; transitions settle; locked refuse.
 */
import type { ItemId, KeyframeId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { changeSpeedKeys, speedKeyOf } from './speedKeys.ts'

export interface ChosenSpeedKeys {
  readonly itemId: ItemId
  readonly keyframeIds: readonly KeyframeId[]
}

export const removeSpeedKeys = (
  project: Project,
  { itemId, keyframeIds }: ChosenSpeedKeys,
  makeId: MakeId,
): Project =>
  changeSpeedKeys(
    project,
    itemId,
    (clip) => {
      const removed = new Set(keyframeIds.map((id) => speedKeyOf(clip, id)))
      return (clip.speedKeys ?? []).filter((key) => !removed.has(key))
    },
    makeId,
  )
