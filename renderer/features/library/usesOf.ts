/** How often the clips of all timelines show or sound each asset, through the takes of shots too. Pure. */
import { clipMedia } from '../../../shared/model/clipMedia.ts'
import { distinctSources } from '../../../shared/model/distinctSources.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'

export function usesOf(project: Project): ReadonlyMap<AssetId, number> {
  const uses = new Map<AssetId, number>()
  for (const { source, count } of distinctSources(project.items.values())) {
    const media = clipMedia(project, { source })
    if (media.kind !== 'asset' && media.kind !== 'missing') continue
    uses.set(media.asset.id, (uses.get(media.asset.id) ?? 0) + count)
  }
  return uses
}
