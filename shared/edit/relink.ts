/**
 * What cutting does to links. The parts that come first stay linked to each other, the parts behind the cut get a
 * link of their own, so that each half is moved and trimmed as one.
 *
 *     V1 |A.........|              V1 |A...|A'....|
 *     A1 |A.........|      →       A1 |A...|A'....|      A with A, A' with A'
 *
 * Where a linked clip runs through the cut uncut, all stay one link:
 *
 *     V1 |A.........|              V1 |A...|A'....|
 *     A1 |A.........|      →       A1 |A.........|       A, A' and the sound stay linked
 *
 * Touches nothing but `linkId` of clips whose link was cut.
 */
import type { Clip } from '../model/clip.ts'
import type { ItemId, MakeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { place } from '../model/select.ts'
import type { Track } from '../model/track.ts'
import { withFields } from './draft.ts'
import type { Items } from './itemList.ts'

/** Where a part comes from: `offset` frames into the clip that `origin` was before the edit. */
export interface Part {
  readonly origin: ItemId
  readonly offset: number
}

/** The edit whose links are mended (TimelineEdit). */
export interface CutLanes {
  readonly original: Project
  readonly tracks: readonly Track[]
  readonly parts: ReadonlyMap<ItemId, Part>
  readonly makeId: MakeId
  items(track: Track): Items
  setItems(track: Track, items: Items): void
}

interface Fragment {
  readonly id: ItemId
  readonly isLocked: boolean
  /** Where it lay before the edit. */
  readonly start: number
  readonly end: number
}

export function relink(edit: CutLanes): void {
  const cut = new Set<string>()
  for (const [id, part] of edit.parts) {
    const origin = edit.original.items.get(part.origin)
    if (id !== part.origin && origin?.kind === 'clip' && origin.linkId !== undefined) {
      cut.add(origin.linkId)
    }
  }
  if (cut.size === 0) return
  const fragments = fragmentsOf(edit, cut)
  const links = new Map<ItemId, string | undefined>()
  for (const group of fragments.values()) separate(edit, group, links)
  if (links.size === 0) return
  for (const track of edit.tracks) {
    const items = edit.items(track)
    if (!items.some((item) => links.has(item.id))) continue
    edit.setItems(
      track,
      items.map((item) =>
        item.kind === 'clip' && links.has(item.id)
          ? withFields<Clip>(item, { linkId: links.get(item.id) })
          : item,
      ),
    )
  }
}

function fragmentsOf(edit: CutLanes, cut: ReadonlySet<string>): Map<string, Fragment[]> {
  const groups = new Map<string, Fragment[]>()
  for (const track of edit.tracks) {
    for (const item of edit.items(track)) {
      if (item.kind !== 'clip' || item.linkId === undefined || !cut.has(item.linkId)) continue
      const part = edit.parts.get(item.id) ?? { origin: item.id, offset: 0 }
      if (!edit.original.items.get(part.origin)) continue
      const start = place(edit.original, part.origin).start + part.offset
      const group = groups.get(item.linkId) ?? []
      group.push({ id: item.id, isLocked: track.locked, start, end: start + item.duration })
      groups.set(item.linkId, group)
    }
  }
  return groups
}

/** Splits one link at the frames where new parts begin and every member lies on one side. */
function separate(
  edit: CutLanes,
  group: readonly Fragment[],
  links: Map<ItemId, string | undefined>,
): void {
  const frames = new Set(
    group
      .filter(({ id }) => edit.parts.has(id) && !edit.original.items.get(id))
      .map((f) => f.start),
  )
  for (const frame of [...frames].sort((a, b) => a - b)) {
    if (group.some(({ start, end }) => start < frame && end > frame)) continue
    const behind = group.filter(({ start }) => start >= frame)
    if (behind.some(({ isLocked }) => isLocked)) continue
    const linkId = behind.length > 1 ? edit.makeId<string>() : undefined
    for (const { id } of behind) links.set(id, linkId)
  }
}
