import { describe, expect, it } from 'vitest'
import { type Placing, placeMedia } from '../../../shared/edit/placeMedia.ts'
import type { AssetId } from '../../../shared/model/ids.ts'
import { Records } from '../../../shared/model/records.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { assetOf } from '../model/mediaOf.ts'
import { counting, cutOf, linksOf, TIMELINE, textOf, track } from './cutText.ts'

const media = (
  name: string,
  duration: number,
  parts: 'both' | 'picture' | 'sound' = 'both',
): Placing['media'][number] => ({
  source: { kind: 'asset', assetId: name as AssetId },
  name,
  sourceStart: ZERO,
  duration,
  picture: parts !== 'sound',
  sound: parts !== 'picture',
})

const place = (
  lines: string[],
  mode: Placing['mode'],
  frame: number,
  entries: Placing['media'],
  rest: Partial<Placing> = {},
) => {
  const before = cutOf(lines)
  const assets = entries.map(({ name }) => assetOf(name))
  const project = { ...before, assets: Records.of([...before.assets, ...assets]) }
  return placeMedia(
    project,
    { timelineId: TIMELINE, mode, frame, media: entries, ...rest },
    counting('new'),
  )
}

describe('overwrite', () => {
  it.each<[string, string[], number, Placing['media'], string[]]>([
    [
      'lies over the middle of clips',
      ['V1 |A 0-24|B 24-48|', 'A1 |A 0-24|B 24-48|'],
      12,
      [media('X', 24)],
      ['V1 |A 0-12|X 12-36|B 36-48@12|', 'A1 |A 0-12|X 12-36|B 36-48@12|'],
    ],
    [
      'cuts a hole into one clip',
      ['V1 |A 0-48|', 'A1 |a 0-48|'],
      12,
      [media('X', 12, 'picture')],
      ['V1 |A 0-12|X 12-24|A 24-48@24|', 'A1 |a 0-48|'],
    ],
    [
      'reaches a place beyond the end with a gap',
      ['V1 |A 0-24|', 'A1 |gap 0-12|A 12-24|'],
      36,
      [media('X', 12)],
      ['V1 |A 0-24|gap 24-36|X 36-48|', 'A1 |gap 0-12|A 12-24|gap 24-36|X 36-48|'],
    ],
    [
      'places several one after another, each with the parts asked for',
      ['V1 |A 0-60|', 'A1 |a 0-60|'],
      0,
      [media('X', 12), media('Y', 12, 'sound'), media('Z', 12, 'picture')],
      ['V1 |X 0-12|A 12-24@12|Z 24-36|A 36-60@36|', 'A1 |X 0-12|Y 12-24|a 24-60@24|'],
    ],
    [
      'covers whole clips and gaps',
      ['V1 |A 0-12|gap 12-24|B 24-36|C 36-48|', 'A1 |a 0-12|'],
      6,
      [media('X', 30, 'picture')],
      ['V1 |A 0-6|X 6-36|C 36-48|', 'A1 |a 0-12|'],
    ],
  ])('%s', (_, lines, frame, entries, expected) => {
    expect(textOf(place(lines, 'overwrite', frame, entries))).toEqual(expected)
  })

  it('links picture and sound, and the halves of what it cut in pairs', () => {
    const project = place(['V1 |A 0-48|', 'A1 |A 0-48|'], 'overwrite', 12, [media('X', 12)])
    expect(linksOf(project)).toEqual([
      ['V1:A 0', 'A1:A 0'],
      ['V1:X 12', 'A1:X 12'],
      ['V1:A 24', 'A1:A 24'],
    ])
  })

  it('keeps one link where the sound runs through uncut', () => {
    const project = place(['V1 |A 0-48|', 'A1 |A 0-48|'], 'overwrite', 12, [
      media('X', 12, 'picture'),
    ])
    expect(linksOf(project)).toEqual([['V1:A 0', 'V1:A 24', 'A1:A 0']])
  })
})

describe('insert', () => {
  it.each<[string, string[], number, Placing['media'], string[]]>([
    [
      'between clips moves what follows on all tracks',
      ['V2 |gap 0-24|t 24-36|', 'V1 |A 0-24|B 24-48|', 'A1 |A 0-24|B 24-48|'],
      24,
      [media('X', 10)],
      ['V2 |gap 0-34|t 34-46|', 'V1 |A 0-24|X 24-34|B 34-58|', 'A1 |A 0-24|X 24-34|B 34-58|'],
    ],
    [
      'cuts the clip under it and its linked sound',
      ['V1 |A 0-24|', 'A1 |A 0-24|'],
      10,
      [media('X', 10, 'picture')],
      ['V1 |A 0-10|X 10-20|A 20-34@10|', 'A1 |A 0-10|gap 10-20|A 20-34@10|'],
    ],
    [
      'leaves tracks without sync lock alone',
      ['V1 |A 0-24|B 24-48|', 'A1 |m 0-48| free'],
      24,
      [media('X', 10, 'picture')],
      ['V1 |A 0-24|X 24-34|B 34-58|', 'A1 |m 0-48|'],
    ],
  ])('%s', (_, lines, frame, entries, expected) => {
    expect(textOf(place(lines, 'insert', frame, entries))).toEqual(expected)
  })

  it('refuses to cut unlinked content on a following track', () => {
    expect(() =>
      place(['V1 |A 0-24|B 24-48|', 'A1 |m 0-48|'], 'insert', 24, [media('X', 10, 'picture')]),
    ).toThrow(
      'The ripple would cut into "m" on A1; turn off that track\'s sync lock or make room there first.',
    )
  })

  it('refuses to pull linked clips apart', () => {
    expect(() =>
      place(['V1 |A 0-24|B 24-48|', 'A1 |A 0-24|B 24-48| free'], 'insert', 24, [
        media('X', 10, 'picture'),
      ]),
    ).toThrow(
      'The ripple would pull "B" on V1 and its linked part on A1 apart; turn on the sync lock of both tracks or unlink the clips.',
    )
  })

  it('refuses while a sync-locked track with later content is locked', () => {
    expect(() =>
      place(['V2 |gap 0-30|t 30-36| locked', 'V1 |A 0-24|'], 'insert', 24, [
        media('X', 10, 'picture'),
      ]),
    ).toThrow(
      'The track V2 is locked and would lose its sync; unlock it or turn off its sync lock.',
    )
  })
})

describe('append', () => {
  it('starts picture and sound behind everything on both tracks', () => {
    const project = place(['V1 |A 0-24|', 'A1 |m 0-30|'], 'append', 0, [media('X', 10)])
    expect(textOf(project)).toEqual(['V1 |A 0-24|gap 24-30|X 30-40|', 'A1 |m 0-30|X 30-40|'])
  })
})

describe('placing refuses', () => {
  it.each<[string, string[], Partial<Placing>, Placing['media'][number], string]>([
    [
      'a locked track',
      ['V1 |A 0-24| locked'],
      { pictureTrackId: track('V1') },
      media('X', 10, 'picture'),
      'The track V1 is locked; unlock it to change what lies on it.',
    ],
    [
      'when there is no track for a part',
      ['V1 |A 0-24|'],
      {},
      media('X', 10),
      'There is no unlocked sound track; add or unlock one.',
    ],
    [
      'a track of another kind',
      ['V1 |A 0-24|', 'A1 |A 0-24|'],
      { pictureTrackId: track('A1') },
      media('X', 10, 'picture'),
      'The track chosen for the picture is not a picture track of this timeline.',
    ],
    [
      'more than the media has',
      ['V1 |A 0-24|'],
      {},
      { ...media('X', 25, 'picture'), sourceStart: rational(99) },
      '"X" has 24 frames of media from there; 25 were asked for.',
    ],
    [
      'a start outside the media',
      ['V1 |A 0-24|'],
      {},
      { ...media('X', 1, 'picture'), sourceStart: rational(100) },
      '"X" would start outside its media.',
    ],
    [
      'media without a part',
      ['V1 |A 0-24|'],
      {},
      { ...media('X', 1), picture: false, sound: false },
      'Neither the picture nor the sound of "X" was asked for; choose one.',
    ],
  ])('%s', (_, lines, rest, entry, sentence) => {
    expect(() => place(lines, 'overwrite', 0, [entry], rest)).toThrow(sentence)
  })
})
