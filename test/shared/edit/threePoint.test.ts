import { expect, it } from 'vitest'
import { placeMedia } from '../../../shared/edit/placeMedia.ts'
import { type SourcePoints, threePoint } from '../../../shared/edit/threePoint.ts'
import { secondsAt } from '../../../shared/time/frames.ts'
import { rational } from '../../../shared/time/rational.ts'
import { counting, cutOf, TIMELINE, textOf } from './cutText.ts'

const RATE = rational(24)
const at = (frame: number) => secondsAt(frame, RATE)

/** Source and timeline points in frames; the media is 100 frames long, the playhead at 50. */
interface Points {
  readonly source?: { in?: number; out?: number }
  readonly timeline?: { inFrame?: number; outFrame?: number }
  readonly isStill?: boolean
}

function placing({ source = {}, timeline = {}, isStill = false }: Points) {
  const from: SourcePoints = {
    source: { kind: 'asset', assetId: 'X' as never },
    name: 'X',
    length: isStill ? null : at(100),
    ...(source.in !== undefined && { in: at(source.in) }),
    ...(source.out !== undefined && { out: at(source.out) }),
  }
  return threePoint(
    from,
    { timeline: { id: TIMELINE, rate: RATE, ...timeline }, playhead: 50 },
    { mode: 'overwrite', picture: true, sound: false },
  )
}

it.each<[string, Points, [number, number, number]]>([
  ['no points: all of it at the playhead', {}, [50, 0, 100]],
  ['a still lasts five seconds', { isStill: true }, [50, 0, 120]],
  ['source in and out', { source: { in: 10, out: 40 } }, [50, 10, 30]],
  ['and timeline in', { source: { in: 10, out: 40 }, timeline: { inFrame: 7 } }, [7, 10, 30]],
  ['and timeline out', { source: { in: 10, out: 40 }, timeline: { outFrame: 70 } }, [40, 10, 30]],
  ['outs only', { source: { out: 40 }, timeline: { outFrame: 70 } }, [30, 0, 40]],
  ['source in, timeline out', { source: { in: 60 }, timeline: { outFrame: 70 } }, [30, 60, 40]],
  ['timeline range', { timeline: { inFrame: 7, outFrame: 17 } }, [7, 0, 10]],
  [
    'timeline range and source in',
    { source: { in: 60 }, timeline: { inFrame: 7, outFrame: 17 } },
    [7, 60, 10],
  ],
  [
    'timeline range and source out',
    { source: { out: 60 }, timeline: { inFrame: 7, outFrame: 17 } },
    [7, 50, 10],
  ],
  [
    'four points',
    { source: { in: 20, out: 60 }, timeline: { inFrame: 7, outFrame: 17 } },
    [7, 20, 10],
  ],
])('%s', (_, points, [frame, start, duration]) => {
  expect(placing(points)).toEqual({
    timelineId: TIMELINE,
    mode: 'overwrite',
    frame,
    media: [
      {
        source: { kind: 'asset', assetId: 'X' },
        name: 'X',
        sourceStart: at(start),
        duration,
        picture: true,
        sound: false,
      },
    ],
  })
})

it('is placed as it says', () => {
  const before = cutOf(['V1 |A 0-80|', 'A1 |X 0-100|'], { lengths: { X: 100 } })
  const points = { source: { out: 60 }, timeline: { inFrame: 7, outFrame: 17 } }
  expect(textOf(placeMedia(before, placing(points), counting('new')))[0]).toBe(
    'V1 |A 0-7|X 7-17@50|A 17-80@17|',
  )
})

it.each<[string, Points, string]>([
  [
    'before the timeline',
    { source: { in: 10, out: 40 }, timeline: { outFrame: 20 } },
    'The edit would start 10 frames before the timeline does; move its out point.',
  ],
  [
    'before the media',
    { source: { out: 8 }, timeline: { inFrame: 7, outFrame: 17 } },
    '"X" has less media before its out point than the timeline\'s range is long.',
  ],
  [
    'backwards',
    { source: { in: 40, out: 10 } },
    'The in point of "X" does not lie before its out point; move one of them.',
  ],
])('is refused %s', (_, points, sentence) => {
  expect(() => placing(points)).toThrow(sentence)
})
