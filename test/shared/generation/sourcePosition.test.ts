import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  centredFit,
  readSourcePosition,
  toPixels,
  writeSourcePosition,
} from '../../../shared/generation/sourcePosition.ts'

const example = { x: 0.62, y: 0.5, width: 0.42, height: 0.95 }

describe('reading the wire', () => {
  it('takes x and y for the top-left corner', () => {
    const wire = { x: 0, y: 0.34, width: 1, height: 0.32 }
    expect(readSourcePosition(wire)).toEqual({ rect: wire, reading: 'topLeft' })
  })

  it('takes them for the centre where only so the source fits, and says so', () => {
    const read = readSourcePosition(example)
    expect(read.reading).toBe('centre')
    expect(read.note).toEqual({ key: 'take:positionAsCentre' })
    expect(read.rect.x).toBeCloseTo(0.41, 12)
    expect(read.rect.y).toBeCloseTo(0.025, 12)
  })

  it('keeps the top-left corner where neither reading fits', () => {
    const wire = { x: 0.9, y: 0.9, width: 1, height: 1 }
    expect(readSourcePosition(wire).reading).toBe('topLeft')
  })

  it('obeys a forced reading both ways', () => {
    expect(readSourcePosition(example, 'topLeft')).toEqual({ rect: example, reading: 'topLeft' })
    const full = { x: 0.5, y: 0.5, width: 1, height: 1 }
    expect(readSourcePosition(full, 'centre').rect).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  })
})

describe('pixels', () => {
  it('writes top-left fractions of the canvas', () => {
    const rect = { x: 480, y: 0, width: 960, height: 1080 }
    expect(writeSourcePosition(rect, { width: 1920, height: 1080 })).toEqual({
      x: 0.25,
      y: 0,
      width: 0.5,
      height: 1,
    })
  })

  it('come back to the same whole pixels', () => {
    const side = fc.integer({ min: 360, max: 2520 })
    const offset = fc.integer({ min: -700, max: 700 })
    fc.assert(
      fc.property(side, side, offset, offset, side, side, (cw, ch, x, y, width, height) => {
        const canvas = { width: cw, height: ch }
        const wire = writeSourcePosition({ x, y, width, height }, canvas)
        const back = toPixels(readSourcePosition(wire, 'topLeft').rect, canvas)
        expect(Object.values(back).map(Math.round)).toEqual([x, y, width, height])
      }),
    )
  })
})

describe('no source position', () => {
  it('fits the whole source in the middle', () => {
    const canvas = { width: 720, height: 1280 }
    const rect = toPixels(centredFit({ width: 1920, height: 1080 }, canvas), canvas)
    expect(rect).toEqual({ x: 0, y: 437.5, width: 720, height: 405 })
  })
})
