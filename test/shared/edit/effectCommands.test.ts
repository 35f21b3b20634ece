/** Effects, their parameters, blend modes and fades, set by commands. */
import { describe, expect, it } from 'vitest'
import { applyCommand, type Command, command } from '../../../shared/commands/registry.ts'
import { effectParam } from '../../../shared/model/animatedPath.ts'
import {
  DEFAULT_EFFECTS,
  EFFECT_RANGES,
  effectKindSchema,
  effectSchema,
} from '../../../shared/model/effect.ts'
import type { AssetId, EffectId, KeyframeId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { clipOf } from '../../../shared/model/select.ts'
import { rational } from '../../../shared/time/rational.ts'
import { cutOf, item, items, TIMELINE, track } from './cutText.ts'

const A = item('V1.A')
const GRADE = 'g.1' as EffectId
const KEY = 'k.1' as EffectId

const edit = (project: Project, ...commands: Command[]): Project =>
  commands.reduce(applyCommand, project)
const start = () => cutOf(['V1 |A 0-24|B 24-48@20|', 'A1 |A 0-24|B 24-48@20|'])
const graded = () =>
  edit(
    start(),
    command('effect.add', { itemId: A, kind: 'grade' }, 'g'),
    command('effect.add', { itemId: A, kind: 'key', index: 0 }, 'k'),
  )
const effects = (project: Project) => clipOf(project, A).effects

describe('effects', () => {
  it('are added as they change the least, moved and taken away', () => {
    expect(effects(graded())).toEqual([
      { id: KEY, ...DEFAULT_EFFECTS.key() },
      { id: GRADE, ...DEFAULT_EFFECTS.grade() },
    ])
    const moved = edit(
      graded(),
      command('effect.move', { itemId: A, effectId: KEY, index: 9 }, 'c'),
    )
    expect(effects(moved)?.map(({ id }) => id)).toEqual([GRADE, KEY])
    const gone = edit(
      moved,
      command('effect.remove', { itemId: A, effectId: KEY }, 'c'),
      command('effect.remove', { itemId: A, effectId: GRADE }, 'd'),
    )
    expect(gone).toEqual(start())
  })

  it('take their own settings, and no others', () => {
    const curves = { master: [{ input: 0, output: 0.1 }] }
    const set = edit(
      graded(),
      command('effect.set', { itemId: A, effectId: GRADE, patch: { curves, enabled: false } }, 'c'),
      command('effect.set', { itemId: A, effectId: GRADE, patch: { lutId: 'B' as AssetId } }, 'd'),
      command('effect.set', { itemId: A, effectId: KEY, patch: { color: '#123456' } }, 'e'),
    )
    expect(effects(set)).toEqual([
      { id: KEY, ...DEFAULT_EFFECTS.key(), color: '#123456' },
      { id: GRADE, ...DEFAULT_EFFECTS.grade(), curves, enabled: false, lutId: 'B' },
    ])
    const cleared = edit(
      set,
      command('effect.set', { itemId: A, effectId: GRADE, patch: { curves: null } }, 'f'),
    )
    expect(effects(cleared)?.[1]).not.toHaveProperty('curves')
    const wrong = (effectId: EffectId, patch: { color?: string; lutId?: AssetId }) =>
      command('effect.set', { itemId: A, effectId, patch }, 'w')
    expect(() => applyCommand(graded(), wrong(GRADE, { color: '#000000' }))).toThrow(
      'color is no setting of this effect of "A"',
    )
    expect(() => applyCommand(graded(), wrong(GRADE, { lutId: 'gone' as AssetId }))).toThrow()
    expect(() => applyCommand(graded(), wrong('no' as EffectId, {}))).toThrow('no longer there')
    expect(() =>
      applyCommand(start(), command('effect.add', { itemId: item('A1.A'), kind: 'blur' }, 'c')),
    ).toThrow('Effects change pictures')
  })

  it('have parameters that are set and keyed as properties are, within their ranges', () => {
    const exposure = effectParam(GRADE, 'exposure')
    const keyed = edit(
      graded(),
      command('property.set', { itemId: A, property: exposure, value: 1.5 }, 'a'),
      command('keyframe.add', { itemId: A, property: exposure, frame: 4 }, 'b'),
      command('keyframe.add', { itemId: A, property: exposure, frame: 9, value: -2 }, 'c'),
      command(
        'keyframes.move',
        { itemId: A, moves: [{ property: exposure, keyframeId: 'c.1' as KeyframeId, frame: 12 }] },
        'd',
      ),
    )
    expect(effects(keyed)?.[1]?.params).toEqual({
      ...DEFAULT_EFFECTS.grade().params,
      exposure: {
        value: 1.5,
        keyframes: [
          { id: 'b.1', frame: 4, value: 1.5, easing: { kind: 'linear' } },
          { id: 'c.1', frame: 12, value: -2, easing: { kind: 'linear' } },
        ],
      },
    })
    expect(() =>
      applyCommand(
        keyed,
        command('property.set', { itemId: A, property: exposure, value: 11, frame: 4 }, 'e'),
      ),
    ).toThrow('Exposure lies between -10 and 10; 11 was asked for.')
    expect(() =>
      applyCommand(
        keyed,
        command('property.set', { itemId: A, property: effectParam(KEY, 'radius'), value: 1 }, 'e'),
      ),
    ).toThrow('no parameter "radius"')
    const removed = edit(
      keyed,
      command(
        'keyframes.remove',
        { itemId: A, keyframes: [{ property: exposure, keyframeId: 'b.1' as KeyframeId }] },
        'f',
      ),
    )
    expect(effects(removed)?.[1]?.params).toMatchObject({
      exposure: { keyframes: [{ id: 'c.1' }] },
    })
  })

  it.each(effectKindSchema.options)('begin within their ranges: %s', (kind) => {
    const effect = effectSchema.parse({ id: 'e', ...DEFAULT_EFFECTS[kind]() })
    const ranges: Readonly<Record<string, { min: number; max: number }>> = EFFECT_RANGES[kind]
    expect(Object.keys(effect.params)).toEqual(Object.keys(ranges))
    for (const [name, { value }] of Object.entries(effect.params)) {
      expect(value).toBeGreaterThanOrEqual(ranges[name]?.min ?? Number.NaN)
      expect(value).toBeLessThanOrEqual(ranges[name]?.max ?? Number.NaN)
    }
  })

  it('know every kind', () => {
    expect(effectSchema.options.map(({ shape }) => shape.kind.value)).toEqual(
      effectKindSchema.options,
    )
  })

  it('a blend mode of normal is not kept', () => {
    const blend = (blendMode: 'screen' | 'normal', id: string) =>
      command('clips.blend', { itemIds: items('V1.A'), blendMode }, id)
    const screened = edit(start(), blend('screen', 'a'))
    expect(clipOf(screened, A).blendMode).toBe('screen')
    expect(edit(screened, blend('normal', 'b'))).toEqual(start())
  })
})

describe('fades', () => {
  const fade = (fadeIn: number | undefined, fadeOut: number | undefined, id = 'f') =>
    command(
      'clip.fade',
      {
        itemId: A,
        ...(fadeIn !== undefined && { fadeIn }),
        ...(fadeOut !== undefined && { fadeOut }),
      },
      id,
    )
  const fades = (project: Project, id: string = A) => {
    const { fadeIn, fadeOut } = clipOf(project, item(id))
    return [fadeIn, fadeOut]
  }
  const faded = () => edit(start(), fade(10, 12))

  it('go as far as the other one begins, and 0 takes one away', () => {
    expect([
      fades(edit(start(), fade(10, undefined))),
      fades(edit(faded(), fade(20, undefined))),
      fades(edit(faded(), fade(undefined, 20))),
      fades(edit(start(), fade(20, 20))),
      fades(edit(start(), fade(100, undefined))),
      fades(edit(faded(), fade(0, undefined))),
    ]).toEqual([
      [10, undefined],
      [12, 12],
      [10, 14],
      [20, 4],
      [24, undefined],
      [undefined, 12],
    ])
    expect(fades(faded(), 'A1.A')).toEqual([undefined, undefined])
  })

  const trim = (edge: 'start' | 'end', delta: number, ripple: boolean) =>
    command('clip.trim', { itemId: A, edge, delta, ripple, linked: true }, 'c')

  // 24 frames with fades of 10 and 12. What is left of the clip keeps the fade in first.
  it.each<[string, Command, (number | undefined)[]]>([
    ['trim of the end', trim('end', -9, false), [10, 5]],
    ['trim of the start', trim('start', 9, false), [10, 5]],
    ['ripple trim', trim('end', -16, true), [8, undefined]],
    [
      'roll',
      command('clips.roll', { leftId: A, rightId: item('V1.B'), delta: -4, linked: true }, 'c'),
      [10, 10],
    ],
    [
      'slide of the neighbour',
      command('clips.slide', { itemIds: items('V1.B'), delta: -6, linked: true }, 'c'),
      [10, 8],
    ],
    [
      'retime',
      command('clip.retime', { itemId: A, speed: rational(2), ripple: false }, 'c'),
      [10, 2],
    ],
    [
      'move of the neighbour onto its end',
      command(
        'clips.move',
        { itemIds: items('V1.B'), delta: -8, trackDelta: 0, mode: 'overwrite', linked: true },
        'c',
      ),
      [10, undefined],
    ],
    [
      'speed for which the media is too short',
      command('clip.set', { itemId: A, patch: { speed: rational(60) } }, 'c'),
      [10, 7],
    ],
    [
      'ramp for which the media is too short',
      command('speedKey.add', { itemId: A, frame: 0, speed: rational(60) }, 'c'),
      [10, 7],
    ],
    [
      'split, which leaves each fade with its edge',
      command('clips.split', { timelineId: TIMELINE, frame: 6, linked: true }, 'c'),
      [6, undefined],
    ],
  ])('fit after a %s', (_, change, expected) => {
    const after = edit(faded(), change)
    expect(fades(after)).toEqual(expected)
  })

  it('fit after attributes are pasted to a shorter clip', () => {
    const short = edit(faded(), command('clips.place', placing(), 'p'))
    const paste = command(
      'attributes.paste',
      {
        fromId: A,
        itemIds: items('p.1'),
        properties: [],
        styles: ['fadeIn', 'fadeOut'],
      },
      'c',
    )
    expect(fades(edit(short, paste), 'p.1')).toEqual([10, 5])
  })

  const placing = () => ({
    ...{ timelineId: TIMELINE, mode: 'append' as const, frame: 0, pictureTrackId: track('V1') },
    media: [
      {
        ...{ source: { kind: 'asset' as const, assetId: 'A' as AssetId }, name: 'A' },
        ...{ sourceStart: rational(0), duration: 15, picture: true, sound: false },
      },
    ],
  })
})
