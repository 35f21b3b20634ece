import { beforeEach, expect, test } from 'vitest'
import { setView, useViews, zoomBy, zoomTo } from '../../../renderer/features/viewer/view.ts'

beforeEach(() => {
  setView('program', { scale: null, x: 0.5, y: 0.5 })
  useViews.setState({ fits: { program: 0.5, source: 1 } })
})
const program = () => useViews.getState().program

test('zooming starts at the size that fits, about the point under the pointer', () => {
  zoomBy(2, 'program', { x: 0.25, y: 1 })
  expect(program()).toEqual({ scale: 1, x: 0.375, y: 0.75 })
  zoomBy(0.5, 'program', { x: 0.25, y: 1 })
  expect(program()).toEqual({ scale: 0.5, x: 0.5, y: 0.5 })
})

test('it ends at the limits and stays on the picture', () => {
  zoomBy(1e9, 'program', { x: 0, y: 0 })
  expect(program().scale).toBe(16)
  setView('program', { scale: 2, x: -3, y: 7 })
  expect(program()).toEqual({ scale: 2, x: 0, y: 1 })
  zoomTo(null, 'program')
  expect(program()).toEqual({ scale: null, x: 0.5, y: 0.5 })
})
