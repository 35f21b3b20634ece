import { describe, expect, it } from 'vitest'
import { link, unlink } from '../../../shared/edit/link.ts'
import { type Move, move } from '../../../shared/edit/move.ts'
import { setClip } from '../../../shared/edit/setClip.ts'
import { slip } from '../../../shared/edit/slip.ts'
import { split } from '../../../shared/edit/split.ts'
import { constant } from '../../../shared/model/keyframe.ts'
import { clipOf } from '../../../shared/model/select.ts'
import { parseRational } from '../../../shared/time/rational.ts'
import { counting, cutOf, item, items, linksOf, TIMELINE, textOf } from './cutText.ts'

const PAIRS = ['V1 |A 0-24|B 24-48|C 48-72|', 'A1 |A 0-24|B 24-48|C 48-72|']

describe('move', () => {
  const cases: [string, string[], Partial<Move>, string[]][] = [
    [
      'later, over what is there',
      PAIRS,
      { delta: 12 },
      ['V1 |A 0-24|gap 24-36|B 36-60|C 60-72@12|', 'A1 |A 0-24|gap 24-36|B 36-60|C 60-72@12|'],
    ],
    [
      'earlier, over what is there',
      PAIRS,
      { delta: -18 },
      ['V1 |A 0-6|B 6-30|gap 30-48|C 48-72|', 'A1 |A 0-6|B 6-30|gap 30-48|C 48-72|'],
    ],
    [
      'behind the end',
      PAIRS,
      { delta: 60 },
      [
        'V1 |A 0-24|gap 24-48|C 48-72|gap 72-84|B 84-108|',
        'A1 |A 0-24|gap 24-48|C 48-72|gap 72-84|B 84-108|',
      ],
    ],
    [
      'one half only',
      PAIRS,
      { delta: 12, linked: false },
      ['V1 |A 0-24|gap 24-36|B 36-60|C 60-72@12|', 'A1 |A 0-24|B 24-48|C 48-72|'],
    ],
    [
      'up a track, the sound stays on its own',
      ['V2 |t 0-30|', ...PAIRS],
      { trackDelta: 1 },
      ['V2 |t 0-24|B 24-48|', 'V1 |A 0-24|gap 24-48|C 48-72|', 'A1 |A 0-24|B 24-48|C 48-72|'],
    ],
    [
      'sound down a track',
      ['V1 |A 0-24|', 'A1 |A 0-24|', 'A2 |m 0-12|'],
      { itemIds: items('A1.A'), trackDelta: -1, delta: 24 },
      ['V1 |gap 0-24|A 24-48|', 'A2 |m 0-12|gap 12-24|A 24-48|'],
    ],
    [
      'with room made for it',
      ['V2 |gap 0-60|t 60-70|', ...PAIRS],
      { mode: 'insert', delta: 24 },
      [
        'V2 |gap 0-84|t 84-94|',
        'V1 |A 0-24|gap 24-48|B 48-72|C 72-96|',
        'A1 |A 0-24|gap 24-48|B 48-72|C 72-96|',
      ],
    ],
    [
      'with room made inside another pair',
      PAIRS,
      { mode: 'insert', delta: -14 },
      [
        'V1 |A 0-10|B 10-34|A 34-48@10|gap 48-72|C 72-96|',
        'A1 |A 0-10|B 10-34|A 34-48@10|gap 48-72|C 72-96|',
      ],
    ],
  ]
  it.each(cases)('%s', (_, lines, args, expected) => {
    const before = cutOf(lines)
    const whole: Move = {
      itemIds: items('V1.B'),
      delta: 0,
      trackDelta: 0,
      mode: 'overwrite',
      linked: true,
      ...args,
    }
    expect(textOf(move(before, whole, counting('new')))).toEqual(expected)
  })

  it('keeps the moved records', () => {
    const before = cutOf(PAIRS)
    const args: Move = {
      itemIds: items('V1.B'),
      delta: 60,
      trackDelta: 0,
      mode: 'overwrite',
      linked: true,
    }
    const after = move(before, args, counting('new'))
    const same = ['V1.A', 'V1.B', 'V1.C', 'A1.A', 'A1.B', 'A1.C'].filter(
      (id) => after.items.get(id) === before.items.get(id),
    )
    expect(same).toEqual(['V1.A', 'V1.B', 'V1.C', 'A1.A', 'A1.B', 'A1.C'])
  })

  it.each<[string, string[], Partial<Move>, string]>([
    [
      'before the start',
      PAIRS,
      { delta: -25 },
      '"B" would start before the timeline does; move it less far.',
    ],
    [
      'to a track that is not there',
      PAIRS,
      { trackDelta: 1 },
      'There is no picture track there; add one first.',
    ],
    [
      'onto a locked track',
      ['V2 |t 0-12| locked', ...PAIRS],
      { trackDelta: 1 },
      'The track V2 is locked; unlock it to change what lies on it.',
    ],
    [
      'clips onto each other',
      ['V2 |gap 0-24|B 24-48|', 'V1 |gap 0-24|B 24-48|'],
      { trackDelta: 1 },
      '"B" and "B" would lie on each other on V2; move them apart or one at a time.',
    ],
  ])('refuses to go %s', (_, lines, args, sentence) => {
    const whole: Move = {
      itemIds: items('V1.B'),
      delta: 0,
      trackDelta: 0,
      mode: 'overwrite',
      linked: true,
      ...args,
    }
    expect(() => move(cutOf(lines), whole, counting('new'))).toThrow(sentence)
  })
})

describe('slip', () => {
  it('shows later media in the same place, linked sound too', () => {
    const before = cutOf(['V1 |A 0-24|B 24-48@10|', 'A1 |A 0-24|B 24-48@10|'])
    const after = slip(before, { itemId: item('V1.B'), delta: 5, linked: true }, counting('new'))
    expect(textOf(after)).toEqual(['V1 |A 0-24|B 24-48@15|', 'A1 |A 0-24|B 24-48@15|'])
  })

  it('keeps keyframes on their picture', () => {
    const before = cutOf(['V1 |B 0-24@10|'])
    const clip = clipOf(before, item('V1.B'))
    const key = { id: 'k' as never, frame: 7, value: 2, easing: { kind: 'linear' } as const }
    const keyed = {
      ...clip,
      picture: { ...clip.picture, scale: { value: 1, keyframes: [key] } },
    }
    const project = { ...before, items: before.items.with(keyed) }
    const after = slip(project, { itemId: clip.id, delta: -3, linked: true }, counting('new'))
    expect(clipOf(after, clip.id).picture).toEqual({
      ...clip.picture,
      scale: { value: 1, keyframes: [{ ...key, frame: 10 }] },
    })
  })

  it.each<[number, string]>([
    [-11, 'The clip can go at most 10 frames earlier: there is no more media.'],
    [17, 'The clip can go at most 16 frames later: there is no more media.'],
  ])('is stopped by the media at %i', (delta, sentence) => {
    const before = cutOf(['V1 |B 0-24@10|'], { lengths: { B: 50 } })
    expect(() =>
      slip(before, { itemId: item('V1.B'), delta, linked: true }, counting('n')),
    ).toThrow(sentence)
  })
})

describe('split', () => {
  it('cuts everything under the frame; halves are linked in pairs', () => {
    const after = split(
      cutOf(['V2 |t 0-48|', 'V1 |A 0-24|B 24-48@4*2|', 'A1 |A 0-24|B 24-48@4*2|']),
      { timelineId: TIMELINE, frame: 30, linked: true },
      counting('new'),
    )
    expect(textOf(after)).toEqual([
      'V2 |t 0-30|t 30-48@30|',
      'V1 |A 0-24|B 24-30@4*2|B 30-48@16*2|',
      'A1 |A 0-24|B 24-30@4*2|B 30-48@16*2|',
    ])
    expect(linksOf(after)).toEqual([
      ['V1:A 0', 'A1:A 0'],
      ['V1:B 24', 'A1:B 24'],
      ['V1:B 30', 'A1:B 30'],
    ])
  })

  it('passes by locked tracks unless their clips were chosen', () => {
    const before = cutOf(['V2 |t 0-48| locked', 'V1 |A 0-24|'])
    const at = { timelineId: TIMELINE, frame: 12, linked: true }
    expect(textOf(split(before, at, counting('new')))).toEqual([
      'V2 |t 0-48|',
      'V1 |A 0-12|A 12-24@12|',
    ])
    expect(() => split(before, { ...at, itemIds: items('V2.t') }, counting('new'))).toThrow(
      'The track V2 is locked; unlock it to change what lies on it.',
    )
  })

  it('takes chosen clips only, and one half of a pair where asked', () => {
    const after = split(
      cutOf(['V2 |t 0-24|', 'V1 |A 0-24|', 'A1 |A 0-24|']),
      { timelineId: TIMELINE, frame: 12, itemIds: items('V1.A'), linked: false },
      counting('new'),
    )
    expect(textOf(after)).toEqual(['V2 |t 0-24|', 'V1 |A 0-12|A 12-24@12|', 'A1 |A 0-24|'])
    expect(linksOf(after)).toEqual([['V1:A 0', 'V1:A 12', 'A1:A 0']])
  })

  it('gives a linked part behind the cut to the second half', () => {
    const before = cutOf(['V1 |A 0-48|', 'A1 |A 0-24|A 24-48@24|'])
    const after = split(before, { timelineId: TIMELINE, frame: 24, linked: true }, counting('new'))
    expect(linksOf(after)).toEqual([
      ['V1:A 0', 'A1:A 0'],
      ['V1:A 24', 'A1:A 24'],
    ])
  })

  it('shifts keyframes of the second half and leaves the first as it was', () => {
    const before = cutOf(['V1 |A 0-24|'])
    const clip = clipOf(before, item('V1.A'))
    const keyframes = [4, 20].map((frame) => ({
      id: `k${frame}` as never,
      frame,
      value: frame,
      easing: { kind: 'linear' } as const,
    }))
    const picture = { ...clip.picture, scale: { value: 1, keyframes } }
    const project = { ...before, items: before.items.with({ ...clip, picture }) }
    const after = split(project, { timelineId: TIMELINE, frame: 10, linked: true }, counting('new'))
    expect(clipOf(after, item('V1.A')).picture).toBe(picture)
    expect(clipOf(after, item('new.1'))).toEqual({
      ...clip,
      id: 'new.1',
      duration: 14,
      sourceStart: { num: 5, den: 12 },
      picture: {
        ...clip.picture,
        scale: { value: 1, keyframes: keyframes.map((key) => ({ ...key, frame: key.frame - 10 })) },
      },
    })
  })

  it('refuses where there is nothing to cut', () => {
    const at = { timelineId: TIMELINE, frame: 24, linked: true }
    expect(() => split(cutOf(PAIRS), at, counting('new'))).toThrow(
      'There is no clip to split at this frame; move the playhead into one.',
    )
  })
})

describe('link', () => {
  it('ties clips, which leave the link they had', () => {
    const before = cutOf(['V2 |t 0-24|', 'V1 |A 0-24|', 'A1 |A 0-24|'])
    const after = link(before, { itemIds: items('V2.t', 'V1.A') }, counting('new'))
    expect(linksOf(after)).toEqual([['V1:A 0', 'V2:t 0']])
    expect(clipOf(after, item('A1.A')).linkId).toBe(undefined)
    expect(linksOf(unlink(after, { itemIds: items('V1.A') }))).toEqual([])
  })

  it('refuses a single clip', () => {
    expect(() => link(cutOf(PAIRS), { itemIds: items('V1.A', 'V1.A') }, counting('new'))).toThrow(
      'Linking takes at least two clips; choose another one.',
    )
  })
})

describe('speed', () => {
  const speed = (lines: string[], value: string, lengths = {}) =>
    textOf(
      setClip(
        cutOf(lines, { lengths }),
        { itemId: item('V1.B'), patch: { speed: parseRational(value) } },
        counting('new'),
      ),
    )

  it('keeps the first frame and the place', () => {
    expect(speed(['V1 |A 0-24|B 24-48@10|'], '2')).toEqual(['V1 |A 0-24|B 24-48@10*2|'])
  })

  it('shortens the clip where the media runs out', () => {
    expect(speed(['V1 |B 0-48|C 48-60|'], '2', { B: 48 })).toEqual([
      'V1 |B 0-24*2|gap 24-48|C 48-60|',
    ])
  })

  it('turns round on the same span', () => {
    const reversed = speed(['V1 |B 0-24@10|'], '-1')
    expect(reversed).toEqual(['V1 |B 0-24@33*-1|'])
    expect(speed(reversed, '1')).toEqual(['V1 |B 0-24@10|'])
  })

  it('keeps linked clips in sync', () => {
    expect(speed(['V1 |gap 0-10|B 10-30@30|', 'A1 |gap 0-6|B 6-34@26|'], '2')).toEqual([
      'V1 |gap 0-10|B 10-30@30*2|',
      'A1 |gap 0-6|B 6-34@22*2|',
    ])
  })

  it('refuses what cannot be played', () => {
    expect(() => speed(['V1 |B 0-24|'], '101')).toThrow(
      'A speed lies between -100 and 100 times, in steps of 1/10000.',
    )
    expect(() => speed(['V1 |gap 0-10|B 10-30@10|', 'A1 |B 0-34|'], '2')).toThrow(
      '"B" on A1 would start outside its media; unlink it first.',
    )
  })

  it('sets name and enabled of the one clip', () => {
    const before = cutOf(PAIRS)
    const after = setClip(
      before,
      { itemId: item('V1.B'), patch: { name: 'oak', enabled: false } },
      counting('new'),
    )
    expect(after).toEqual({
      ...before,
      items: before.items.with({
        ...clipOf(before, item('V1.B')),
        name: 'oak',
        enabled: false,
      }),
    })
    expect(clipOf(after, item('V1.B')).picture.scale).toEqual(constant(1))
  })
})
