/** Image sequences as OTIO's image sequence references, there and back. */
import { expect, it } from 'vitest'
import { type JsonObject, parseOtio } from '../../../shared/interchange/otio.ts'
import { mediaUrls, sequenceRates, urlOfReference } from '../../../shared/interchange/otioMedia.ts'
import { readOtio } from '../../../shared/interchange/readOtio.ts'
import { writeOtio } from '../../../shared/interchange/writeOtio.ts'
import { rational } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { clipOn, documentOf } from '../../fixtures/documents.ts'
import { sequenceAsset } from '../model/sequenceAsset.ts'

const URL = 'file:///shots/a%20b/shot.1001.png'
const asset = sequenceAsset('frames')
const source = { kind: 'asset' as const, assetId: asset.id }
const clip = clipOn(source, 10, { sourceStart: rational(3, 24) })
const { project, timeline } = documentOf(
  { Film: { rate: rational(24), tracks: [{ items: [clip] }] } },
  [asset],
)
const root = (): JsonObject =>
  parseOtio(JSON.stringify(writeOtio(project, timeline.id, { urlOf: () => URL })))

/** The one media reference of the one clip. */
const reference = (): unknown => {
  const text = JSON.stringify(root())
  const at = text.indexOf('ImageSequenceReference.1')
  const start = text.lastIndexOf('{', at)
  let depth = 0
  for (let end = start; end < text.length; end++) {
    if (text[end] === '{') depth++
    if (text[end] === '}' && --depth === 0) return JSON.parse(text.slice(start, end + 1))
  }
  return undefined
}

it('are written with the parts of their first picture', () => {
  const time = (value: number) => ({ OTIO_SCHEMA: 'RationalTime.1', rate: 24, value })
  expect(reference()).toEqual({
    OTIO_SCHEMA: 'ImageSequenceReference.1',
    name: 'frames',
    ...{ target_url_base: 'file:///shots/a%20b/', name_prefix: 'shot.', name_suffix: '.png' },
    ...{ start_frame: 1001, frame_step: 1, rate: 24, frame_zero_padding: 4 },
    missing_frame_policy: 'hold',
    available_range: { OTIO_SCHEMA: 'TimeRange.1', duration: time(24), start_time: time(0) },
    available_image_bounds: null,
    metadata: { keyreel: { rate: '24/1' } },
  })
})

it('come back as the same clip of the same sequence', () => {
  expect([mediaUrls(root()), [...sequenceRates(root())]]).toEqual([[URL], [[URL, rational(24)]]])
  let count = 0
  const reading = readOtio(root(), {
    makeId: <T extends string>() => `id${++count}` as T,
    words: inEnglish,
    assetFor: (url) => (url === URL ? asset : undefined),
  })
  const clips = [...reading.project.items.values()].filter((item) => item.kind === 'clip')
  expect(
    clips.map(({ source, sourceStart, duration }) => ({ source, sourceStart, duration })),
  ).toEqual([{ source, sourceStart: rational(3, 24), duration: 10 }])
})

it('mean a file also where other programs leave parts out, and no reference means none', () => {
  const of = (fields: JsonObject): string | undefined =>
    urlOfReference({ OTIO_SCHEMA: 'ImageSequenceReference.1', ...fields })
  expect([
    of({ target_url_base: '/a', name_prefix: 'f', name_suffix: '.exr', start_frame: 7 }),
    of({ target_url_base: '/a/', name_suffix: '.exr', start_frame: 7, frame_zero_padding: 5 }),
    of({ target_url_base: '/a/', name_prefix: 'f', start_frame: -3 }),
    urlOfReference({ OTIO_SCHEMA: 'MissingReference.1' }),
    urlOfReference({ OTIO_SCHEMA: 'ExternalReference.1', target_url: 'x.mov' }),
  ]).toEqual(['/a/f7.exr', '/a/00007.exr', '/a/f1', undefined, 'x.mov'])
})
