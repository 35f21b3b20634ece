import { describe, expect, it } from 'vitest'
import { applyCommand, type Command, command } from '../../../shared/commands/registry.ts'
import { createShot } from '../../../shared/edit/createShot.ts'
import { compare } from '../../../shared/history/compare.ts'
import type { AssetId, PinId } from '../../../shared/model/ids.ts'
import { parseProject } from '../../../shared/model/migrations/parseProject.ts'
import type { Project } from '../../../shared/model/project.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { inEnglish } from '../../../shared/words/english.ts'
import { counting, cutOf, item, items, TIMELINE } from '../edit/cutText.ts'
import { assetOf } from '../model/mediaOf.ts'
import { pinAt, SHOT, shotWith, takeOf } from '../model/shots.ts'

function start(): Project {
  const cut = cutOf(['V2 |t 0-10|', 'V1 |A 0-24@5|B 24-48@5|C 48-72|'])
  const still = assetOf('still', ZERO, 'still')
  const shot = { shot: shotWith(), pins: [pinAt(0), pinAt(48)] }
  return createShot({ ...cut, assets: cut.assets.with(still) }, shot, counting('s'))
}

const B = item('V1.B')
const take = (number: number, cost: number) =>
  command('take.accept', { shotId: SHOT, take: { ...takeOf(number), cost } }, `t${number}`)
const trim = (edge: 'start' | 'end', delta: number, ripple = false) =>
  command('clip.trim', { itemId: B, edge, delta, ripple, linked: true }, 'c')

describe('comparing', () => {
  it.each<[string, Command[], string[]]>([
    ['nothing', [], []],
    ['a trim of the end', [trim('end', -4)], ['The end of "B" was trimmed by 4 frames earlier.']],
    [
      'a trim of the start',
      [trim('start', 3)],
      ['The start of "B" was trimmed by 3 frames later.'],
    ],
    [
      'a ripple',
      [
        command(
          'clip.trim',
          { itemId: item('V1.A'), edge: 'end', delta: 6, ripple: true, linked: true },
          'c',
        ),
      ],
      ['The end of "A" was trimmed by 6 frames later.', '2 clips moved by 6 frames later.'],
    ],
    [
      'a slip, keyframes on their picture',
      [
        command('keyframe.add', { itemId: B, property: 'scale', frame: 3, value: 2 }, 'k'),
        command('clip.slip', { itemId: B, delta: -2, linked: true }, 'c'),
      ],
      ['The scale of "B" changed.', '"B" was slipped by 2 frames earlier.'],
    ],
    [
      'a move to another track',
      [
        command(
          'clips.move',
          { itemIds: [B], delta: 2, trackDelta: 1, mode: 'overwrite', linked: true },
          'c',
        ),
      ],
      ['"B" moved from V1 to V2 by 2 frames later.'],
    ],
    [
      'a split and a removal',
      [
        command('clips.split', { timelineId: TIMELINE, frame: 30, linked: true }, 'c'),
        command('clips.lift', { itemIds: items('V1.A'), linked: true }, 'd'),
      ],
      [
        '"A" was removed from V1 at frame 0 (24 frames).',
        'The end of "B" was trimmed by 18 frames earlier.',
        '"B" was added to V1 at frame 30 (18 frames).',
      ],
    ],
    [
      'speed and settings',
      [
        command('clip.retime', { itemId: B, speed: rational(2), ripple: false }, 'c'),
        command('property.set', { itemId: item('V1.C'), property: 'opacity', value: 0.5 }, 'd'),
        command('clip.set', { itemId: item('V1.C'), patch: { enabled: false } }, 'e'),
      ],
      [
        'The speed of "B" changed from 100 % to 200 %, it is 12 frames shorter.',
        'The visibility and opacity of "C" changed.',
      ],
    ],
    [
      'other media',
      [
        command(
          'clip.replace',
          {
            itemId: B,
            source: { kind: 'asset', assetId: 'A' as AssetId },
            name: 'A',
            sourceStart: ZERO,
            linked: true,
          },
          'c',
        ),
      ],
      ['The name of "A" changed.', '"A" shows other media.'],
    ],
    [
      'shots, pins, takes and what they cost',
      [
        take(1, 1_500_000),
        command('shot.update', { shotId: SHOT, patch: { prompt: 'ash', exrExport: true } }, 'c'),
        command('pins.move', { moves: [{ pinId: 'pin 48' as PinId, index: 50 }] }, 'd'),
        command('pins.remove', { pinIds: ['pin 0' as PinId] }, 'e'),
      ],
      [
        'The prompt and EXR export of the shot "Oak" changed.',
        'A pin of "Oak" at index 0 was removed.',
        'A pin of "Oak" moved from index 48 to 50.',
        'Take 1 of "Oak" is in the cut.',
        'The takes cost $0.15 more.',
      ],
    ],
    [
      'the rest by number',
      [
        command('assets.add', { assets: [assetOf('x'), assetOf('y')] }, 'c'),
        command('project.rename', { name: 'Oaks' }, 'd'),
        command('track.add', { timelineId: TIMELINE, kind: 'sound', name: 'A1' }, 'e'),
      ],
      [
        '1 project setting changed.',
        '1 timeline changed.',
        '1 track was added.',
        '2 assets were added.',
      ],
    ],
  ])('tells %s', (_, commands, sentences) => {
    const before = start()
    expect(
      compare(before, commands.reduce(applyCommand, before)).sentences.map(inEnglish).sort(),
    ).toEqual([...sentences].sort())
  })

  it('gives the same as data, seen from either side', () => {
    const one = applyCommand(start(), take(1, 1_000_000))
    const two = [take(2, 400_000), trim('end', -4)].reduce(applyCommand, one)
    const rest = { shots: [], pins: [], others: [] }
    const base = { shotId: SHOT, name: 'Oak' }
    const { sentences, data } = compare(one, two)
    expect({ sentences: sentences.map(inEnglish), data }).toEqual({
      sentences: [
        'The end of "B" was trimmed by 4 frames earlier.',
        'Take 2 of "Oak" is in the cut instead of take 1.',
        'The takes cost $0.04 more.',
      ],
      data: {
        ...rest,
        clips: [{ itemId: 'V1.B', name: 'B', kind: 'trimmed', edge: 'end', frames: -4 }],
        takes: [{ ...base, from: 1, to: 2 }],
        cost: { before: 1_000_000, after: 1_400_000, difference: 400_000 },
      },
    })
    expect(compare(two, one).data).toEqual({
      ...rest,
      clips: [{ itemId: 'V1.B', name: 'B', kind: 'trimmed', edge: 'end', frames: 4 }],
      takes: [{ ...base, from: 2, to: 1 }],
      cost: { before: 1_400_000, after: 1_000_000, difference: -400_000 },
    })
  })

  it('finds nothing in documents that say the same', () => {
    const copy = parseProject(JSON.parse(JSON.stringify(start())))
    expect(compare(start(), copy).sentences).toEqual([])
  })
})
