import { describe, expect, it } from 'vitest'
import { acceptTake } from '../../../shared/edit/acceptTake.ts'
import { createShot } from '../../../shared/edit/createShot.ts'
import { addPin, movePins, removePins, replacePin } from '../../../shared/edit/pins.ts'
import { removeUnusedAssets } from '../../../shared/edit/removeUnusedAssets.ts'
import { shotFromClip } from '../../../shared/edit/shotFromClip.ts'
import { trim } from '../../../shared/edit/trim.ts'
import { updateShot } from '../../../shared/edit/updateShot.ts'
import { clipMedia } from '../../../shared/model/clipMedia.ts'
import type { AssetId, PinId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { clipOf, pinsOf, shotOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { assetOf } from '../model/mediaOf.ts'
import { pinAt, SHOT, shotWith, takeOf } from '../model/shots.ts'
import { counting, cutOf, item, linksOf, TIMELINE, textOf, track } from './cutText.ts'

function withStill(lines: string[]): Project {
  const project = cutOf(lines)
  return {
    ...project,
    assets: project.assets.with(assetOf('still', ZERO, 'still')),
  }
}

const withShot = (fields: Partial<Shot> = {}, indexes: number[] = [0, 48, 120]): Project =>
  createShot(
    withStill(['V1 |A 0-200|']),
    { shot: shotWith(fields), pins: indexes.map((index) => pinAt(index)) },
    counting('new'),
  )

const pin = (index: number) => `pin ${index}` as PinId
const indexesOf = (project: Project) => pinsOf(project, SHOT).map(({ index }) => index)

describe('a shot', () => {
  it('is created with its pins and a window in the cut', () => {
    const shot = shotWith()
    const project = createShot(
      withStill(['V1 |A 0-48|B 48-96|']),
      {
        shot,
        pins: [pinAt(0), pinAt(120)],
        place: {
          timelineId: TIMELINE,
          pictureTrackId: track('V1'),
          frame: 48,
          mode: 'insert',
          duration: 120,
        },
      },
      counting('new'),
    )
    expect(textOf(project)).toEqual(['V1 |A 0-48|Oak 48-168|B 168-216|'])
    expect([shotOf(project, SHOT), pinsOf(project, SHOT)]).toEqual([shot, [pinAt(0), pinAt(120)]])
    const clip = clipOf(project, item('new.1'))
    expect(clipMedia(project, clip)).toEqual({ kind: 'empty', shot })
  })

  it('is not longer than its request', () => {
    const place = {
      timelineId: TIMELINE,
      pictureTrackId: track('V1'),
      frame: 0,
      mode: 'overwrite' as const,
      duration: 121,
    }
    expect(() =>
      createShot(withStill(['V1 |A 0-48|']), { shot: shotWith(), pins: [], place }, counting('n')),
    ).toThrow('"Oak" has 120 frames of media from there; 121 were asked for.')
  })

  it('made from a clip shows the same pictures and keeps the sound linked', () => {
    const before = cutOf(['V1 |A 0-24|B 24-72@12|', 'A1 |A 0-24|B 24-72@12|'])
    const after = shotFromClip(before, {
      itemId: item('V1.B'),
      shot: shotWith({ mode: 'transform' }),
      pins: [],
    })
    expect(shotOf(after, SHOT).source).toEqual({
      assetId: 'B',
      start: rational(1, 2),
      duration: rational(2),
    })
    expect(clipOf(after, item('V1.B'))).toEqual({
      ...clipOf(before, item('V1.B')),
      source: { kind: 'shot', shotId: SHOT },
      sourceStart: ZERO,
    })
    expect(linksOf(after)).toEqual(linksOf(before))
    expect(clipMedia(after, clipOf(after, item('V1.B')))).toMatchObject({ offset: rational(1, 2) })
    expect(() =>
      trim(after, { itemId: item('V1.B'), edge: 'end', delta: 1, linked: true }, counting('n')),
    ).toThrow('The edge cannot go later: there is no more media.')
  })

  it('made from a reversed clip still plays it backwards', () => {
    const before = cutOf(['V1 |B 0-24@40*-1|'])
    const after = shotFromClip(before, {
      itemId: item('V1.B'),
      shot: shotWith({ mode: 'reframe' }),
      pins: [],
    })
    expect(shotOf(after, SHOT).source).toEqual({
      assetId: 'B',
      start: rational(17, 24),
      duration: rational(1),
    })
    expect(textOf(after)).toEqual(['V1 |B 0-24@23*-1|'])
  })

  it.each<[string, string[], string, Partial<Shot>, string]>([
    [
      'a sound clip',
      ['V1 |A 0-9|', 'A1 |A 0-9|'],
      'A1.A',
      { mode: 'transform' },
      '"A" has no picture; choose the picture clip.',
    ],
    [
      'a generating mode',
      ['V1 |A 0-9|'],
      'V1.A',
      { mode: 'text' },
      'A shot made from a clip transforms or reframes it; choose one of these modes.',
    ],
    [
      'a frozen clip',
      ['V1 |A 0-9*0|'],
      'V1.A',
      { mode: 'reframe' },
      '"A" is frozen; give it a speed first.',
    ],
    [
      'a locked track',
      ['V1 |A 0-9| locked'],
      'V1.A',
      { mode: 'reframe' },
      'The track V1 is locked; unlock it to change what lies on it.',
    ],
  ])('is not made from %s', (_, lines, id, fields, sentence) => {
    expect(() =>
      shotFromClip(cutOf(lines), { itemId: item(id), shot: shotWith(fields), pins: [] }),
    ).toThrow(sentence)
  })

  it('is updated; null takes a field away', () => {
    const before = withShot({ edit: { strength: 'flex_1' } })
    const after = updateShot(before, {
      shotId: SHOT,
      patch: { prompt: 'a birch', edit: null, name: undefined },
    })
    const { edit: _, ...rest } = shotOf(before, SHOT)
    expect(shotOf(after, SHOT)).toEqual({ ...rest, prompt: 'a birch' })
    expect(Object.hasOwn(shotOf(after, SHOT), 'edit')).toBe(false)
  })

  it.each<[string, Partial<Shot>, number[], Parameters<typeof updateShot>[1]['patch'], string]>([
    [
      'shorter than its pins',
      { length: 10 },
      [0, 200],
      { length: 5 },
      'A pin at index 200 would be outside "Oak", which ends at index 120.',
    ],
    [
      'looping with later pins',
      {},
      [0, 48],
      { loop: true },
      '"Oak" loops, which allows a pin at index 0 only; turn the loop off or remove the others.',
    ],
  ])('is not made %s', (_, fields, indexes, patch, sentence) => {
    expect(() => updateShot(withShot(fields, indexes), { shotId: SHOT, patch })).toThrow(sentence)
  })

  it('shows an accepted take; earlier ones stay', () => {
    const one = acceptTake(withShot(), { shotId: SHOT, take: takeOf(1) })
    const two = acceptTake(one, { shotId: SHOT, take: takeOf(2) })
    expect([shotOf(two, SHOT).takeId, two.takes.ids().sort()]).toEqual([
      'take 2',
      ['take 1', 'take 2'],
    ])
    const back = acceptTake(two, { shotId: SHOT, take: takeOf(1) })
    expect([shotOf(back, SHOT).takeId, back.takes]).toEqual(['take 1', two.takes])
    const foreign = { ...takeOf(3), shotId: 'other' as typeof SHOT }
    expect(() => acceptTake(one, { shotId: SHOT, take: foreign })).toThrow(
      'Take 3 was made for another shot than "Oak".',
    )
  })
})

describe('pins', () => {
  it('are added, moved past each other, replaced and removed', () => {
    const added = addPin(withShot(), { pin: pinAt(72) })
    expect(indexesOf(added)).toEqual([0, 48, 72, 120])
    const moved = movePins(added, {
      moves: [
        { pinId: pin(48), index: 72 },
        { pinId: pin(72), index: 48 },
      ],
    })
    expect(pinsOf(moved, SHOT).map(({ id }) => id)).toEqual([
      'pin 0',
      'pin 72',
      'pin 48',
      'pin 120',
    ])
    const picture = { assetId: 'A' as AssetId, time: rational(1, 3) }
    const replaced = replacePin(moved, { pinId: pin(0), picture })
    expect(pinsOf(replaced, SHOT)[0]).toEqual({ ...pinAt(0), picture })
    expect(indexesOf(removePins(replaced, { pinIds: [pin(0), pin(120)] }))).toEqual([48, 72])
  })

  it.each<[string, () => unknown, string]>([
    [
      'two on one index',
      () => addPin(withShot(), { pin: pinAt(48, 'still', 'x') }),
      'Two pins of "Oak" would be at index 48; choose another index.',
    ],
    [
      'one outside',
      () => movePins(withShot(), { moves: [{ pinId: pin(0), index: 121 }] }),
      'A pin at index 121 would be outside "Oak", which ends at index 120.',
    ],
    [
      'more than 64',
      () =>
        withShot(
          {},
          Array.from({ length: 65 }, (_, i) => i),
        ),
      '"Oak" would have 65 pins; a shot takes at most 64.',
    ],
    [
      'a picture that is not there',
      () => addPin(withShot(), { pin: pinAt(7, 'nothing') }),
      'There is no "nothing" among the project\'s assets',
    ],
    [
      'an id twice',
      () => addPin(withShot(), { pin: pinAt(7, 'still', 'pin 48') }),
      'There is already a record "pin 48" among the project\'s pins; use a new id.',
    ],
  ])('refuse %s', (_, act, sentence) => {
    expect(act).toThrow(sentence)
  })
})

describe('assets', () => {
  it.each<[string, Project, string, string]>([
    ['a clip', cutOf(['V1 |A 0-9|']), 'A', '"A.mp4" is used by the clip "A"; delete that first.'],
    ['a pin', withShot(), 'still', '"still.mp4" is used by a pin of "Oak"; delete that first.'],
    [
      'a shot’s source',
      shotFromClip(cutOf(['V1 |A 0-9|']), {
        itemId: item('V1.A'),
        shot: shotWith({ mode: 'reframe' }),
        pins: [],
      }),
      'A',
      '"A.mp4" is used by the shot "Oak"; delete that first.',
    ],
  ])('stay while used by %s', (_, project, id, sentence) => {
    expect(() => removeUnusedAssets(project, [id as AssetId])).toThrow(sentence)
  })

  it('go when nothing needs them', () => {
    const before = withStill(['V1 |A 0-9|'])
    const after = removeUnusedAssets(before, ['still' as AssetId])
    expect(after.assets.ids()).toEqual(['A'])
  })
})
