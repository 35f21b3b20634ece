/** What stands behind a clip: the asset that is seen, through the shot's take in the cut where there is one. */
import type { Asset } from './asset.ts'
import type { Clip } from './clip.ts'
import type { Project } from './project.ts'
import { record, shotOf } from './select.ts'
import type { Shot } from './shot.ts'

export type ClipMedia =
  | { readonly kind: 'asset'; readonly asset: Asset; readonly shot?: Shot }
  | { readonly kind: 'solid'; readonly color: string }
  /** A shot with no take in the cut yet. */
  | { readonly kind: 'empty'; readonly shot: Shot }

export function clipMedia(project: Project, clip: Clip): ClipMedia {
  const { source } = clip
  if (source.kind === 'solid') return source
  if (source.kind === 'asset')
    return { kind: 'asset', asset: record(project, 'assets', source.assetId) }
  const shot = shotOf(project, source.shotId)
  if (shot.takeId === undefined) return { kind: 'empty', shot }
  return { kind: 'asset', asset: record(project, 'takes', shot.takeId).asset, shot }
}
