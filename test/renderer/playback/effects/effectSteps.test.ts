import { expect, test } from 'vitest'
import { effectSteps } from '../../../../renderer/playback/effects/effectSteps.ts'
import type { ColorTable } from '../../../../shared/render/colorTable.ts'
import type { EffectAt, GradeAt } from '../../../../shared/render/effectAt.ts'

const neutral: GradeAt = {
  ...{ kind: 'grade', exposure: 0, contrast: 1, temperature: 0, saturation: 1, lutStrength: 1 },
}
const bright: GradeAt = { ...neutral, exposure: 1 }
const key: EffectAt = {
  ...{ kind: 'key', color: '#00b140', tolerance: 0.3, softness: 0.1, spill: 0.5 },
}

/** Tables are called by what they are made of. */
const steps = (effects: readonly EffectAt[]) =>
  effectSteps(
    effects,
    1000,
    (colors) => colors.map(({ kind }) => kind).join('+') as unknown as ColorTable,
  )

test('neighbouring grades and keys are one table; lengths become pixels', () => {
  expect(
    steps([
      ...[bright, key, { kind: 'blur', radius: 0.02 } as const, bright],
      { kind: 'sharpen', amount: 0.5, radius: 0.004 },
      { kind: 'vignette', amount: -0.4, size: 0.75, softness: 0.5 },
    ]),
  ).toEqual([
    { kind: 'color', table: 'grade+key' },
    { kind: 'blur', sigma: 10 },
    { kind: 'color', table: 'grade' },
    { kind: 'sharpen', amount: 0.5, sigma: 2 },
    { kind: 'vignette', amount: -0.4, from: 0.5, to: 1 },
  ])
})

test('what changes nothing costs nothing, and does not part its neighbours', () => {
  expect(
    steps([
      neutral,
      { kind: 'blur', radius: 0 },
      { kind: 'sharpen', amount: 0, radius: 0.01 },
      { kind: 'vignette', amount: 0, size: 0.5, softness: 0.5 },
    ]),
  ).toEqual([])
  expect(steps([bright, { kind: 'blur', radius: 0 }, key])).toEqual([
    { kind: 'color', table: 'grade+key' },
  ])
})

test('a curve makes a grade a change, and a hard vignette keeps an edge to be drawn', () => {
  const curves = { red: [{ input: 0, output: 0.5 }] }
  expect(
    steps([
      { ...neutral, curves },
      { kind: 'vignette', amount: 1, size: 0.5, softness: 0 },
    ]),
  ).toEqual([
    { kind: 'color', table: 'grade' },
    { kind: 'vignette', amount: 1, from: 0.4995, to: 0.5005 },
  ])
})
