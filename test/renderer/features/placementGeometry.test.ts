import { describe, expect, it } from 'vitest'
import {
  centredFit,
  fitAspect,
  movePlacement,
  sizePlacement,
} from '../../../renderer/features/inspector/placementGeometry.ts'

describe('the source in a new frame', () => {
  it('fits a shape into a box', () => {
    expect(fitAspect('9:16', { width: 300, height: 200 })).toEqual({ width: 112.5, height: 200 })
    expect(fitAspect('16:9', { width: 320, height: 200 })).toEqual({ width: 320, height: 180 })
  })

  it('starts centred, as large as fits', () => {
    expect(centredFit({ width: 1920, height: 1080 }, { width: 90, height: 160 })).toEqual({
      x: 0,
      y: 0.341796875,
      width: 1,
      height: 0.31640625,
    })
  })

  it('moves within the wire format and keeps its size', () => {
    const start = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 }
    expect(movePlacement(start, 0.1, -0.1)).toEqual({ x: 0.35, y: 0.15, width: 0.5, height: 0.5 })
    expect(movePlacement(start, 9, -9)).toEqual({ x: 2, y: -2, width: 0.5, height: 0.5 })
  })

  it('sizes in its own shape, between a twentieth and twice the frame', () => {
    const start = { x: 0, y: 0, width: 0.5, height: 0.25 }
    expect(sizePlacement(start, 0.5)).toEqual({ x: 0, y: 0, width: 1, height: 0.5 })
    expect(sizePlacement(start, 9)).toEqual({ x: 0, y: 0, width: 2, height: 1 })
    expect(sizePlacement(start, -9)).toEqual({ x: 0, y: 0, width: 0.1, height: 0.05 })
  })
})
