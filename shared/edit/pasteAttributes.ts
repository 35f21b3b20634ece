/**
 * Gives clips the chosen settings of another clip, keyframes included.
 *
 *     A  scale ◆────◆  pan -1            B  scale ◆────◆  pan 0
 *     B  scale 1       pan 0      →                              (scale only)
 *
 * Keyframes come at the same clip frames, in place of those that were there. Does not touch: settings that were not
 * chosen, where clips lie, their media and speed, linked clips.
 *
 * Around: linked, shots, takes, pins, transitions, markers, sync-locked stay; locked refuse.
 */
import type { Clip, Property } from '../model/clip.ts'
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { animatedOf, withAnimated } from './animated.ts'
import { changeClip } from './changeClip.ts'
import { withFields } from './draft.ts'
import { clipAt } from './timelineEdit.ts'

export interface PastedAttributes {
  readonly fromId: ItemId
  readonly itemIds: readonly ItemId[]
  readonly properties: readonly Property[]
  readonly styles?: readonly Style[] | undefined
}

/** Settings beside the animated properties; pasting one that the source lacks takes it away. */
export const STYLES = ['effects', 'blendMode', 'fadeIn', 'fadeOut'] as const
export type Style = (typeof STYLES)[number]

export function pasteAttributes(
  project: Project,
  { fromId, itemIds, properties, styles = [] }: PastedAttributes,
): Project {
  const from = clipAt(project, fromId)
  return itemIds.reduce(
    (changed, id) =>
      changeClip(changed, id, (clip) =>
        properties.reduce(
          (to, property) => withAnimated(to, property, animatedOf(from, property)),
          withFields<Clip>(clip, Object.fromEntries(styles.map((style) => [style, from[style]]))),
        ),
      ),
    project,
  )
}
