import { expect, it } from 'vitest'
import { acceptTake } from '../../../shared/edit/acceptTake.ts'
import { addShot } from '../../../shared/edit/createShot.ts'
import { putBackTake, removeTake } from '../../../shared/edit/removeTake.ts'
import { restoreShot } from '../../../shared/edit/restoreShot.ts'
import { updateShot } from '../../../shared/edit/updateShot.ts'
import type { AssetId, TakeId } from '../../../shared/model/ids.ts'
import { recipeOf } from '../../../shared/model/recipe.ts'
import { pinsOf, shotOf } from '../../../shared/model/select.ts'
import type { Pin, Shot } from '../../../shared/model/shot.ts'
import { rational } from '../../../shared/time/rational.ts'
import { pinAt, SHOT, shotWith, takeOf } from '../model/shots.ts'
import { counting, cutOf } from './cutText.ts'

const project = cutOf(['V1 |A 0-240|B 240-300|'])
const span = { assetId: 'A' as AssetId, start: rational(1, 24), duration: rational(3) }
const at = (index: number, asset: string, more: Partial<Pin> = {}): Pin => ({
  ...pinAt(index, asset),
  ...more,
})

const SHOTS: readonly (readonly [string, Partial<Shot>, readonly Pin[]])[] = [
  ['text', { mode: 'text', prompt: 'Rain.', length: 10, resolution: '1080p', aspect: '9:16' }, []],
  ['a loop', { mode: 'text', loop: true }, []],
  ['EXR', { mode: 'text', hdr: true, exrExport: true }, []],
  ['pins', { mode: 'pins' }, [at(0, 'A', { anchor: 'first' }), at(71, 'B'), at(120, 'A')]],
  [
    'a transformation',
    {
      ...{ mode: 'transform', source: span, hdr: true },
      edit: { strength: 'flex_3', poseStrength: 'coarse', depthBlur: 0.25, face: true },
    },
    [at(0, 'B')],
  ],
  ['an automatic transformation', { mode: 'transform', source: span }, []],
  [
    'a reframe',
    { mode: 'reframe', source: span, placement: { x: -0.5, y: 0.1, width: 1.5, height: 0.25 } },
    [],
  ],
]

it.each(SHOTS)('a take of %s gives its shot its settings back', (_name, fields, pins) => {
  const made = addShot(project, shotWith(fields), pins)
  const recipe = recipeOf(made, shotOf(made, SHOT))
  const isMade = fields.mode === 'text' || fields.mode === 'pins'
  const changed = updateShot(addShotWithout(made, pins), {
    shotId: SHOT,
    patch: {
      ...{ prompt: 'Something else.', resolution: '360p', aspect: '1:1', loop: false, hdr: false },
      ...{ exrExport: false, edit: { strength: 'adhere_1' }, placement: null },
      ...(isMade ? { length: 5, mode: 'pins' } : {}),
    },
  })
  expect(recipeOf(changed, shotOf(changed, SHOT))).not.toBe(recipe)
  const restored = restoreShot(changed, { shotId: SHOT, recipe }, counting('pin'))
  expect(recipeOf(restored, shotOf(restored, SHOT))).toBe(recipe)
  expect(pinsOf(restored, SHOT).map(({ index }) => index)).toEqual(pins.map(({ index }) => index))
})

/** With one other pin in place of those. */
function addShotWithout(from: typeof project, pins: readonly Pin[]): typeof project {
  if (pins.length === 0) return from
  let left = from.pins
  for (const { id } of pins) left = left.without(id)
  return { ...from, pins: left.with(at(5, 'B')) }
}

it('refuses settings that name media which is gone, or say nothing', () => {
  const made = addShot(project, shotWith({ mode: 'pins' }), [at(0, 'A')])
  const recipe = recipeOf(made, shotOf(made, SHOT)).replace('key of A', 'key of nothing')
  expect(() => restoreShot(made, { shotId: SHOT, recipe }, counting('p'))).toThrow(
    /no longer in the project/,
  )
  expect(() => restoreShot(made, { shotId: SHOT, recipe: '{}' }, counting('p'))).toThrow(
    /cannot be read/,
  )
})

it('a take leaves the list and comes back, unless it is in the cut', () => {
  const shot = { shotId: SHOT, takeId: 'take 1' as TakeId }
  const made = addShot(project, shotWith(), [])
  const removed = removeTake(made, shot)
  expect(shotOf(removed, SHOT).removedTakes).toEqual(['take 1'])
  expect(shotOf(putBackTake(removed, shot), SHOT)).toEqual(shotOf(made, SHOT))
  const accepted = acceptTake(made, { shotId: SHOT, take: takeOf(1) })
  expect(() => removeTake(accepted, shot)).toThrow(/is in the cut; accept another one/)
})
