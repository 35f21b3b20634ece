/** The edit point between two neighbours, and the same one on the tracks of what is linked to them. */
import type { Clip } from '../model/clip.ts'
import type { ItemId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { isPlacedClip, place, placedItems } from '../model/select.ts'
import type { Track } from '../model/track.ts'
import { withLinked } from './linked.ts'
import { refuse } from './refuse.ts'

export interface EditPoint {
  readonly leftId: ItemId
  /** Starts where the left one ends, on the same track. */
  readonly rightId: ItemId
  readonly linked: boolean
}

export interface Joint {
  readonly track: Track
  readonly left: Clip
  readonly right: Clip
}

/**
 * Neighbours that meet at the point, the two named ones first; with `linked` also pairs of what is linked to them
 * that meet at the same frame. Linked clips whose cut lies elsewhere (split edits) are no part of it.
 * @throws EditRefused when the two do not meet.
 */
export function jointsAt(project: Project, { leftId, rightId, linked }: EditPoint): Joint[] {
  const at = place(project, leftId)
  const rights = withLinked(project, [rightId], linked)
  const lefts = new Set([leftId, ...withLinked(project, [leftId], linked)])
  const joints = [...lefts].flatMap((id): Joint[] => {
    const left = place(project, id)
    const right = placedItems(project, left.track)[left.order + 1]
    if (left.end !== at.end || !isPlacedClip(left) || !right || !isPlacedClip(right)) return []
    return rights.has(right.item.id)
      ? [{ track: left.track, left: left.item, right: right.item }]
      : []
  })
  const [first] = joints
  if (first?.left.id !== leftId || first.right.id !== rightId) {
    refuse('edit:clipsApart')
  }
  return joints
}
