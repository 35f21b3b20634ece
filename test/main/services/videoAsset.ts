import type { Asset } from '../../../shared/model/asset.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import { ONE, rational, ZERO } from '../../../shared/time/rational.ts'

/** Footage as probing would describe it: 1080p, 24 fps, 10 s, no sound. */
export const videoAsset = (id: AssetId, mediaKey: string): Asset => ({
  ...{ id, mediaKey, name: 'Footage', origin: 'footage' },
  info: {
    ...{ container: 'mov,mp4', kind: 'video', byteSize: 100, duration: rational(10) },
    video: [
      {
        ...{ index: 0, codec: 'h264', width: 1920, height: 1080, rotation: 0, sampleAspect: ONE },
        ...{ rate: rational(24), isVariableRate: false, timeBase: rational(1, 12288) },
        ...{ frameCount: 240, start: ZERO, duration: rational(10), pixelFormat: 'yuv420p' },
        ...{ bitDepth: 8, hasAlpha: false, fieldOrder: 'progressive', color: {} },
      },
    ],
    audio: [],
    warnings: [],
  },
})
