/** The time map from end to end: speed, shots and nested timelines one inside the other. */
import { describe, expect, it } from 'vitest'
import type { Clip, Item } from '../../../shared/model/clip.ts'
import type { ItemId, KeyframeId, TimelineId, TrackId } from '../../../shared/model/ids.ts'
import { momentsAt } from '../../../shared/model/momentsAt.ts'
import { newTrack } from '../../../shared/model/newTimeline.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { timelineOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { type Rational, rational, toNumber } from '../../../shared/time/rational.ts'
import { cutOf, TIMELINE } from '../edit/cutText.ts'
import { clipOf } from '../edit/keyedClip.ts'
import { SHOT, shotWith } from './shots.ts'
import { slowTimes } from './slowMedia.ts'

const OUTER = rational(24)
const MIDDLE = rational(25)
const INNER = rational(30000, 1001)

const ramp = [
  { id: 'a' as KeyframeId, frame: 10, speed: rational(1), ease: 'smooth' as const },
  { id: 'b' as KeyframeId, frame: 40, speed: rational(-1, 2), ease: 'hold' as const },
]
const clip = (
  id: string,
  source: Clip['source'],
  start: Rational,
  more: Partial<Clip> = {},
): Clip => ({
  ...clipOf({ sourceStart: start, speed: rational(1) }, 100),
  id: id as ItemId,
  source,
  ...more,
})
const timeline = (id: string): Clip['source'] => ({
  kind: 'timeline',
  timelineId: id as TimelineId,
})
/** In `middle` from media 1 s with a ramp, in which `inner` runs backwards, in which A is behind a gap of 10 frames. */
const outer = clip('outer', timeline('middle'), rational(1), { speedKeys: ramp })
const middle = clip('middle.clip', timeline('inner'), rational(4), { speed: rational(-1) })
const footage = clip('inner.clip', { kind: 'asset', assetId: 'A' as never }, rational(7))

function nested(): Project {
  const cut = cutOf(['V1 |A 0-24|'])
  const base = timelineOf(cut, TIMELINE)
  const gap = { kind: 'gap' as const, id: 'inner.gap' as ItemId, duration: 10 }
  const rows = [
    ['middle', MIDDLE, [middle]],
    ['inner', INNER, [gap, footage]],
  ] as const
  const tracks = rows.map(([id, , items]) => ({
    ...newTrack('picture', 'V1', id as TimelineId, <T extends string>() => `${id}.V1` as T),
    items: items.map((entry) => entry.id),
  }))
  const timelines = rows.map(([id, rate]) => ({
    ...{ ...base, id: id as TimelineId, rate },
    tracks: [`${id}.V1` as TrackId],
  }))
  return {
    ...cut,
    items: Records.of<Item>([...cut.items, middle, gap, footage]),
    tracks: Records.of([...cut.tracks, ...tracks]),
    timelines: Records.of([...cut.timelines, ...timelines]),
    shots: Records.of<Shot>([shotWith()]),
  }
}

const perSecond = (rate: Rational): number => rate.num / rate.den

describe('moments', () => {
  it('go through every nested timeline, each on its own frames', () => {
    const project = nested()
    const seen: (number | undefined)[] = []
    const expected: (number | undefined)[] = []
    const times = slowTimes(outer, 0, 60, perSecond(OUTER))
    for (let frame = 0; frame < 60; frame++) {
      const [moment, ...more] = momentsAt(project, outer, frame, OUTER, 'picture')
      expect(more).toEqual([])
      seen.push(moment && toNumber(moment.time))
      // A hair more, since a frame's own start may come out a hair less in floating point.
      const inMiddle = Math.floor((times[frame] ?? 0) * 25 + 1e-9)
      const [second = 0] = slowTimes(middle, inMiddle, 1, perSecond(MIDDLE))
      const inInner = Math.floor(second * perSecond(INNER) + 1e-9)
      const [third] = slowTimes(footage, inInner - 10, 1, perSecond(INNER))
      expected.push(inMiddle < 0 || inMiddle >= 100 || inInner < 10 ? undefined : third)
    }
    expect(seen.map((time) => time?.toFixed(6))).toEqual(expected.map((time) => time?.toFixed(6)))
    expect(seen.filter((time) => time !== undefined).length).toBeGreaterThan(40)
  })

  it('name the index of a shot, and nothing where there is no media', () => {
    const project = nested()
    const withFootage: Project = {
      ...project,
      shots: Records.of<Shot>([
        {
          ...{ ...shotWith(), mode: 'transform' as const },
          source: { assetId: 'A' as never, start: rational(3), duration: rational(5) },
        },
      ]),
    }
    const window = clip('window', { kind: 'shot', shotId: SHOT }, rational(1), { speedKeys: ramp })
    const at = (document: Project, frame: number) =>
      momentsAt(document, window, frame, OUTER, 'picture').map(({ time, shot }) => [
        toNumber(time),
        shot?.index,
      ])
    // At frame 10 the ramp is at 1 s of the shot, index 24; at frame 40 at 1.3125 s, 31.5.
    expect([at(withFootage, 10), at(withFootage, 40), at(project, 10)]).toEqual([
      [[4, 24]],
      [[4.3125, 32]],
      [],
    ])
  })
})
