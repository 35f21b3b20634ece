/** The cut, or the free edge of a clip, that is meant by a place on a track. */
import type { CutRef } from '../../../../shared/edit/cut.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { isPlacedClip, type PlacedItem, placedItems } from '../../../../shared/model/select.ts'
import { committedProject } from '../../../store/document.ts'
import { useSession } from '../../../store/session.ts'
import { rowUnder, type Surface, xWithin } from '../surface.ts'
import { xOf } from '../zoom.ts'

/** Pixels: as far from a cut as one still aims at it. */
const NEAR = 40

type Point = Pick<MouseEvent, 'clientX' | 'clientY'>

/** The cut at one edge of a placed clip: with its neighbour, or free. */
export function cutAtEdge(
  project: Project,
  { item, track, order }: PlacedItem,
  edge: 'start' | 'end',
): CutRef {
  const beside = placedItems(project, track)[edge === 'end' ? order + 1 : order - 1]
  const other = beside && isPlacedClip(beside) ? beside.item.id : null
  return edge === 'end' ? { from: item.id, to: other } : { from: other, to: item.id }
}

export function cutUnder(surface: Surface, { clientX, clientY }: Point): CutRef | null {
  const row = rowUnder(surface, clientY)
  if (row?.kind !== 'track') return null
  const project = committedProject()
  const x = xWithin(surface, clientX)
  const view = useSession.getState()
  let best: { readonly cut: CutRef; readonly far: number } | null = null
  for (const placed of placedItems(project, row.track).filter(isPlacedClip)) {
    for (const edge of ['start', 'end'] as const) {
      const far = Math.abs(xOf(placed[edge], view) - x)
      if (far <= NEAR && (!best || far < best.far)) {
        best = { cut: cutAtEdge(project, placed, edge), far }
      }
    }
  }
  return best?.cut ?? null
}
