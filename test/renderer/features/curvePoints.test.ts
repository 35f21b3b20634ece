import { expect, test } from 'vitest'
import {
  movedPoint,
  STRAIGHT,
  withChannel,
  withoutPoint,
  withPoint,
} from '../../../renderer/features/inspector/curvePoints.ts'

const bent = [
  { input: 0, output: 0 },
  { input: 0.4, output: 0.6 },
  { input: 1, output: 1 },
]

test('a new point finds its place by its input, and none is set upon another', () => {
  expect(withPoint(STRAIGHT, { input: 0.4, output: 0.6 })).toEqual({ points: bent, at: 1 })
  expect(withPoint(bent, { input: 0.405, output: 0.1 })).toBe(null)
  expect(withPoint(STRAIGHT, { input: 0.5, output: 1.4 })?.points[1]).toEqual({
    input: 0.5,
    output: 1,
  })
})

test('a moved point stays between its neighbours and within the plane', () => {
  expect(movedPoint(bent, 1, { input: 0.7, output: -1 })[1]).toEqual({ input: 0.7, output: 0 })
  expect(movedPoint(bent, 1, { input: 3, output: 0.5 })[1]).toEqual({ input: 0.99, output: 0.5 })
  expect(movedPoint(bent, 0, { input: -1, output: 0.2 })[0]).toEqual({ input: 0, output: 0.2 })
})

test('two points remain; a straight channel is none, and without any the curves are gone', () => {
  expect(withoutPoint(bent, 1)).toEqual(STRAIGHT)
  expect(withoutPoint(STRAIGHT, 0)).toBe(STRAIGHT)
  expect(withChannel({ red: bent }, 'master', bent)).toEqual({ red: bent, master: bent })
  expect(withChannel({ red: bent, master: bent }, 'red', STRAIGHT)).toEqual({ master: bent })
  expect(withChannel({ red: bent }, 'red', STRAIGHT)).toBe(null)
})
