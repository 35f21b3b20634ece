import { expect, test } from 'vitest'
import { marksOn } from '../../../../renderer/features/viewer/metersPicture.ts'

test('the scale has as many marks as there is room for, its ends always', () => {
  expect([marksOn(400), marksOn(200), marksOn(90), marksOn(10)]).toEqual([
    [0, -3, -6, -12, -18, -24, -30, -36, -42, -48, -54, -60],
    [0, -6, -12, -18, -24, -30, -36, -42, -48, -54, -60],
    [0, -12, -24, -36, -48, -60],
    [0],
  ])
})
