import { expect, test } from 'vitest'
import {
  cropped,
  moved,
  scaled,
  turned,
} from '../../../renderer/features/viewer/handles/handleGeometry.ts'

const canvas = { width: 1000, height: 500 }
const frame = { centerX: 500, centerY: 250, width: 400, height: 200, rotation: 0 }

test('a move is a fraction of the canvas, along one axis where it should be straight', () => {
  const by = { x: 100, y: -25 }
  expect(moved({ positionX: 0.1 }, canvas, by, false)).toEqual({ positionX: 0.2, positionY: -0.05 })
  expect(moved({}, canvas, by, true)).toEqual({ positionX: 0.1, positionY: 0 })
})

test('a corner scales by its distance from the middle', () => {
  const from = { x: 700, y: 350 }
  expect(scaled({ scale: 0.5 }, frame, from, { x: 900, y: 450 })).toEqual({ scale: 1 })
  expect(scaled({ scale: 0.5 }, frame, from, { x: 500, y: 250 })).toEqual({ scale: 0 })
})

test('the knob turns about the middle, the short way round and in even steps on demand', () => {
  const up = { x: 500, y: 150 }
  expect(turned({ rotation: 10 }, frame, up, { x: 600, y: 250 }, false)).toEqual({ rotation: 100 })
  const left = { x: 400, y: 251 }
  expect(turned({}, frame, left, { x: 400, y: 249 }, false).rotation).toBeCloseTo(1.1, 1)
  expect(turned({}, frame, up, { x: 560, y: 160 }, true)).toEqual({ rotation: 30 })
})

test('a side crops the picture as it lies, and something remains', () => {
  expect(cropped({ cropLeft: 0.1 }, frame, 'Left', { x: 40, y: 7 })).toEqual({ cropLeft: 0.2 })
  expect(cropped({ cropLeft: 0.3 }, frame, 'Right', { x: -400, y: 0 })).toEqual({ cropRight: 0.69 })
  const upright = { ...frame, rotation: 90 }
  expect(cropped({}, upright, 'Top', { x: -20, y: 0 })).toEqual({ cropTop: 0.1 })
})
