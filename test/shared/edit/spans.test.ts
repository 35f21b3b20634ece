import { describe, expect, it } from 'vitest'
import { addKeyframe } from '../../../shared/edit/addKeyframe.ts'
import { freezeFrame } from '../../../shared/edit/freezeFrame.ts'
import { insertTime } from '../../../shared/edit/insertTime.ts'
import { retime } from '../../../shared/edit/retime.ts'
import type { MarkerId } from '../../../shared/model/ids.ts'
import { constant } from '../../../shared/model/keyframe.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { clipOf } from '../../../shared/model/select.ts'
import { parseRational } from '../../../shared/time/rational.ts'
import { counting, cutOf, item, linksOf, TIMELINE, textOf } from './cutText.ts'

const PAIRS = ['V1 |A 0-24|B 24-48@10|C 48-72|', 'A1 |A 0-24|B 24-48@10|C 48-72|']

describe('retime', () => {
  it('refuses a ripple that would move one part of a recording against another on its track', () => {
    const lines = ['V1 |gap 0-10|B 10-46@8|', 'A1 |gap 0-10|B 10-11@8|X 11-21|B 21-46@19|']
    const slower = (ripple: boolean) => () =>
      retime(
        cutOf(lines),
        { itemId: item('A1.B'), speed: parseRational('1/2'), ripple },
        counting('new'),
      )
    expect(slower(true)).toThrow(
      'The ripple would pull "B" on A1 and its linked part on A1 apart; turn on the sync lock of both tracks or unlink the clips.',
    )
    expect(slower(false)).not.toThrow()
  })

  const at = (lines: string[], speed: string, ripple: boolean, lengths = {}) =>
    textOf(
      retime(
        cutOf(lines, { lengths }),
        { itemId: item('V1.B'), speed: parseRational(speed), ripple },
        counting('new'),
      ),
    )

  it.each<[string, string[], string, boolean, string[]]>([
    [
      'faster, everything behind along',
      PAIRS,
      '2',
      true,
      ['V1 |A 0-24|B 24-36@10*2|C 36-60|', 'A1 |A 0-24|B 24-36@10*2|C 36-60|'],
    ],
    [
      'slower, everything behind along',
      ['V2 |gap 0-60|t 60-70|', ...PAIRS],
      '1/2',
      true,
      [
        'V2 |gap 0-84|t 84-94|',
        'V1 |A 0-24|B 24-72@10*1/2|C 72-96|',
        'A1 |A 0-24|B 24-72@10*1/2|C 72-96|',
      ],
    ],
    [
      'faster in place',
      PAIRS,
      '2',
      false,
      ['V1 |A 0-24|B 24-36@10*2|gap 36-48|C 48-72|', 'A1 |A 0-24|B 24-36@10*2|gap 36-48|C 48-72|'],
    ],
    [
      'slower in place, up to its neighbour',
      ['V1 |B 0-24|gap 24-30|C 30-40|'],
      '1/2',
      false,
      ['V1 |B 0-30*1/2|C 30-40|'],
    ],
    ['turned round', ['V1 |B 0-24@10|'], '-2', true, ['V1 |B 0-12@33*-2|']],
    [
      'with a split edit kept in sync',
      ['V1 |gap 0-10|B 10-34@30|', 'A1 |gap 0-6|B 6-34@26|'],
      '2',
      true,
      ['V1 |gap 0-10|B 10-22@30*2|', 'A1 |gap 0-6|B 6-22@22*2|'],
    ],
  ])('%s', (_, lines, speed, ripple, expected) => {
    expect(at(lines, speed, ripple)).toEqual(expected)
  })

  it('keeps keyframes in their place of the span', () => {
    const keyed = addKeyframe(
      cutOf(['V1 |B 0-24|']),
      { itemId: item('V1.B'), property: 'scale', frame: 12, value: 2 },
      counting('k'),
    )
    const slow = { itemId: item('V1.B'), speed: parseRational('1/2'), ripple: true }
    const { scale } = clipOf(retime(keyed, slow, counting('n')), item('V1.B')).picture
    expect(scale.keyframes.map(({ frame }) => frame)).toEqual([24])
  })

  it('refuses what cannot be', () => {
    expect(() => at(PAIRS, '0', true)).toThrow(
      'A clip cannot stand still by its speed; freeze a frame of it.',
    )
    expect(() => at(['V2 |t 0-60|', ...PAIRS], '2', true)).toThrow(
      'The ripple would cut into "t" on V2; turn off that track\'s sync lock or make room there first.',
    )
    expect(() => at(['V1 |B 0-24|', 'A1 |B 0-6|'], '4', true)).toThrow(
      'Nothing of "B" on A1 would remain; unlink it first.',
    )
  })
})

describe('freeze', () => {
  const hold = { itemId: item('V1.B'), frame: 30, duration: 12 }

  it('makes room for the hold and goes on after it', () => {
    const after = freezeFrame(cutOf(PAIRS), { ...hold, ripple: true }, counting('new'))
    expect(textOf(after)).toEqual([
      'V1 |A 0-24|B 24-30@10|B 30-42@16*0|B 42-60@16|C 60-84|',
      'A1 |A 0-24|B 24-30@10|gap 30-42|B 42-60@16|C 60-84|',
    ])
    expect(linksOf(after)[2]).toEqual(['V1:B 42', 'A1:B 42'])
  })

  it('lies over what came', () => {
    const after = freezeFrame(cutOf(PAIRS), { ...hold, ripple: false }, counting('new'))
    expect(textOf(after)).toEqual([
      'V1 |A 0-24|B 24-30@10|B 30-42@16*0|B 42-48@28|C 48-72|',
      'A1 |A 0-24|B 24-48@10|C 48-72|',
    ])
  })

  it('holds animated settings as they are there', () => {
    const keyed = [0, 20].reduce(
      (project, frame) =>
        addKeyframe(
          project,
          { itemId: item('V1.B'), property: 'scale', frame, value: frame },
          counting(`k${frame}`),
        ),
      cutOf(PAIRS),
    )
    const after = freezeFrame(keyed, { ...hold, ripple: true }, counting('new'))
    expect(clipOf(after, item('new.1')).picture.scale).toEqual(constant(6))
  })

  it('refuses frames outside and sound', () => {
    const act = (args: object) => () =>
      freezeFrame(cutOf(PAIRS), { ...hold, ripple: true, ...args }, counting('new'))
    expect(act({ frame: 48 })).toThrow(
      'The frame to hold lies outside the clip; move the playhead into it.',
    )
    expect(act({ itemId: item('A1.B') })).toThrow(
      'Only a picture can be held; choose a picture clip.',
    )
  })
})

describe('inserted time', () => {
  const at = { timelineId: TIMELINE, frame: 30, duration: 6 }
  const free = 'A2 |m 0-72| free'

  it('cuts everything that follows, in pairs, and leaves free tracks alone', () => {
    const after = insertTime(cutOf([...PAIRS, free]), at, counting('new'))
    expect(textOf(after)).toEqual([
      'V1 |A 0-24|B 24-30@10|gap 30-36|B 36-54@16|C 54-78|',
      'A1 |A 0-24|B 24-30@10|gap 30-36|B 36-54@16|C 54-78|',
      'A2 |m 0-72|',
    ])
    expect(linksOf(after)).toHaveLength(4)
  })

  it('takes markers and the range along', () => {
    const before = cutOf(PAIRS)
    const marker = (frame: number) => ({
      id: `m${frame}` as MarkerId,
      timelineId: TIMELINE,
      frame,
      duration: 0,
      name: '',
      color: 'amber' as const,
    })
    const timeline = before.timelines.get(TIMELINE)
    if (!timeline) throw new Error('There is no timeline')
    const marked: Project = {
      ...before,
      timelines: Records.of([{ ...timeline, inFrame: 10, outFrame: 40 }]),
      markers: Records.of([marker(29), marker(30)]),
    }
    const after = insertTime(marked, at, counting('new'))
    expect([after.markers.toJSON(), after.timelines.toJSON()]).toEqual([
      { m29: marker(29), m30: { ...marker(30), frame: 36 } },
      { [TIMELINE]: { ...timeline, inFrame: 10, outFrame: 46 } },
    ])
  })

  it.each<[string, string[], number, string]>([
    [
      'a locked track that would lose its sync',
      [...PAIRS, 'A2 |m 0-72| locked'],
      30,
      'The track A2 is locked and would lose its sync; unlock it or turn off its sync lock.',
    ],
    [
      'behind everything',
      PAIRS,
      72,
      'Nothing lies behind this frame, so that no time can be inserted there.',
    ],
    [
      'linked clips on a free track',
      ['V1 |A 0-24|B 24-48|', 'A1 |A 0-24|B 24-48| free'],
      24,
      'The ripple would pull "B" on V1 and its linked part on A1 apart; turn on the sync lock of both tracks or unlink the clips.',
    ],
  ])('refuses %s', (_, lines, frame, sentence) => {
    expect(() => insertTime(cutOf(lines), { ...at, frame }, counting('n'))).toThrow(sentence)
  })
})
