/** Assets for tests of the document: described as probing would, without a file. */
import type { Asset } from '../../../shared/model/asset.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import type { MediaInfo } from '../../../shared/model/mediaInfo.ts'
import { type Rational, rational, ZERO } from '../../../shared/time/rational.ts'

export function assetOf(
  id: string,
  duration: Rational = rational(100),
  kind: MediaInfo['kind'] = 'video',
): Asset {
  const video = {
    index: 0,
    codec: 'h264',
    width: 1920,
    height: 1080,
    rotation: 0 as const,
    sampleAspect: rational(1),
    rate: rational(24),
    isVariableRate: false,
    timeBase: rational(1, 12288),
    start: ZERO,
    duration,
    pixelFormat: 'yuv420p',
    bitDepth: 8,
    hasAlpha: false,
    fieldOrder: 'progressive' as const,
    color: {},
  }
  const audio = {
    index: 1,
    codec: 'aac',
    sampleRate: 48000,
    channels: 2,
    start: ZERO,
    duration,
  }
  return {
    id: id as AssetId,
    name: `${id}.mp4`,
    mediaKey: `key of ${id}`,
    origin: 'footage',
    info: {
      container: 'mov,mp4',
      kind,
      byteSize: 1000,
      duration: kind === 'still' ? ZERO : duration,
      video: kind === 'audio' ? [] : [video],
      audio: kind === 'still' ? [] : [audio],
      warnings: [],
    },
  }
}
