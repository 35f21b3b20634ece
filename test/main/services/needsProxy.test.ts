import { expect, it } from 'vitest'
import { needsProxy } from '../../../main/services/needsProxy.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import type { MediaInfo, VideoStream } from '../../../shared/model/mediaInfo.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { videoAsset } from './videoAsset.ts'

const { info } = videoAsset('a' as AssetId, '1-a')
const [stream] = info.video
const video = (more: Partial<VideoStream>): MediaInfo => ({
  ...info,
  video: [{ ...(stream as VideoStream), ...more }],
})
const sound = (codec: string): MediaInfo => ({
  ...info,
  audio: [
    {
      ...{ index: 1, codec, sampleRate: 48000, channels: 2 },
      ...{ start: ZERO, duration: rational(10) },
    },
  ],
})

it('stand-ins are made for what the window cannot decode, or not fast enough, and for nothing else', () => {
  const cases: [string, MediaInfo, boolean][] = [
    ['1080p H.264', info, false],
    ['upright 1080p', video({ rotation: 90 }), false],
    ['with AAC', sound('aac'), false],
    ['with PCM', sound('pcm_s16le'), false],
    ['VP9', video({ codec: 'vp9' }), false],
    ['HEVC', video({ codec: 'hevc' }), true],
    ['ProRes', video({ codec: 'prores', pixelFormat: 'yuv422p10le' }), true],
    ['10-bit H.264', video({ pixelFormat: 'yuv420p10le' }), true],
    ['4:2:2', video({ pixelFormat: 'yuv422p' }), true],
    ['interlaced', video({ fieldOrder: 'tff' }), true],
    ['of unknown fields', video({ fieldOrder: 'unknown' }), false],
    ['HLG', video({ color: { transfer: 'arib-std-b67' } }), true],
    ['2160p', video({ width: 3840, height: 2160 }), true],
    ['with AC-3', sound('ac3'), true],
    ['in MXF', { ...info, container: 'mxf' }, true],
    ['a still', { ...info, kind: 'still' }, false],
    ['sound alone', { ...sound('alac'), kind: 'audio', video: [] }, false],
  ]
  expect(cases.map(([name, media]) => [name, needsProxy(media)])).toEqual(
    cases.map(([name, , expected]) => [name, expected]),
  )
})
