/** What stands behind a clip: the asset that is seen, through the shot's take in the cut where there is one. */

import { type Rational, ZERO } from '../time/rational.ts'
import type { Asset } from './asset.ts'
import type { Clip } from './clip.ts'
import type { Caption, Title } from './generator.ts'
import type { Project } from './project.ts'
import { record, shotOf, timelineOf } from './select.ts'
import type { Shot } from './shot.ts'
import type { Timeline } from './timeline.ts'

export type ClipMedia =
  | {
      readonly kind: 'asset'
      readonly asset: Asset
      /** Exact seconds of the asset at which the clip's media time 0 lies. */
      readonly offset: Rational
      readonly shot?: Shot
    }
  | { readonly kind: 'solid'; readonly color: string }
  | Title
  | Caption
  | { readonly kind: 'adjustment' }
  /** Media time is the nested timeline's own, in seconds from its first frame. */
  | { readonly kind: 'timeline'; readonly timeline: Timeline }
  /** Media that is known only by name. */
  | { readonly kind: 'missing'; readonly asset: Asset; readonly shot?: Shot }
  /** A shot with nothing to show yet: no take in the cut and no source footage. */
  | { readonly kind: 'empty'; readonly shot: Shot }

/** A transformation or reframe without a take shows the footage it will be made from. */
export function clipMedia(project: Project, clip: Pick<Clip, 'source'>): ClipMedia {
  const { source } = clip
  if (source.kind === 'timeline') {
    return { kind: 'timeline', timeline: timelineOf(project, source.timelineId) }
  }
  if (source.kind === 'asset') return ofAsset(record(project, 'assets', source.assetId), ZERO)
  if (source.kind !== 'shot') return source
  const shot = shotOf(project, source.shotId)
  if (shot.takeId !== undefined) {
    return ofAsset(record(project, 'takes', shot.takeId).asset, ZERO, shot)
  }
  if (shot.source) {
    const asset = record(project, 'assets', shot.source.assetId)
    return ofAsset(asset, shot.source.start, shot)
  }
  return { kind: 'empty', shot }
}

const ofAsset = (asset: Asset, offset: Rational, shot?: Shot): ClipMedia => ({
  ...(asset.missing ? { kind: 'missing', asset } : { kind: 'asset', asset, offset }),
  ...(shot && { shot }),
})
