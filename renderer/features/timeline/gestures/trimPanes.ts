/** Which frames a trim is judged by: those on both sides of the cut, or of both cuts of a clip between neighbours. */
import type { Clip } from '../../../../shared/model/clip.ts'
import type { ItemId } from '../../../../shared/model/ids.ts'
import type { Project } from '../../../../shared/model/project.ts'
import {
  isPlacedClip,
  linkedClips,
  type PlacedItem,
  placeClip,
  placedItems,
} from '../../../../shared/model/select.ts'
import type { Trim, TrimPane } from '../../../store/session.ts'

type Panes = Trim['panes']

/** The picture of the recording; sound alone has none to show. */
function pictureOf(project: Project, itemId: ItemId): PlacedItem<Clip> | null {
  const own = linkedClips(project, itemId).map((id) => placeClip(project, id))
  return own.find(({ track }) => track.kind === 'picture') ?? null
}

function beside({ track, order }: PlacedItem<Clip>, project: Project, step: 1 | -1): ItemId | null {
  const other = placedItems(project, track)[order + step]
  return other && isPlacedClip(other) ? other.item.id : null
}

const pane = (itemId: ItemId | null, edge: TrimPane['edge']): TrimPane | null =>
  itemId === null ? null : { itemId, edge }

/** The last frame before the cut and the first behind it. */
export function twoUp(project: Project, itemId: ItemId, edge: 'start' | 'end'): Panes | null {
  const placed = pictureOf(project, itemId)
  if (!placed) return null
  const { id } = placed.item
  return edge === 'end'
    ? [pane(id, 'last'), pane(beside(placed, project, 1), 'first')]
    : [pane(beside(placed, project, -1), 'last'), pane(id, 'first')]
}

/** The clip's own first and last frame between those of its neighbours. */
export function fourUp(project: Project, itemId: ItemId): Panes | null {
  const placed = pictureOf(project, itemId)
  if (!placed) return null
  const { id } = placed.item
  return [
    pane(beside(placed, project, -1), 'last'),
    pane(id, 'first'),
    pane(id, 'last'),
    pane(beside(placed, project, 1), 'first'),
  ]
}
