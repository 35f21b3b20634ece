/**
 * Takes assets out of the project. Refused for one that a clip, a shot's source or a pin still needs; deleting
 * clips never comes here. Does not touch: files on disk, takes (they carry their own result).
 */
import type { AssetId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { record } from '../model/select.ts'
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import { change } from './draft.ts'
import { refuse } from './refuse.ts'

export const removeUnusedAssets = (project: Project, assetIds: readonly AssetId[]): Project =>
  change(project, (draft) => {
    for (const id of new Set(assetIds)) {
      const { name } = record(project, 'assets', id)
      const user = userOf(project, id)
      if (user) refuse('edit:assetInUse', { name, user })
      draft.remove('assets', id)
    }
  })

/** Something that needs the asset, in words; null when nothing does. */
function userOf(project: Project, id: AssetId): Said | null {
  for (const item of project.items) {
    if (item.kind === 'clip' && item.source.kind === 'asset' && item.source.assetId === id) {
      return say('edit:userClip', { name: item.name })
    }
    if (item.kind === 'clip' && item.effects?.some((e) => e.kind === 'grade' && e.lutId === id)) {
      return say('edit:userGrade', { name: item.name })
    }
  }
  for (const shot of project.shots) {
    if (shot.source?.assetId === id) return say('edit:userShot', { name: shot.name })
  }
  for (const pin of project.pins) {
    if (pin.picture.assetId === id)
      return say('edit:userPin', { name: project.shots.get(pin.shotId)?.name ?? '' })
  }
  return null
}
