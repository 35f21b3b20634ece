import { describe, expect, it } from 'vitest'
import { join } from '../../../shared/edit/join.ts'
import { unlink } from '../../../shared/edit/link.ts'
import { roll } from '../../../shared/edit/roll.ts'
import { setProperty } from '../../../shared/edit/setProperty.ts'
import { slide } from '../../../shared/edit/slide.ts'
import { split } from '../../../shared/edit/split.ts'
import { counting, cutOf, item, items, linksOf, TIMELINE, textOf } from './cutText.ts'

const PAIRS = ['V1 |A 0-24|B 24-48@10|C 48-72@10|', 'A1 |A 0-24|B 24-48@10|C 48-72@10|']
const point = { leftId: item('V1.A'), rightId: item('V1.B') }

describe('roll', () => {
  it.each<[string, string[], number, boolean, string[]]>([
    [
      'later, the linked cut too',
      PAIRS,
      5,
      true,
      ['V1 |A 0-29|B 29-48@15|C 48-72@10|', 'A1 |A 0-29|B 29-48@15|C 48-72@10|'],
    ],
    [
      'earlier, one half only',
      PAIRS,
      -10,
      false,
      ['V1 |A 0-14|B 14-48|C 48-72@10|', 'A1 |A 0-24|B 24-48@10|C 48-72@10|'],
    ],
    [
      'past a linked cut that lies elsewhere',
      ['V1 |A 0-24|B 24-48@10|', 'A1 |A 0-20|B 20-48@6|'],
      3,
      true,
      ['V1 |A 0-27|B 27-48@13|', 'A1 |A 0-20|B 20-48@6|'],
    ],
    ['nowhere', PAIRS, 0, true, PAIRS],
  ])('goes %s', (_, lines, delta, linked, expected) => {
    const after = roll(cutOf(lines), { ...point, delta, linked }, counting('new'))
    expect(textOf(after)).toEqual(expected)
  })

  it.each<[number, object, string]>([
    [-11, {}, 'The edit point can go at most 10 frames earlier: there is no more media.'],
    [24, {}, 'The edit point can go at most 23 frames later: one frame of the clip must remain.'],
    [9, { A: 30 }, 'The edit point can go at most 6 frames later: there is no more media.'],
  ])('is stopped at %i', (delta, lengths, sentence) => {
    const before = cutOf(PAIRS, { lengths: { ...lengths } })
    expect(() => roll(before, { ...point, delta, linked: true }, counting('n'))).toThrow(sentence)
  })

  it.each<[string, string[], string]>([
    [
      'clips that do not meet',
      ['V1 |A 0-24|gap 24-30|B 30-48|'],
      'The two clips do not meet; choose neighbours on one track.',
    ],
    [
      'a locked track',
      ['V1 |A 0-24|B 24-48@10|', 'A1 |A 0-24|B 24-48@10| locked'],
      'The track A1 is locked; unlock it to change what lies on it.',
    ],
  ])('refuses %s', (_, lines, sentence) => {
    expect(() => roll(cutOf(lines), { ...point, delta: 1, linked: true }, counting('n'))).toThrow(
      sentence,
    )
  })
})

describe('slide', () => {
  it.each<[string, string[], string[], number, string[]]>([
    [
      'between neighbours, with its sound',
      PAIRS,
      ['V1.B'],
      5,
      ['V1 |A 0-29|B 29-53@10|C 53-72@15|', 'A1 |A 0-29|B 29-53@10|C 53-72@15|'],
    ],
    [
      'several side by side',
      ['V1 |A 0-24|B 24-48|C 48-72|D 72-96@9|'],
      ['V1.B', 'V1.C'],
      -4,
      ['V1 |A 0-20|B 20-44|C 44-68|D 68-96@5|'],
    ],
    [
      'between gaps',
      ['V1 |A 0-24|gap 24-30|B 30-40|gap 40-50|C 50-60|'],
      ['V1.B'],
      -6,
      ['V1 |A 0-24|B 24-34|gap 34-50|C 50-60|'],
    ],
    [
      'from the start, leaving a gap',
      ['V1 |B 0-24|C 24-48|'],
      ['V1.B'],
      6,
      ['V1 |gap 0-6|B 6-30|C 30-48@6|'],
    ],
    ['at the end', ['V1 |A 0-24|B 24-48|'], ['V1.B'], 6, ['V1 |A 0-30|B 30-54|']],
  ])('goes %s', (_, lines, ids, delta, expected) => {
    const args = { itemIds: items(...ids), delta, linked: true }
    expect(textOf(slide(cutOf(lines), args, counting('new')))).toEqual(expected)
  })

  it.each<[string[], string[], number, string]>([
    [PAIRS, ['V1.A'], -1, 'The clip cannot go earlier: the timeline starts there.'],
    [PAIRS, ['V1.B'], -11, 'The clip can go at most 10 frames earlier: there is no more media.'],
    [
      ['V1 |A 0-24|gap 24-30|B 30-40|gap 40-45|C 45-60|'],
      ['V1.B'],
      6,
      'The clip can go at most 5 frames later: another clip is in the way.',
    ],
    [
      PAIRS,
      ['V1.A', 'V1.C'],
      1,
      'The clips to slide on V1 must lie side by side; slide them one at a time.',
    ],
  ])('is stopped: %j %j', (lines, ids, delta, sentence) => {
    const args = { itemIds: items(...ids), delta, linked: true }
    expect(() => slide(cutOf(lines), args, counting('n'))).toThrow(sentence)
  })
})

describe('join', () => {
  const at = { timelineId: TIMELINE, frame: 30, linked: true }
  const halves = { leftId: item('V1.B'), rightId: item('new.1'), linked: true }

  it('is the inverse of a split, links included', () => {
    const before = cutOf(PAIRS)
    const cut = split(before, at, counting('new'))
    expect(join(cut, halves, counting('j'))).toEqual(before)
  })

  it('keeps keyframes of both parts', () => {
    const keyed = [2, 20].reduce(
      (project, frame) =>
        setProperty(
          project,
          { itemId: item('V1.B'), property: 'scale', value: frame, frame },
          counting(`k${frame}`),
        ),
      cutOf(['V1 |A 0-24|B 24-48@4*-1/2|']),
    )
    expect(join(split(keyed, at, counting('new')), halves, counting('j'))).toEqual(keyed)
  })

  it('ties what was linked to either part to the whole', () => {
    const cut = split(cutOf(PAIRS), at, counting('new'))
    const joined = join(cut, { ...halves, linked: false }, counting('j'))
    expect([textOf(joined), linksOf(joined)[1]]).toEqual([
      ['V1 |A 0-24|B 24-48@10|C 48-72@10|', 'A1 |A 0-24|B 24-30@10|B 30-48@16|C 48-72@10|'],
      ['V1:B 24', 'A1:B 24', 'A1:B 30'],
    ])
    const loose = unlink(cut, { itemIds: items('V1.B') })
    expect(linksOf(join(loose, { ...halves, linked: false }, counting('j')))[1]).toEqual([
      'V1:B 24',
      'A1:B 30',
    ])
  })

  it('refuses cuts that are not through one recording, or whose parts differ', () => {
    expect(() => join(cutOf(PAIRS), { ...point, linked: true }, counting('j'))).toThrow(
      'The media of "A" does not run on into "B"; only a cut through one recording can be joined.',
    )
    const cut = split(cutOf(PAIRS), at, counting('new'))
    const changed = setProperty(
      cut,
      { itemId: item('new.1'), property: 'opacity', value: 0.5 },
      counting('k'),
    )
    expect(() => join(changed, halves, counting('j'))).toThrow(
      'The two parts of "B" have different settings; paste those of one to the other first.',
    )
  })
})
