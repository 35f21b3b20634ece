import { describe, expect, it } from 'vitest'
import { createShot } from '../../../shared/edit/createShot.ts'
import { movePins } from '../../../shared/edit/pins.ts'
import { updateShot } from '../../../shared/edit/updateShot.ts'
import type { AssetId, PinId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { isStale, recipeOf } from '../../../shared/model/recipe.ts'
import { shotOf } from '../../../shared/model/select.ts'
import type { Shot } from '../../../shared/model/shot.ts'
import { lastPinIndex, shotLength } from '../../../shared/model/shotLength.ts'
import { rational, ZERO } from '../../../shared/time/rational.ts'
import { counting, cutOf } from '../edit/cutText.ts'
import { assetOf } from './mediaOf.ts'
import { pinAt, SHOT, shotWith, takeOf } from './shots.ts'

const span = { assetId: 'A' as AssetId, start: rational(1, 2), duration: rational(7, 3) }

function withShot(fields: Partial<Shot>, indexes: number[] = []): Project {
  const cut = cutOf(['V1 |A 0-24|'])
  const assets = cut.assets.with(assetOf('still', ZERO, 'still'))
  const pins = indexes.map((index) => pinAt(index))
  return createShot({ ...cut, assets }, { shot: shotWith(fields), pins }, counting('new'))
}

const recipe = (fields: Partial<Shot>, indexes?: number[]) => {
  const project = withShot(fields, indexes)
  return JSON.parse(recipeOf(project, shotOf(project, SHOT))) as unknown
}

describe('a recipe', () => {
  const common = { prompt: 'an oak in the wind', resolution: '720p' }

  it.each<[string, Partial<Shot>, number[], unknown]>([
    [
      'text',
      { mode: 'text', length: 10, source: span, placement: { x: 0, y: 0, width: 1, height: 1 } },
      [0],
      {
        ...common,
        mode: 'text',
        length: '10',
        aspect: '16:9',
        loop: false,
        hdr: false,
        exrExport: false,
      },
    ],
    [
      'pins',
      { mode: 'pins', hdr: true },
      [120, 0],
      {
        ...common,
        mode: 'pins',
        length: '5',
        aspect: '16:9',
        loop: false,
        hdr: true,
        exrExport: false,
        pins: [
          [0, 'key of still', '0'],
          [120, 'key of still', '0'],
        ],
      },
    ],
    [
      'transform',
      { mode: 'transform', source: span, edit: { strength: 'flex_2', face: true } },
      [10],
      {
        ...common,
        mode: 'transform',
        length: '7/3',
        hdr: false,
        exrExport: false,
        pins: [[10, 'key of still', '0']],
        source: ['key of A', '1/2', '7/3'],
        edit: { strength: 'flex_2', face: true },
      },
    ],
    [
      'reframe',
      { mode: 'reframe', source: span, placement: { x: 0.1, y: 0, width: 0.5, height: 1 } },
      [],
      {
        ...common,
        mode: 'reframe',
        length: '7/3',
        aspect: '16:9',
        source: ['key of A', '1/2', '7/3'],
        placement: [0.1, 0, 0.5, 1],
      },
    ],
  ])('of a %s shot holds what is sent and nothing else', (_, fields, indexes, expected) => {
    expect(recipe(fields, indexes)).toEqual(expected)
  })

  it('is the same string however the shot came about', () => {
    const a = withShot({ mode: 'transform', source: span, edit: { face: true, depthBlur: 1 } })
    const b = withShot({ edit: { depthBlur: 1, face: true }, source: span, mode: 'transform' })
    expect(recipeOf(a, shotOf(a, SHOT))).toBe(recipeOf(b, shotOf(b, SHOT)))
  })

  it('makes a take stale when the shot asks for something else, and only then', () => {
    const project = withShot({}, [0, 48])
    const take = takeOf(1, recipeOf(project, shotOf(project, SHOT)))
    const changed = (patch: Parameters<typeof updateShot>[1]['patch']) =>
      isStale(updateShot(project, { shotId: SHOT, patch }), take)
    const moved = movePins(project, { moves: [{ pinId: 'pin 48' as PinId, index: 47 }] })
    expect({
      now: isStale(project, take),
      renamed: changed({ name: 'Ash' }),
      placed: changed({ placement: { x: 0, y: 0, width: 1, height: 1 } }),
      prompt: changed({ prompt: 'an ash' }),
      length: changed({ length: 10 }),
      size: changed({ resolution: '360p' }),
      pin: isStale(moved, take),
    }).toEqual({
      now: false,
      renamed: false,
      placed: false,
      prompt: true,
      length: true,
      size: true,
      pin: true,
    })
  })
})

describe('a shot’s length', () => {
  it.each<[Partial<Shot>, ReturnType<typeof rational>, number]>([
    [{ mode: 'text', length: 10, source: span }, rational(10), 240],
    [{ mode: 'pins', length: 5 }, rational(5), 120],
    [{ mode: 'transform', source: span }, rational(7, 3), 56],
    [{ mode: 'reframe', length: 5 }, rational(5), 120],
  ])('of %o', (fields, seconds, last) => {
    expect([shotLength(shotWith(fields)), lastPinIndex(shotWith(fields))]).toEqual([seconds, last])
  })
})
