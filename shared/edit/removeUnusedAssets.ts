/**
 * Takes assets out of the project. Refused for one that a clip, a shot's source or a pin still needs; deleting
 * clips never comes here. Does not touch: files on disk, takes (they carry their own result).
 */
import type { AssetId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { record } from '../model/select.ts'
import { change } from './draft.ts'
import { refuse } from './refuse.ts'

export const removeUnusedAssets = (project: Project, assetIds: readonly AssetId[]): Project =>
  change(project, (draft) => {
    for (const id of new Set(assetIds)) {
      const { name } = record(project, 'assets', id)
      const user = userOf(project, id)
      if (user) refuse(`"${name}" is used by ${user}; delete that first.`)
      draft.remove('assets', id)
    }
  })

/** Something that needs the asset, in words; null when nothing does. */
function userOf(project: Project, id: AssetId): string | null {
  for (const item of Object.values(project.items)) {
    if (item.kind === 'clip' && item.source.kind === 'asset' && item.source.assetId === id) {
      return `the clip "${item.name}"`
    }
    if (item.kind === 'clip' && item.effects?.some((e) => e.kind === 'grade' && e.lutId === id)) {
      return `the grade of "${item.name}"`
    }
  }
  for (const shot of Object.values(project.shots)) {
    if (shot.source?.assetId === id) return `the shot "${shot.name}"`
  }
  for (const pin of Object.values(project.pins)) {
    if (pin.picture.assetId === id) return `a pin of "${project.shots[pin.shotId]?.name}"`
  }
  return null
}
