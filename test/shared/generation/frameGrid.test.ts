import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fileFrameOfIndex,
  indexOfReference,
  indexOfSeconds,
  lastIndex,
  nearestFreeIndex,
  secondsOfIndex,
} from '../../../shared/generation/frameGrid.ts'
import { rational } from '../../../shared/time/rational.ts'

describe('the index grid', () => {
  it('ends at 120 for 5 s, 240 for 10 s and within an odd length', () => {
    expect([rational(5), rational(10), rational(1001, 240)].map(lastIndex)).toEqual([120, 240, 100])
  })

  it('goes between indexes and exact seconds without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 240 }), (index) => {
        expect(indexOfSeconds(secondsOfIndex(index), 240)).toBe(index)
      }),
    )
    expect(secondsOfIndex(1)).toEqual(rational(1, 24))
    expect(indexOfSeconds(rational(99), 120)).toBe(120)
    expect(indexOfSeconds(rational(-1), 120)).toBe(0)
  })

  it('understands the words and -1', () => {
    const indexes = (['first', 'last', -1, 7] as const).map((frame) => indexOfReference(frame, 120))
    expect(indexes).toEqual([0, 120, 120, 7])
  })

  it('shows the end index with the last picture of a file', () => {
    expect([0, 119, 120].map((index) => fileFrameOfIndex(index, 120))).toEqual([0, 119, 119])
  })

  it('finds the nearest free index, the earlier of two, or none', () => {
    expect(nearestFreeIndex(10, new Set([10]), 120)).toBe(9)
    expect(nearestFreeIndex(10, new Set([9, 10]), 120)).toBe(11)
    expect(nearestFreeIndex(500, new Set(), 120)).toBe(120)
    expect(nearestFreeIndex(-4, new Set([0]), 120)).toBe(1)
    expect(nearestFreeIndex(0, new Set([0, 1]), 1)).toBeNull()
  })
})
