/**
 * The folders of the library.
 *
 *     Footage                     Footage
 *     ├── Day 1 (oak, ash)   →    └── (oak, ash)         Day 1 removed: what lay in it moves up
 *
 * Does not touch: assets themselves, clips, files.
 */

import type { Bin } from '../model/bin.ts'
import type { AssetId, BinId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { record } from '../model/select.ts'
import { change } from './draft.ts'
import { refuse } from './refuse.ts'

/** Adds a bin, or puts it in place of the one with its id. */
export const putBin = (project: Project, { bin }: { readonly bin: Bin }): Project =>
  change(project, (draft) => {
    for (let at = bin.parentId; at !== undefined; at = record(project, 'bins', at).parentId) {
      if (at === bin.id) refuse('edit:binInItself', { bin: bin.name })
    }
    draft.put('bins', bin)
  })

export const removeBin = (project: Project, { binId }: { readonly binId: BinId }): Project =>
  change(project, (draft) => {
    const { parentId } = record(project, 'bins', binId)
    for (const bin of project.bins.values()) {
      if (bin.parentId === binId) draft.set('bins', bin.id, { parentId })
    }
    for (const asset of project.assets.values()) {
      if (asset.binId === binId) draft.set('assets', asset.id, { binId: parentId })
    }
    draft.remove('bins', binId)
  })

/** `binId` null: to the top of the library. */
export const fileAssets = (
  project: Project,
  { assetIds, binId }: { readonly assetIds: readonly AssetId[]; readonly binId: BinId | null },
): Project =>
  change(project, (draft) => {
    if (binId !== null) record(project, 'bins', binId)
    for (const id of assetIds) draft.set('assets', id, { binId: binId ?? undefined })
  })
