/** What the inspector is about: the first selected clip, and the shot behind it. */
import type { Clip } from '../../../shared/model/clip.ts'
import type { Project } from '../../../shared/model/project.ts'
import { type PlacedItem, placeClip } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { useDocument } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'

/** The first selected clip whose track can show it; picture clips before sound. */
export function firstSelected(
  project: Project | null,
  ids: readonly string[],
): PlacedItem<Clip> | null {
  if (!project) return null
  const placed = ids
    .map((id) => project.items.get(id))
    .filter((item) => item?.kind === 'clip')
    .map((item) => placeClip(project, (item as Clip).id))
  return placed.find(({ track }) => track.kind === 'picture') ?? placed[0] ?? null
}

export function shotBehind(project: Project, placed: PlacedItem<Clip> | null): Shot | null {
  if (placed?.item.source.kind !== 'shot') return null
  return project.shots.get(placed.item.source.shotId) ?? null
}

export function selectedShot(): Shot | null {
  const { project } = useDocument.getState()
  if (!project) return null
  return shotBehind(project, firstSelected(project, useSession.getState().clips))
}

export function useSelectedClip(): PlacedItem<Clip> | null {
  const project = useDocument((state) => state.project)
  const ids = useSession((state) => state.clips)
  return firstSelected(project, ids)
}
