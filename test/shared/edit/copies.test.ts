import { describe, expect, it } from 'vitest'
import { addKeyframe } from '../../../shared/edit/addKeyframe.ts'
import { copyKeyframes } from '../../../shared/edit/copyKeyframes.ts'
import { createShot } from '../../../shared/edit/createShot.ts'
import { duplicate } from '../../../shared/edit/duplicate.ts'
import { extract } from '../../../shared/edit/extract.ts'
import { group, ungroup } from '../../../shared/edit/group.ts'
import { lift } from '../../../shared/edit/lift.ts'
import { type Move, move } from '../../../shared/edit/move.ts'
import { paste } from '../../../shared/edit/paste.ts'
import { pasteAttributes } from '../../../shared/edit/pasteAttributes.ts'
import { copyPins, scalePins } from '../../../shared/edit/pins.ts'
import { replaceClip } from '../../../shared/edit/replaceClip.ts'
import { scaleKeyframes } from '../../../shared/edit/scaleKeyframes.ts'
import { shotFromClip } from '../../../shared/edit/shotFromClip.ts'
import { DEFAULT_EFFECTS } from '../../../shared/model/effect.ts'
import type { AssetId, EffectId, KeyframeId, PinId, ShotId } from '../../../shared/model/ids.ts'
import { HOLD } from '../../../shared/model/keyframe.ts'
import type { Project } from '../../../shared/model/project.ts'
import { Records } from '../../../shared/model/records.ts'
import { clipOf, pinsOf } from '../../../shared/model/select.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { assetOf } from '../model/mediaOf.ts'
import { pinAt, SHOT, shotWith } from '../model/shots.ts'
import { counting, cutOf, item, items, linksOf, TIMELINE, textOf, track } from './cutText.ts'

const PAIRS = ['V1 |A 0-24|B 24-48|C 48-72|', 'A1 |A 0-24|B 24-48|C 48-72|']
const still: Move = {
  itemIds: items('V1.B'),
  delta: 0,
  trackDelta: 0,
  mode: 'overwrite',
  linked: true,
}

describe('paste', () => {
  const copied = (project: Project) =>
    items('V1.B', 'A1.B').map((id, kind) => ({
      clip: clipOf(project, id),
      trackId: track(kind === 0 ? 'V1' : 'A1'),
      offset: 0,
    }))
  const onto = (frame: number, mode: 'overwrite' | 'insert') => ({
    timelineId: TIMELINE,
    clips: copied(cutOf(PAIRS)),
    frame,
    mode,
  })

  it.each<['overwrite' | 'insert', number, string[]]>([
    [
      'overwrite',
      36,
      ['V1 |A 0-24|gap 24-36|B 36-60|C 60-72@12|', 'A1 |A 0-24|gap 24-36|B 36-60|C 60-72@12|'],
    ],
    [
      'insert',
      24,
      ['V1 |A 0-24|B 24-48|gap 48-72|C 72-96|', 'A1 |A 0-24|B 24-48|gap 48-72|C 72-96|'],
    ],
  ])('lays what was cut away by %s, linked to each other', (mode, frame, expected) => {
    const cut = lift(cutOf(PAIRS), { itemIds: items('V1.B'), linked: true }, counting('gap'))
    const after = paste(cut, onto(frame, mode), counting('new'))
    expect(textOf(after)).toEqual(expected)
    expect(linksOf(after)).toContainEqual([`V1:B ${frame}`, `A1:B ${frame}`])
  })

  it('refuses media that the project does not have', () => {
    const project = cutOf(PAIRS)
    const poor = { ...project, assets: project.assets.without('B') }
    expect(() => paste(poor, onto(0, 'insert'), counting('new'))).toThrow(
      '"B" shows media that is not in this project; import it first.',
    )
  })
})

describe('duplicate', () => {
  it.each<[string, Partial<Move>, string[]]>([
    [
      'over what is there',
      { delta: 36 },
      ['V1 |A 0-24|B 24-48|C 48-60|B 60-84|', 'A1 |A 0-24|B 24-48|C 48-60|B 60-84|'],
    ],
    [
      'with room made for it',
      { delta: 24, mode: 'insert' },
      ['V1 |A 0-24|B 24-48|B 48-72|C 72-96|', 'A1 |A 0-24|B 24-48|B 48-72|C 72-96|'],
    ],
    [
      'one half only',
      { delta: 48, linked: false },
      ['V1 |A 0-24|B 24-48|C 48-72|B 72-96|', 'A1 |A 0-24|B 24-48|C 48-72|'],
    ],
  ])('lies %s', (_, args, expected) => {
    const after = duplicate(cutOf(PAIRS), { ...still, ...args }, counting('new'))
    expect(textOf(after)).toEqual(expected)
  })

  it('links copies to each other and groups them anew', () => {
    const grouped = group(cutOf(PAIRS), { itemIds: items('V1.A', 'V1.B') }, counting('g'))
    const after = duplicate(grouped, { ...still, delta: 72 }, counting('new'))
    expect(textOf(after)[0]).toBe('V1 |A 0-24|B 24-48|C 48-72|A 72-96|B 96-120|')
    expect(linksOf(after).slice(3)).toEqual([
      ['V1:A 72', 'A1:A 72'],
      ['V1:B 96', 'A1:B 96'],
    ])
    const groups = after.items
      .values()
      .map((entry) => (entry.kind === 'clip' ? entry.groupId : undefined))
    expect(groups.filter((id) => id !== undefined)).toEqual(['g.1', 'g.1', 'new.3', 'new.3'])
  })

  it('refuses to hide its original', () => {
    expect(() => duplicate(cutOf(PAIRS), still, counting('new'))).toThrow(
      'A copy cannot lie where its original does; choose another time or track.',
    )
  })
})

describe('a group', () => {
  const lines = ['V2 |gap 0-30|t 30-40|', ...PAIRS]
  const grouped = () => group(cutOf(lines), { itemIds: items('V2.t', 'V1.B') }, counting('g'))

  it('moves with what is linked to it', () => {
    const after = move(grouped(), { ...still, itemIds: items('V2.t'), delta: 48 }, counting('n'))
    expect(textOf(after)).toEqual([
      'V2 |gap 0-78|t 78-88|',
      'V1 |A 0-24|gap 24-48|C 48-72|B 72-96|',
      'A1 |A 0-24|gap 24-48|C 48-72|B 72-96|',
    ])
  })

  it('changes tracks as one', () => {
    const empty = cutOf(['V3 |y 0-5|', ...lines])
    const project = group(empty, { itemIds: items('V2.t', 'V1.B') }, counting('g'))
    const up = { ...still, itemIds: items('V1.B'), trackDelta: 1 }
    expect(textOf(move(project, up, counting('n'))).slice(0, 3)).toEqual([
      'V3 |y 0-5|gap 5-30|t 30-40|',
      'V2 |gap 0-24|B 24-48|',
      'V1 |A 0-24|gap 24-48|C 48-72|',
    ])
  })

  it('is deleted as one, and not where the clip alone was meant', () => {
    const chosen = { itemIds: items('V2.t'), linked: true }
    expect(textOf(lift(grouped(), chosen, counting('n')))).toEqual([
      'V1 |A 0-24|gap 24-48|C 48-72|',
      'A1 |A 0-24|gap 24-48|C 48-72|',
    ])
    expect(textOf(extract(grouped(), chosen, counting('n')))[0]).toBe('V1 |A 0-24|C 24-48|')
    expect(textOf(lift(grouped(), { ...chosen, linked: false }, counting('n')))).toEqual(PAIRS)
  })

  it('is dissolved, or left by a clip that joins another', () => {
    expect(ungroup(grouped(), { itemIds: items('V1.B') })).toEqual(cutOf(lines))
    const other = group(grouped(), { itemIds: items('V1.B', 'V1.C') }, counting('h'))
    const ids = ['V2.t', 'V1.B', 'V1.C'].map((id) => clipOf(other, item(id)).groupId)
    expect(ids).toEqual([undefined, 'h.1', 'h.1'])
    expect(() => group(grouped(), { itemIds: items('V1.A') }, counting('g'))).toThrow(
      'Grouping takes at least two clips; choose another one.',
    )
  })
})

describe('replace', () => {
  const by = (asset: string, start = ZERO, linked = true) => ({
    itemId: item('V1.B'),
    source: { kind: 'asset' as const, assetId: asset as AssetId },
    name: asset,
    sourceStart: start,
    linked,
  })
  const lines = ['V1 |gap 0-10|B 10-34@30|', 'A1 |gap 0-6|B 6-34@26|', 'A2 |X 0-10|']

  it('keeps sync with the sound of footage that became a shot', () => {
    const shot = shotWith({ id: 'new' as ShotId, mode: 'transform' })
    const cut = shotFromClip(cutOf(lines), { itemId: item('V1.B'), shot, pins: [] })
    expect(textOf(replaceClip(cut, by('X', rational(1)), counting('n'))).slice(0, 2)).toEqual([
      'V1 |gap 0-10|X 10-34@24|',
      'A1 |gap 0-6|X 6-34@20|',
    ])
  })

  it('keeps place and sync', () => {
    const after = replaceClip(cutOf(lines), by('X', rational(1)), counting('n'))
    expect(textOf(after).slice(0, 2)).toEqual([
      'V1 |gap 0-10|X 10-34@24|',
      'A1 |gap 0-6|X 6-34@20|',
    ])
    expect(clipOf(after, item('V1.B')).linkId).toBe('link B')
  })

  it('leaves the sound where the new media has none', () => {
    const cut = cutOf(lines)
    const project = { ...cut, assets: cut.assets.with(assetOf('pic', ZERO, 'still')) }
    expect(textOf(replaceClip(project, by('pic'), counting('n'))).slice(0, 2)).toEqual([
      'V1 |gap 0-10|pic 10-34|',
      'A1 |gap 0-6|B 6-34@26|',
    ])
    const sound = { ...by('pic'), itemId: item('A1.B') }
    expect(() => replaceClip(project, sound, counting('n'))).toThrow(
      '"pic" has no sound; choose other media or another clip.',
    )
  })

  it('refuses media that is too short', () => {
    const short = cutOf(lines, { lengths: { X: 20 } })
    expect(() => replaceClip(short, by('X', ZERO, false), counting('n'))).toThrow(
      '"X" has 20 frames of media from there; 24 were asked for.',
    )
  })
})

const keyed = (): Project =>
  [3, 5, 9].reduce(
    (project, frame) =>
      addKeyframe(
        project,
        { itemId: item('V1.A'), property: 'scale', frame, value: frame, easing: HOLD },
        <T extends string>() => `k${frame}` as T,
      ),
    cutOf(PAIRS),
  )
const BLUR = { ...DEFAULT_EFFECTS.blur(), id: 'e' as EffectId }
const ref = (frame: number) => ({
  property: 'scale' as const,
  keyframeId: `k${frame}` as KeyframeId,
})
const key = (id: string, frame: number, value: number) => ({ id, frame, value, easing: HOLD })
const scaleOf = (project: Project, id: string) => clipOf(project, item(id)).picture.scale.keyframes

describe('settings', () => {
  it('are pasted with their keyframes, the chosen ones only', () => {
    const before = keyed()
    const args = { fromId: item('V1.A'), itemIds: items('V1.B'), properties: ['scale'] as const }
    const after = pasteAttributes(before, args)
    const { scale } = clipOf(before, item('V1.A')).picture
    const b = clipOf(before, item('V1.B'))
    expect(after).toEqual({
      ...before,
      items: before.items.with({ ...b, picture: { ...b.picture, scale } }),
    })
  })

  it('effects and fades are pasted where asked, or taken away', () => {
    const before = keyed()
    const a = { ...clipOf(before, item('V1.A')), effects: [BLUR], fadeIn: 6 }
    const project = { ...before, items: before.items.with(a) }
    const paste = { properties: [], styles: ['effects', 'fadeIn'] as const }
    const pasted = pasteAttributes(project, { ...paste, fromId: a.id, itemIds: items('V1.B') })
    expect(pasted.items.get('V1.B')).toEqual({
      ...before.items.get('V1.B'),
      effects: [BLUR],
      fadeIn: 6,
    })
    const back = pasteAttributes(pasted, {
      ...paste,
      fromId: item('V1.C'),
      itemIds: items('V1.A', 'V1.B'),
    })
    expect(back).toEqual(before)
  })

  it('keyframes are copied to another clip and time', () => {
    const args = { fromId: item('V1.A'), keyframes: [ref(5), ref(3)], toId: item('V1.B') }
    const after = copyKeyframes(keyed(), { ...args, frame: 10 }, counting('c'))
    expect(scaleOf(after, 'V1.B')).toEqual([key('c.2', 10, 3), key('c.1', 12, 5)])
    expect(scaleOf(after, 'V1.A')).toEqual(scaleOf(keyed(), 'V1.A'))
    const same = copyKeyframes(keyed(), { ...args, toId: item('V1.A'), frame: 7 }, counting('c'))
    expect(scaleOf(same, 'V1.A')).toEqual([
      key('k3', 3, 3),
      key('k5', 5, 5),
      key('c.2', 7, 3),
      key('c.1', 9, 5),
    ])
  })

  it('keyframes are scaled about a frame', () => {
    const args = { itemId: item('V1.A'), keyframes: [ref(5), ref(9)], anchor: 3 }
    const wide = scaleKeyframes(keyed(), { ...args, factor: rational(3, 2) })
    expect(scaleOf(wide, 'V1.A')).toEqual([key('k3', 3, 3), key('k5', 6, 5), key('k9', 12, 9)])
    expect(() => scaleKeyframes(keyed(), { ...args, factor: rational(1, 100) })).toThrow(
      'Two keyframes cannot land on the same frame.',
    )
  })
})

describe('pins', () => {
  const shot = () =>
    createShot(
      { ...cutOf([]), assets: Records.of([assetOf('still', ZERO, 'still')]) },
      { shot: shotWith(), pins: [pinAt(0), pinAt(24), pinAt(48)] },
      counting('n'),
    )
  const pinIds = ['pin 24', 'pin 48'] as PinId[]
  const indexes = (project: Project) => pinsOf(project, SHOT).map(({ index }) => index)

  it('are copied and scaled', () => {
    const copied = copyPins(shot(), { pinIds, toShotId: SHOT, index: 90 }, counting('c'))
    expect(indexes(copied)).toEqual([0, 24, 48, 90, 114])
    const scaled = scalePins(shot(), { pinIds, anchor: 0, factor: rational(5, 2) })
    expect(indexes(scaled)).toEqual([0, 60, 120])
  })

  it.each<[string, () => unknown, string]>([
    [
      'onto another one',
      () => copyPins(shot(), { pinIds, toShotId: SHOT, index: 48 }, counting('c')),
      'Two pins of "Oak" would be at index 48; choose another index.',
    ],
    [
      'before the start',
      () => scalePins(shot(), { pinIds, anchor: 100, factor: rational(2) }),
      'A pin would stand before the shot starts; scale them less.',
    ],
    [
      'beyond the end',
      () => scalePins(shot(), { pinIds, anchor: 0, factor: rational(3) }),
      'A pin at index 144 would be outside "Oak", which ends at index 120.',
    ],
  ])('are refused %s', (_, act, sentence) => {
    expect(act).toThrow(sentence)
  })
})
