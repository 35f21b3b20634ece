import { describe, expect, it } from 'vitest'
import { ease, valueAt } from '../../../shared/model/animate.ts'
import { clipMedia } from '../../../shared/model/clipMedia.ts'
import { EASE, type Easing, HOLD, LINEAR } from '../../../shared/model/keyframe.ts'
import { mediaLength } from '../../../shared/model/mediaLength.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import {
  clipOf,
  linkedClips,
  MissingRecord,
  place,
  placedClips,
  placedItems,
  timelineEnd,
  timelineOf,
  trackOf,
} from '../../../shared/model/select.ts'
import { syncShift } from '../../../shared/model/syncShift.ts'
import { mediaTimeAt } from '../../../shared/model/timeMap.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import type { Said } from '../../../shared/words/Said.ts'
import { say } from '../../../shared/words/say.ts'
import { cutOf, item, TIMELINE, track } from '../edit/cutText.ts'
import { type SHOT, shotWith, takeOf } from './shots.ts'

describe('an animated value', () => {
  const keyframe = (frame: number, value: number, easing: Easing) => ({
    id: `${frame}` as never,
    frame,
    value,
    easing,
  })
  const animated = {
    value: 9,
    keyframes: [keyframe(-4, 0, LINEAR), keyframe(4, 8, HOLD), keyframe(10, 2, EASE)],
  }

  it('holds outside its keyframes and travels between them', () => {
    expect([-9, -4, 0, 3, 4, 9.9, 10, 50].map((frame) => valueAt(animated, frame))).toEqual([
      0, 0, 4, 7, 8, 8, 2, 2,
    ])
    expect(valueAt({ value: 9, keyframes: [] }, 3)).toBe(9)
  })

  // Reference: y of CSS cubic-bezier(0.42, 0, 0.58, 1), as browsers draw ease-in-out.
  it.each([
    [0, 0],
    [0.25, 0.129162],
    [0.5, 0.5],
    [0.75, 0.870838],
    [1, 1],
  ])('eases %f to %f', (progress, expected) => {
    expect(ease(EASE, progress)).toBeCloseTo(expected, 5)
  })
})

describe('time', () => {
  it('maps clip frames to media by speed, exactly', () => {
    const clip = { sourceStart: rational(1, 3), speed: rational(-3, 2) }
    expect([0, 1, -2].map((frame) => mediaTimeAt(clip, frame, rational(30000, 1001)))).toEqual([
      rational(1, 3),
      rational(16997, 60000),
      rational(13003, 30000),
    ])
  })

  it('tells how far a picture moved on the timeline', () => {
    const at = (start: number, media: number, speed = 1) => ({
      start,
      clip: { sourceStart: rational(media, 24), speed: rational(speed) },
    })
    const rate = rational(24)
    expect([
      syncShift(at(10, 5), at(14, 9), rate),
      syncShift(at(10, 5), at(14, 5), rate),
      syncShift(at(10, 5), at(10, 9), rate),
      syncShift(at(10, 8, 2), at(13, 14, 2), rate),
      syncShift(at(10, 8, 0), at(13, 14, 0), rate),
    ]).toEqual([ZERO, rational(4), rational(-4), ZERO, rational(3)])
  })
})

describe('reading a document', () => {
  const project = cutOf(['V1 |gap 0-10|A 10-34|B 34-40|', 'A1 |A 0-24|m 24-60|'])

  it('finds items where they lie', () => {
    expect(place(project, item('V1.B'))).toEqual({
      item: project.items.get('V1.B'),
      track: project.tracks.get('V1'),
      order: 2,
      start: 34,
      end: 40,
    })
    expect(
      placedClips(project, trackOf(project, track('V1'))).map(({ start, end }) => [start, end]),
    ).toEqual([
      [10, 34],
      [34, 40],
    ])
    expect(timelineEnd(project, timelineOf(project, TIMELINE))).toBe(60)
    expect(linkedClips(project, item('A1.A'))).toEqual(['A1.A', 'V1.A'])
    expect(linkedClips(project, item('V1.B'))).toEqual(['V1.B'])
  })

  it.each<[() => unknown, Said]>([
    [() => clipOf(project, item('no')), say('document:noRecord', { id: 'no', table: 'items' })],
    [
      () => clipOf(project, item('V1.gap0')),
      say('document:notAClip', { id: 'V1.gap0', kind: 'gap' }),
    ],
    [() => place(project, item('no')), say('document:onNoTrack', { id: 'no' })],
  ])('names what is missing', (read, said) => {
    expect(read).toThrow(new MissingRecord(said))
  })

  it('keeps the places of a track whose items stay as they are', () => {
    const placed = (of: Project, id: string) => placedItems(of, trackOf(of, track(id)))
    const [v1, a1] = [placed(project, 'V1'), placed(project, 'A1')]
    const trimmed: Project = {
      ...project,
      items: project.items.with({ ...clipOf(project, item('V1.A')), duration: 20 }),
    }
    const after = placed(trimmed, 'V1')
    expect(placed(trimmed, 'A1')).toBe(a1)
    const shift = 20 - clipOf(project, item('V1.A')).duration
    const at = v1.findIndex((one) => one.item.id === 'V1.A')
    expect(after.map(({ start, end }) => [start, end])).toEqual(
      v1.map(({ start, end }, i) => [start + (i > at ? shift : 0), end + (i < at ? 0 : shift)]),
    )
    expect(after[at]?.item).toBe(trimmed.items.get('V1.A'))
    expect(placed(project, 'V1')).toEqual(v1)
  })

  it('knows how much media is behind a clip', () => {
    const base = clipOf(project, item('V1.A'))
    const source = {
      assetId: base.source.kind === 'asset' ? base.source.assetId : ('' as never),
      start: rational(2),
      duration: rational(3),
    }
    const shots = {
      text: shotWith({ id: 'text' as never, mode: 'text', length: 10 }),
      waiting: shotWith({ id: 'waiting' as never, mode: 'reframe', source }),
      taken: shotWith({ id: 'taken' as never, mode: 'pins', takeId: 'take 1' as never }),
    }
    const taken = takeOf(1)
    const whole = {
      ...project,
      shots: Records.of([...project.shots, ...Object.values(shots)]),
      takes: Records.of([taken]),
    }
    const on = (clipSource: typeof base.source) => {
      const clip = { ...base, source: clipSource }
      return [clipMedia(whole, clip), mediaLength(whole, clip)]
    }
    const asset = project.assets.get('A')
    const shot = (id: string) => ({ kind: 'shot' as const, shotId: id as typeof SHOT })
    expect([
      on(base.source),
      on({ kind: 'solid', color: '#102030' }),
      on(shot('text')),
      on(shot('waiting')),
      on(shot('taken')),
    ]).toEqual([
      [{ kind: 'asset', asset, offset: ZERO }, rational(1000, 24)],
      [{ kind: 'solid', color: '#102030' }, null],
      [{ kind: 'empty', shot: shots.text }, rational(10)],
      [{ kind: 'asset', asset, offset: rational(2), shot: shots.waiting }, rational(3)],
      [{ kind: 'asset', asset: taken.asset, offset: ZERO, shot: shots.taken }, rational(5)],
    ])
  })
})
