import { expect, it } from 'vitest'
import { isReadAs, readingOf } from '../../../renderer/playback/colorReading.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import type { VideoStream } from '../../../shared/model/mediaInfo.ts'
import { videoAsset } from '../../main/services/videoAsset.ts'

const { info } = videoAsset('a' as AssetId, '1-a')
const [stream] = info.video
const picture = (more: Partial<VideoStream>) => ({
  video: [{ ...(stream as VideoStream), color: {}, ...more }],
})

it('says how a file is read, by its tags or by its size, and how a proxy', () => {
  expect([
    readingOf('original', picture({ height: 480 })),
    readingOf('original', picture({ height: 1080, pixelFormat: 'yuvj420p' })),
    readingOf('original', picture({ height: 1080, color: { matrix: 'bt470bg', range: 'tv' } })),
    readingOf('original', picture({ color: { matrix: 'bt2020nc', range: 'pc' } })),
    readingOf('original', picture({ color: { matrix: 'smpte240m' } })),
    readingOf('original', { video: [] }),
    readingOf('proxy', picture({ height: 480 })),
  ]).toEqual([
    { matrix: 'smpte170m', fullRange: false },
    { matrix: 'bt709', fullRange: true },
    { matrix: 'smpte170m', fullRange: false },
    { matrix: 'bt2020-ncl', fullRange: true },
    null,
    null,
    { matrix: 'bt709', fullRange: false },
  ])
})

it('lets pictures pass that are read so already, and none that would be bent by their transfer', () => {
  const reading = { matrix: 'smpte170m', fullRange: false } as const
  const plain = { primaries: 'bt709', transfer: 'bt709', matrix: 'smpte170m', fullRange: false }
  const cases = [
    [plain, true],
    [{ ...plain, matrix: 'bt470bg', primaries: 'smpte170m', transfer: 'smpte170m' }, true],
    [{ ...plain, transfer: 'iec61966-2-1' }, true],
    [{ ...plain, matrix: 'bt709' }, false],
    [{ ...plain, fullRange: true }, false],
    [{ ...plain, transfer: null }, false],
    [{ ...plain, primaries: 'bt470bg' }, false],
    [{ ...plain, primaries: 'bt2020' }, false],
    [{}, false],
  ] as const
  expect(cases.map(([told]) => isReadAs(told, reading))).toEqual(cases.map(([, passes]) => passes))
})
