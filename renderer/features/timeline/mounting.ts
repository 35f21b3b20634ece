/**
 * Which clips of a track are parts of the page. A few always are. Where many stand in the window, those too narrow for
 * a name are painted together instead: a page of a thousand parts a row would be slower to draw than to look at. Pure.
 */
import type { Clip } from '../../../shared/model/clip.ts'
import type { ItemId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { isPlacedClip, type PlacedItem, placedItems } from '../../../shared/model/select.ts'
import { transitionsOf } from '../../../shared/model/transitionsOf.ts'
import type { Row } from './rows.ts'

/** So many clips of a row are mounted however narrow they are. */
const FEW = 24
/** Pixels from which on a clip is mounted among any number. */
const WIDE = 48

export interface Mounting {
  readonly mounted: readonly PlacedItem<Clip>[]
  readonly painted: readonly PlacedItem<Clip>[]
}

/** `focused` is mounted in any case: keys and screen readers are on it. */
export function mounting(
  clips: readonly PlacedItem<Clip>[],
  framesPerPixel: number,
  focused: ItemId | null,
): Mounting {
  if (clips.length <= FEW) return { mounted: clips, painted: [] }
  const mounted: PlacedItem<Clip>[] = []
  const painted: PlacedItem<Clip>[] = []
  for (const placed of clips) {
    const isWide = placed.end - placed.start >= WIDE * framesPerPixel
    if (isWide || placed.item.id === focused) mounted.push(placed)
    else painted.push(placed)
  }
  return { mounted, painted }
}

const clipsByItems = new WeakMap<readonly PlacedItem[], readonly PlacedItem<Clip>[]>()

/** The clips among a track's placed items, made once for each list of them. */
export function clipsAmong(placed: readonly PlacedItem[]): readonly PlacedItem<Clip>[] {
  let clips = clipsByItems.get(placed)
  if (!clips) {
    clips = placed.filter(isPlacedClip)
    clipsByItems.set(placed, clips)
  }
  return clips
}

/** Columns of the grid: the headers, and as many as the fullest track has clips and transitions. */
export const columnsOf = (project: Project, rows: readonly Row[]): number =>
  rows.reduce((most, row) => {
    if (row.kind !== 'track') return Math.max(most, 2)
    const clips = clipsAmong(placedItems(project, row.track)).length
    return Math.max(most, 1 + clips + transitionsOf(project, row.track.id).length)
  }, 1)
