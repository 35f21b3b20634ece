import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  centred,
  centredFill,
  GRIP_NAMES,
  GRIPS,
  guidesOf,
  hasShapeOf,
  moved,
  type Pull,
  pulled,
  scaled,
  shapeOf,
  snappedMove,
  snappedPull,
  viewOf,
} from '../../../renderer/features/inspector/placementGeometry.ts'
import { RAY_3_2 } from '../../../shared/generation/models.ts'
import type { Placement } from '../../../shared/model/shot.ts'

const limits = RAY_3_2.limits.sourcePosition
const upright = shapeOf('9:16')
const wide = { width: 16, height: 9 }
const start: Placement = { x: 0.25, y: 0.25, width: 0.5, height: 0.25 }
const pull = (grip: keyof typeof GRIPS, more: Partial<Pull> = {}): Pull => ({
  ...{ grip: GRIPS[grip], keepsShape: true, fromCentre: false },
  ...more,
})

describe('the source in a new frame', () => {
  it('has a shape of its own, one high', () => {
    expect([shapeOf('9:16'), shapeOf('1:1')]).toEqual([
      { width: 0.5625, height: 1 },
      { width: 1, height: 1 },
    ])
  })

  it('covers the whole frame, in the middle, as far as the model lets it reach', () => {
    expect(centredFill({ width: 4, height: 3 }, shapeOf('1:1'), limits)).toEqual({
      ...{ x: -0.166667, y: 0, width: 1.333333, height: 1 },
    })
    expect(centredFill(wide, upright, limits)).toEqual({
      ...{ x: -0.5, y: 0.18359375, width: 2, height: 0.6328125 },
      ...{ y: 0.183594, height: 0.632813 },
    })
    expect(centred({ ...start, x: 9 }, limits)).toEqual({ ...start, x: 0.25, y: 0.375 })
  })

  it('is moved within what the model takes and keeps its size', () => {
    expect(moved(start, { x: 0.1, y: -0.1 }, limits)).toEqual({ ...start, x: 0.35, y: 0.15 })
    expect(moved(start, { x: 9, y: -9 }, limits)).toEqual({ ...start, x: 2, y: -2 })
  })

  it.each([
    // Along the diagonal, in a square: as far as the pointer went on it.
    ['bottomRight', { x: 0.5, y: 0.25 }, { x: 0.25, y: 0.25, width: 1, height: 0.5 }],
    ['topLeft', { x: 0.25, y: 0.125 }, { x: 0.5, y: 0.375, width: 0.25, height: 0.125 }],
    ['topRight', { x: 0.5, y: -0.25 }, { x: 0.25, y: 0, width: 1, height: 0.5 }],
    ['bottomLeft', { x: 0.25, y: -0.125 }, { x: 0.5, y: 0.25, width: 0.25, height: 0.125 }],
    // An edge: the one opposite stays, the others go out alike.
    ['right', { x: 0.25, y: 9 }, { x: 0.25, y: 0.1875, width: 0.75, height: 0.375 }],
    ['left', { x: 0.25, y: 9 }, { x: 0.5, y: 0.3125, width: 0.25, height: 0.125 }],
    ['top', { x: 9, y: -0.25 }, { x: 0, y: 0, width: 1, height: 0.5 }],
    ['bottom', { x: 9, y: -0.125 }, { x: 0.375, y: 0.25, width: 0.25, height: 0.125 }],
  ] as const)('is pulled at %s in its own shape', (grip, by, wanted) => {
    expect(pulled(start, pull(grip), by, shapeOf('1:1'), limits)).toEqual(wanted)
  })

  it('is pulled out of its shape one side at a time, and from the middle both ways', () => {
    const free = { keepsShape: false }
    const square = shapeOf('1:1')
    expect(pulled(start, pull('bottomRight', free), { x: 0.1, y: 0.2 }, square, limits)).toEqual({
      ...start,
      width: 0.6,
      height: 0.45,
    })
    expect(pulled(start, pull('left', free), { x: 0.1, y: 0.2 }, square, limits)).toEqual({
      ...{ ...start, x: 0.35, width: 0.4 },
    })
    const both = { fromCentre: true }
    expect(pulled(start, pull('right', both), { x: 0.25, y: 0 }, square, limits)).toEqual({
      ...{ x: 0, y: 0.125, width: 1, height: 0.5 },
    })
  })

  it('is never smaller than a twentieth of the frame, nor larger than the model takes', () => {
    const corner = { grip: GRIPS.bottomRight, fromCentre: false }
    expect(scaled(start, corner, 0, limits)).toEqual({ ...start, width: 0.1, height: 0.05 })
    expect(scaled(start, corner, 99, limits)).toEqual({ ...start, width: 2, height: 1 })
  })

  it('comes to rest on edges and middle that are near, and says on which', () => {
    const reach = { x: 0.02, y: 0.02 }
    const near = snappedMove({ ...start, x: 0.262, y: 0.735 }, reach, limits)
    expect(near).toEqual({ ...start, x: 0.25, y: 0.75 })
    expect(guidesOf(near)).toEqual({ across: [0.5], down: [1] })
    const far = { ...start, x: 0.28, y: 0.7 }
    expect(snappedMove(far, reach, limits)).toEqual(far)
    expect(guidesOf(far)).toEqual({ across: [], down: [] })
    expect(guidesOf({ x: 0, y: 0, width: 1, height: 1 })).toEqual({
      ...{ across: [0, 0.5, 1], down: [0, 0.5, 1] },
    })
  })

  it('lets a pulled side come to rest, in its shape or out of it', () => {
    const reach = { x: 0.02, y: 0.02 }
    const square = shapeOf('1:1')
    const ends = { x: 0.25, y: 0.25, width: 0.75, height: 0.375 }
    const along = { x: 0.24, y: 0.12 }
    expect(snappedPull(start, pull('bottomRight'), along, reach, square, limits)).toEqual(ends)
    expect(snappedPull(start, pull('right'), { x: 0.24, y: 9 }, reach, square, limits)).toEqual({
      ...ends,
      y: 0.1875,
    })
    const free = { keepsShape: false }
    expect(snappedPull(start, pull('bottomRight', free), along, reach, square, limits)).toEqual({
      ...{ ...ends, height: 0.37 },
    })
    expect(
      snappedPull(
        ...([start, pull('left', { fromCentre: true }), { x: -0.24, y: 0 }] as const),
        ...([reach, square, limits] as const),
      ),
    ).toEqual({ x: 0, y: 0.125, width: 1, height: 0.5 })
    expect(snappedPull(start, pull('right'), { x: 0.2, y: 0 }, reach, square, limits)).toEqual(
      pulled(start, pull('right'), { x: 0.2, y: 0 }, square, limits),
    )
  })

  it('keeps what lies opposite, its shape and the limits, wherever it is pulled', () => {
    const part = fc.double({ min: -1.5, max: 1.5, noNaN: true })
    const length = fc.double({ min: 0.06, max: 1.5, noNaN: true })
    fc.assert(
      fc.property(
        fc.record({ x: part, y: part, width: length, height: length }),
        fc.constantFrom(...GRIP_NAMES),
        fc.record({ x: part, y: part }),
        fc.constantFrom('9:16', '1:1', '21:9'),
        fc.boolean(),
        fc.boolean(),
        (from, name, by, aspect, keepsShape, fromCentre) => {
          const canvas = shapeOf(aspect)
          const grip = GRIPS[name]
          const to = pulled(from, { grip, keepsShape, fromCentre }, by, canvas, limits)
          expect(Math.min(to.width, to.height)).toBeGreaterThanOrEqual(0.0499)
          expect(Math.max(to.width, to.height)).toBeLessThanOrEqual(2)
          if (keepsShape) {
            const shape = { width: from.width * canvas.width, height: from.height * canvas.height }
            expect(hasShapeOf(to, shape, canvas)).toBe(true)
          }
          for (const [axis, side] of [
            ['x', 'width'],
            ['y', 'height'],
          ] as const) {
            if (Math.abs(to[axis]) === limits.offset) continue
            const part = fromCentre || grip[axis] === 0 ? 0.5 : grip[axis] === 1 ? 0 : 1
            expect(to[axis] + part * to[side]).toBeCloseTo(from[axis] + part * from[side], 5)
          }
        },
      ),
      { seed: 20261123 },
    )
  })

  it('is shown whole, with the whole frame, whatever lies outside it', () => {
    const stage = { width: 8, height: 5 }
    fc.assert(
      fc.property(
        fc.record({
          x: fc.double({ min: -2, max: 2, noNaN: true }),
          y: fc.double({ min: -2, max: 2, noNaN: true }),
          width: fc.double({ min: 0.05, max: 2, noNaN: true }),
          height: fc.double({ min: 0.05, max: 2, noNaN: true }),
        }),
        fc.constantFrom('9:16', '16:9', '21:9'),
        (placement, aspect) => {
          const canvas = shapeOf(aspect)
          const view = viewOf(placement, stage, canvas)
          expect(view.left).toBeLessThan(Math.min(0, placement.x))
          expect(view.top).toBeLessThan(Math.min(0, placement.y))
          expect(view.left + view.width).toBeGreaterThan(Math.max(1, placement.x + placement.width))
          expect(view.top + view.height).toBeGreaterThan(
            Math.max(1, placement.y + placement.height),
          )
          expect((view.width * canvas.width) / (view.height * canvas.height)).toBeCloseTo(8 / 5)
        },
      ),
      { seed: 20261123 },
    )
  })
})
