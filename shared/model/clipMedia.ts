/** What stands behind a clip: the asset that is seen, through the shot's take in the cut where there is one. */

import { type Rational, ZERO } from '../time/rational.ts'
import type { Asset } from './asset.ts'
import type { Clip } from './clip.ts'
import type { Project } from './project.ts'
import { record, shotOf } from './select.ts'
import type { Shot } from './shot.ts'

export type ClipMedia =
  | {
      readonly kind: 'asset'
      readonly asset: Asset
      /** Exact seconds of the asset at which the clip's media time 0 lies. */
      readonly offset: Rational
      readonly shot?: Shot
    }
  | { readonly kind: 'solid'; readonly color: string }
  /** A shot with nothing to show yet: no take in the cut and no source footage. */
  | { readonly kind: 'empty'; readonly shot: Shot }

/** A transformation or reframe without a take shows the footage it will be made from. */
export function clipMedia(project: Project, clip: Clip): ClipMedia {
  const { source } = clip
  if (source.kind === 'solid') return source
  if (source.kind === 'asset') {
    return { kind: 'asset', asset: record(project, 'assets', source.assetId), offset: ZERO }
  }
  const shot = shotOf(project, source.shotId)
  if (shot.takeId !== undefined) {
    return { kind: 'asset', asset: record(project, 'takes', shot.takeId).asset, offset: ZERO, shot }
  }
  if (shot.source) {
    const asset = record(project, 'assets', shot.source.assetId)
    return { kind: 'asset', asset, offset: shot.source.start, shot }
  }
  return { kind: 'empty', shot }
}
