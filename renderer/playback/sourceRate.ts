/** The source monitor counts an asset's own frames; sound and stills, which have none, go by the timeline's rate. */
import type { Asset } from '../../shared/model/asset.ts'
import type { Timeline } from '../../shared/model/timeline.ts'
import { frameAt } from '../../shared/time/frames.ts'
import type { Rational } from '../../shared/time/rational.ts'
import { STILL_SECONDS } from '../store/placeMedia.ts'

export function sourceRate(asset: Asset, timeline: Timeline): Rational {
  const [picture] = asset.info.video
  return asset.info.kind === 'video' && picture ? picture.rate : timeline.rate
}

export const sourceDuration = (asset: Asset): Rational =>
  asset.info.kind === 'still' ? STILL_SECONDS : asset.info.duration

/** Whole frames at {@link sourceRate}, at least 1. */
export const sourceEnd = (asset: Asset, timeline: Timeline): number =>
  Math.max(1, frameAt(sourceDuration(asset), sourceRate(asset, timeline), 'floor'))
