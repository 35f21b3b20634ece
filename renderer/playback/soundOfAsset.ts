import type { Asset } from '../../shared/model/asset.ts'
import { type Clip, defaultPicture, defaultSound } from '../../shared/model/clip.ts'
import type { ItemId } from '../../shared/model/ids.ts'
import type { SoundSpan } from '../../shared/render/soundOf.ts'
import { ONE, ZERO } from '../../shared/time/rational.ts'

/** A whole asset as a clip nobody placed, so that the source monitor plays and paints by the program's own rules. */
export const clipOfAsset = (asset: Asset, duration: number): Clip => ({
  kind: 'clip',
  id: asset.id as string as ItemId,
  name: asset.name,
  source: { kind: 'asset', assetId: asset.id },
  sourceStart: ZERO,
  duration,
  speed: ONE,
  enabled: true,
  picture: defaultPicture(),
  sound: defaultSound(),
})

export function soundOfAsset(asset: Asset, duration: number): SoundSpan[] {
  if (asset.info.audio.length === 0) return []
  const motion = { sourceStart: ZERO, speed: ONE }
  const place = { offset: ZERO, start: 0, end: duration, clipStart: 0 }
  return [{ clip: clipOfAsset(asset, duration), asset, motion, ...place }]
}
