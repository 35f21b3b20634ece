import { describe, expect, it } from 'vitest'
import { rippleTrim } from '../../../shared/edit/rippleTrim.ts'
import { trim } from '../../../shared/edit/trim.ts'
import { slipLimits, trimLimits } from '../../../shared/edit/trimLimits.ts'
import { counting, cutOf, item, linksOf, textOf } from './cutText.ts'

const id = item('V1.B')

describe('trim', () => {
  it.each<[string, string[], 'start' | 'end', number, boolean, string[]]>([
    [
      'the end earlier leaves a gap',
      ['V1 |A 0-24|B 24-48|C 48-72|'],
      'end',
      -6,
      true,
      ['V1 |A 0-24|B 24-42|gap 42-48|C 48-72|'],
    ],
    [
      'the end later takes from the gap',
      ['V1 |A 0-24|B 24-48|gap 48-60|C 60-72|'],
      'end',
      6,
      true,
      ['V1 |A 0-24|B 24-54|gap 54-60|C 60-72|'],
    ],
    [
      'the end as far as the next clip',
      ['V1 |A 0-24|B 24-48|gap 48-60|C 60-72|'],
      'end',
      12,
      true,
      ['V1 |A 0-24|B 24-60|C 60-72|'],
    ],
    [
      'the start later shows later media from a later frame',
      ['V1 |A 0-24|B 24-48@5|'],
      'start',
      6,
      true,
      ['V1 |A 0-24|gap 24-30|B 30-48@11|'],
    ],
    [
      'the start earlier takes from the gap',
      ['V1 |A 0-12|gap 12-24|B 24-48@20|'],
      'start',
      -12,
      true,
      ['V1 |A 0-12|B 12-48@8|'],
    ],
    [
      'with speed counts media by speed',
      ['V1 |gap 0-24|B 24-48@20*2|'],
      'start',
      4,
      true,
      ['V1 |gap 0-28|B 28-48@28*2|'],
    ],
    [
      'linked clips alike',
      ['V1 |A 0-24|B 24-48|', 'A1 |A 0-24|B 24-48|'],
      'end',
      -6,
      true,
      ['V1 |A 0-24|B 24-42|', 'A1 |A 0-24|B 24-42|'],
    ],
    [
      'one half of a linked pair',
      ['V1 |A 0-24|B 24-48|', 'A1 |A 0-24|B 24-48|'],
      'end',
      -6,
      false,
      ['V1 |A 0-24|B 24-42|', 'A1 |A 0-24|B 24-48|'],
    ],
  ])('%s', (_, lines, edge, delta, linked, expected) => {
    const project = trim(cutOf(lines), { itemId: id, edge, delta, linked }, counting('new'))
    expect(textOf(project)).toEqual(expected)
  })

  it.each<[string, string[], 'start' | 'end', number, string]>([
    [
      'another clip',
      ['V1 |A 0-24|B 24-48|C 48-72|'],
      'end',
      1,
      'The edge cannot go later: another clip is in the way.',
    ],
    [
      'the gap before',
      ['V1 |A 0-20|gap 20-24|B 24-48@30|'],
      'start',
      -5,
      'The edge can go at most 4 frames earlier: another clip is in the way.',
    ],
    [
      'the timeline’s start',
      ['V1 |gap 0-4|B 4-48@30|'],
      'start',
      -5,
      'The edge can go at most 4 frames earlier: the timeline starts there.',
    ],
    [
      'the media’s start',
      ['V1 |gap 0-24|B 24-48@3|'],
      'start',
      -4,
      'The edge can go at most 3 frames earlier: there is no more media.',
    ],
    [
      'the media’s end',
      ['V1 |B 0-24@10|'],
      'end',
      17,
      'The edge can go at most 16 frames later: there is no more media.',
    ],
    [
      'the linked clip’s media',
      ['V1 |B 0-24|', 'A1 |B 0-24@20|'],
      'end',
      7,
      'The edge can go at most 6 frames later: there is no more media.',
    ],
    [
      'the last frame',
      ['V1 |B 0-24|'],
      'start',
      24,
      'The edge can go at most 23 frames later: one frame of the clip must remain.',
    ],
    [
      'a locked track',
      ['V1 |B 0-24| locked'],
      'end',
      -1,
      'The track V1 is locked; unlock it to change what lies on it.',
    ],
    [
      'a locked linked track',
      ['V1 |B 0-24|', 'A1 |B 0-24| locked'],
      'end',
      -1,
      'The track A1 is locked; unlock it to change what lies on it.',
    ],
  ])('is stopped by %s', (_, lines, edge, delta, sentence) => {
    const project = cutOf(lines, { lengths: { B: 50 } })
    expect(() => trim(project, { itemId: id, edge, delta, linked: true }, counting('new'))).toThrow(
      sentence,
    )
  })

  it('shares what it does not touch', () => {
    const before = cutOf(['V2 |t 0-9|', 'V1 |A 0-24|B 24-48|C 48-72|', 'A1 |A 0-24|'])
    const after = trim(
      before,
      { itemId: id, edge: 'end', delta: -6, linked: true },
      counting('new'),
    )
    expect(
      after.items.ids().filter((key) => after.items.get(key) !== before.items.get(key)),
    ).toEqual(['V1.B', 'new.1'])
    expect(
      after.tracks.ids().filter((key) => after.tracks.get(key) !== before.tracks.get(key)),
    ).toEqual(['V1'])
    expect(after.assets).toBe(before.assets)
  })

  it('has no limit for a still, and media limits both ways when reversed', () => {
    const still = cutOf(['V1 |B 0-24|'], { lengths: { B: 0 } })
    expect(trimLimits(still, { itemId: id, edge: 'end', linked: true, ripple: false })).toEqual({
      min: -23,
      minBy: 'length',
      max: Infinity,
      maxBy: 'none',
    })
    const reversed = cutOf(['V1 |gap 0-50|B 50-60@29*-1|'], { lengths: { B: 48 } })
    expect([
      trimLimits(reversed, { itemId: id, edge: 'start', linked: true, ripple: false }),
      trimLimits(reversed, { itemId: id, edge: 'end', linked: true, ripple: false }),
    ]).toEqual([
      { min: -18, minBy: 'media', max: 9, maxBy: 'length' },
      { min: -9, minBy: 'length', max: 20, maxBy: 'media' },
    ])
    expect(slipLimits(reversed, id, true)).toEqual({
      min: -18,
      minBy: 'media',
      max: 20,
      maxBy: 'media',
    })
  })
})

describe('ripple trim', () => {
  it.each<[string, string[], 'start' | 'end', number, string[]]>([
    [
      'the end earlier pulls everything behind along on all tracks',
      ['V2 |gap 0-60|t 60-70|', 'V1 |A 0-24|B 24-48|C 48-72|', 'A1 |A 0-24|B 24-48|C 48-72|'],
      'end',
      -6,
      ['V2 |gap 0-54|t 54-64|', 'V1 |A 0-24|B 24-42|C 42-66|', 'A1 |A 0-24|B 24-42|C 42-66|'],
    ],
    [
      'the end later pushes it',
      ['V2 |gap 0-60|t 60-70|', 'V1 |A 0-24|B 24-48|C 48-72|'],
      'end',
      6,
      ['V2 |gap 0-66|t 66-76|', 'V1 |A 0-24|B 24-54|C 54-78|'],
    ],
    [
      'the start later keeps the clip’s place',
      ['V1 |A 0-24|B 24-48@5|C 48-72|', 'A1 |A 0-24|B 24-48@5|C 48-72|'],
      'start',
      6,
      ['V1 |A 0-24|B 24-42@11|C 42-66|', 'A1 |A 0-24|B 24-42@11|C 42-66|'],
    ],
    [
      'the start earlier shows earlier media and pushes',
      ['V2 |gap 0-24|t 24-30|', 'V1 |A 0-24|B 24-48@10|C 48-72|'],
      'start',
      -6,
      ['V2 |gap 0-30|t 30-36|', 'V1 |A 0-24|B 24-54@4|C 54-78|'],
    ],
    [
      'of a split edit trims both parts where they end',
      ['V1 |A 0-24|B 24-48|C 48-72|', 'A1 |A 0-20|B 20-44|C 44-72|'],
      'end',
      -4,
      ['V1 |A 0-24|B 24-44|C 44-68|', 'A1 |A 0-20|B 20-40|C 40-68|'],
    ],
  ])('%s', (_, lines, edge, delta, expected) => {
    const before = cutOf(lines)
    const project = rippleTrim(before, { itemId: id, edge, delta, linked: true }, counting('new'))
    expect(textOf(project)).toEqual(expected)
    expect(linksOf(project).length).toBe(linksOf(before).length)
  })

  it.each<[string, string[], number, boolean, string]>([
    [
      'to cut into a following track',
      ['V1 |A 0-24|B 24-48|', 'A1 |m 0-72|'],
      -6,
      true,
      'The ripple would cut into "m" on A1; turn off that track\'s sync lock or make room there first.',
    ],
    [
      'to trim one half of a linked pair',
      ['V1 |A 0-24|B 24-48|', 'A1 |A 0-24|B 24-48|'],
      -6,
      false,
      'The ripple would cut into "B" on A1; turn off that track\'s sync lock or make room there first.',
    ],
    [
      'to pull later linked clips apart',
      ['V1 |A 0-24|B 24-48|C 48-72|', 'A1 |gap 0-48|C 48-72| free'],
      -6,
      true,
      'The ripple would pull "C" on V1 and its linked part on A1 apart; turn on the sync lock of both tracks or unlink the clips.',
    ],
  ])('refuses %s', (_, lines, delta, linked, sentence) => {
    expect(() =>
      rippleTrim(cutOf(lines), { itemId: id, edge: 'end', delta, linked }, counting('new')),
    ).toThrow(sentence)
  })
})
