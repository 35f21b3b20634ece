/** A step of a random edit: a handful of numbers, read against the document it meets (randomEdit.ts). */
import fc from 'fast-check'

export interface Step {
  readonly kind: number
  /** What to act on. */
  readonly target: number
  readonly other: number
  readonly delta: number
  readonly frame: number
  readonly flag: boolean
}

export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat({ max: 999 }),
  target: fc.nat({ max: 1000 }),
  other: fc.nat({ max: 1000 }),
  delta: fc.integer({ min: -40, max: 40 }),
  frame: fc.nat({ max: 300 }),
  flag: fc.boolean(),
})
