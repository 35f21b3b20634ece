import type { Asset } from '../../shared/model/asset.ts'
import { type Clip, defaultPicture, defaultSound } from '../../shared/model/clip.ts'
import type { ItemId } from '../../shared/model/ids.ts'
import type { SoundSpan } from '../../shared/render/soundSpan.ts'
import { secondsAt } from '../../shared/time/frames.ts'
import { ONE, type Rational, ZERO } from '../../shared/time/rational.ts'

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

/** `duration` in frames of `rate`. */
export function soundOfAsset(asset: Asset, duration: number, rate: Rational): SoundSpan[] {
  if (asset.info.audio.length === 0) return []
  const clip = clipOfAsset(asset, duration)
  const stage = {
    ...{ clip, fades: {}, into: null, outOf: null, frame: 0 },
    framesPerSecond: rate.num / rate.den,
  }
  return [
    {
      ...{ clip, asset, start: ZERO, end: secondsAt(duration, rate), mediaStart: ZERO, speed: ONE },
      stages: [stage],
    },
  ]
}
