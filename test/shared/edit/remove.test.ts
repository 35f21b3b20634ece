import { describe, expect, it } from 'vitest'
import { closeGap } from '../../../shared/edit/closeGap.ts'
import { extract } from '../../../shared/edit/extract.ts'
import { lift } from '../../../shared/edit/lift.ts'
import { Records } from '../../../shared/model/records.ts'
import { counting, cutOf, items, textOf, track } from './cutText.ts'

const PAIRS = ['V1 |A 0-24|B 24-48|C 48-72|', 'A1 |A 0-24|B 24-48|C 48-72|']

describe('lift', () => {
  it.each<[string, string[], string[], boolean, string[]]>([
    [
      'leaves gaps, of linked clips too',
      PAIRS,
      ['V1.B'],
      true,
      ['V1 |A 0-24|gap 24-48|C 48-72|', 'A1 |A 0-24|gap 24-48|C 48-72|'],
    ],
    [
      'takes one half of a pair',
      PAIRS,
      ['A1.B'],
      false,
      ['V1 |A 0-24|B 24-48|C 48-72|', 'A1 |A 0-24|gap 24-48|C 48-72|'],
    ],
    [
      'joins gaps and drops them at the end',
      ['V1 |A 0-24|gap 24-30|B 30-48|gap 48-50|C 50-72|'],
      ['V1.B', 'V1.C'],
      true,
      ['V1 |A 0-24|'],
    ],
    ['of everything leaves empty tracks', PAIRS, ['V1.A', 'V1.B', 'V1.C'], true, []],
  ])('%s', (_, lines, ids, linked, expected) => {
    const before = cutOf(lines)
    const after = lift(before, { itemIds: items(...ids), linked }, counting('new'))
    expect(textOf(after)).toEqual(expected)
    expect(after.assets).toBe(before.assets)
  })

  it('leaves no record behind', () => {
    const after = lift(
      cutOf(PAIRS),
      { itemIds: items('V1.A', 'V1.B', 'V1.C'), linked: true },
      counting('new'),
    )
    expect(after.items).toEqual(Records.of())
  })
})

describe('extract', () => {
  it.each<[string, string[], string[], string[]]>([
    [
      'closes the time on all tracks',
      ['V2 |gap 0-50|t 50-60|', ...PAIRS],
      ['V1.B'],
      ['V2 |gap 0-26|t 26-36|', 'V1 |A 0-24|C 24-48|', 'A1 |A 0-24|C 24-48|'],
    ],
    ['takes several at once', PAIRS, ['V1.A', 'V1.C'], ['V1 |B 0-24|', 'A1 |B 0-24|']],
    ['takes neighbours as one', PAIRS, ['V1.A', 'V1.B'], ['V1 |C 0-24|', 'A1 |C 0-24|']],
    [
      'of a split edit closes what its parts have in common',
      ['V1 |A 0-24|B 24-48|C 48-72|', 'A1 |A 0-20|B 20-52|C 52-72@4|'],
      ['V1.B'],
      ['V1 |A 0-24|C 24-48|', 'A1 |A 0-20|gap 20-28|C 28-48@4|'],
    ],
    [
      'leaves a track without sync lock alone',
      ['V1 |A 0-24|B 24-48|C 48-72|', 'A1 |m 0-72| free'],
      ['V1.B'],
      ['V1 |A 0-24|C 24-48|', 'A1 |m 0-72|'],
    ],
  ])('%s', (_, lines, ids, expected) => {
    const after = extract(cutOf(lines), { itemIds: items(...ids), linked: true }, counting('new'))
    expect(textOf(after)).toEqual(expected)
  })

  it.each<[string, string[], boolean, string]>([
    [
      'content elsewhere',
      ['V1 |A 0-24|B 24-48|C 48-72|', 'A1 |m 0-72|'],
      true,
      'The ripple would cut into "m" on A1; turn off that track\'s sync lock or make room there first.',
    ],
    [
      'the other half of the pair',
      PAIRS,
      false,
      'The ripple would cut into "B" on A1; turn off that track\'s sync lock or make room there first.',
    ],
    [
      'a locked track behind it',
      ['V2 |gap 0-50|t 50-60| locked', 'V1 |A 0-24|B 24-48|'],
      true,
      'The track V2 is locked and would lose its sync; unlock it or turn off its sync lock.',
    ],
  ])('refuses because of %s', (_, lines, linked, sentence) => {
    expect(() =>
      extract(cutOf(lines), { itemIds: items('V1.B'), linked }, counting('new')),
    ).toThrow(sentence)
  })

  it('refuses gaps and unknown clips', () => {
    const project = cutOf(['V1 |gap 0-24|B 24-48|'])
    expect(() =>
      lift(project, { itemIds: items('V1.gap0'), linked: true }, counting('new')),
    ).toThrow('This works on clips; a gap was chosen.')
    expect(() => lift(project, { itemIds: items('no'), linked: true }, counting('new'))).toThrow(
      '"no" is on no track',
    )
  })
})

describe('close gap', () => {
  const lines = ['V1 |A 0-24|gap 24-48|C 48-72|', 'A1 |A 0-24|gap 24-48|C 48-72|']

  it('closes it on all tracks', () => {
    const after = closeGap(cutOf(lines), { trackId: track('V1'), frame: 47 }, counting('new'))
    expect(textOf(after)).toEqual(['V1 |A 0-24|C 24-48|', 'A1 |A 0-24|C 24-48|'])
  })

  it.each<[string, string[], number, string]>([
    ['where there is none', lines, 48, 'There is no gap on V1 at this frame.'],
    ['behind the end', lines, 500, 'There is no gap on V1 at this frame.'],
    [
      'over content elsewhere',
      ['V1 |A 0-24|gap 24-48|C 48-72|', 'A1 |m 0-30|'],
      24,
      'The ripple would cut into "m" on A1; turn off that track\'s sync lock or make room there first.',
    ],
  ])('refuses %s', (_, cut, frame, sentence) => {
    expect(() => closeGap(cutOf(cut), { trackId: track('V1'), frame }, counting('new'))).toThrow(
      sentence,
    )
  })
})
