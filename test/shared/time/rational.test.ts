import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  divide,
  equals,
  formatRational,
  max,
  min,
  multiply,
  negate,
  parseRational,
  type Rational,
  rational,
  rationalSchema,
  round,
  subtract,
  toNumber,
} from '../../../shared/time/rational.ts'
import { seeded } from '../model/seeded.ts'

const small = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 100_000 }))
  .map(([num, den]) => rational(num, den))

describe('rational', () => {
  it('is reduced, with a positive denominator', () => {
    expect([rational(50, -4), rational(0, -3), rational(30000, 1001)]).toEqual([
      { num: -25, den: 2 },
      { num: 0, den: 1 },
      { num: 30000, den: 1001 },
    ])
  })

  it.each<[string, () => unknown, string]>([
    ['0 below', () => rational(1, 0), 'A rational number cannot have the denominator 0'],
    ['parts of integers', () => rational(1.5), '1.5/1 is not a fraction of whole numbers'],
    [
      'results beyond exactness',
      () => multiply(rational(2 ** 52), rational(2 ** 52)),
      '20282409603651670423947251286016/1 is too large for exact time arithmetic',
    ],
    ['words', () => parseRational('fast'), '"fast" is not a number such as 24, 12.5 or 30000/1001'],
  ])('refuses %s', (_, act, message) => {
    expect(act).toThrow(new RangeError(message))
  })

  it.each<[string, Rational]>([
    ['24', rational(24)],
    [' 30000/1001 ', rational(30000, 1001)],
    ['16:9', rational(16, 9)],
    ['12.5', rational(25, 2)],
    ['-0.5', rational(-1, 2)],
    ['0.041666', rational(20833, 500000)],
  ])('reads %s exactly', (text, expected) => {
    expect(parseRational(text)).toEqual(expected)
  })

  it.each([
    [rational(7, 2), 3, 4, 4],
    [rational(-7, 2), -4, -3, -3],
    [rational(10, 3), 3, 4, 3],
    [rational(-10, 3), -4, -3, -3],
    [rational(5), 5, 5, 5],
  ])('rounds %o down, up and to the nearest', (value, floor, ceil, nearest) => {
    expect([round(value, 'floor'), round(value, 'ceil'), round(value, 'nearest')]).toEqual([
      floor,
      ceil,
      nearest,
    ])
  })

  it('is read from JSON reduced', () => {
    expect(rationalSchema.parse({ num: 50, den: 2 })).toEqual({ num: 25, den: 1 })
    expect(rationalSchema.safeParse({ num: 1, den: 0 }).success).toBe(false)
    expect(rationalSchema.safeParse({ num: 0.5, den: 1 }).success).toBe(false)
  })

  it('keeps the laws of arithmetic', () => {
    fc.assert(
      fc.property(small, small, small, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a))
        expect(subtract(add(a, b), b)).toEqual(a)
        expect(negate(negate(a))).toEqual(a)
        expect(compare(a, b)).toBe(-compare(b, a) || 0)
        expect(equals(min(a, b), max(a, b))).toBe(equals(a, b))
        expect(Math.sign(toNumber(subtract(a, b)))).toBe(compare(a, b))
        expect(parseRational(formatRational(a))).toEqual(a)
        if (b.num !== 0) expect(divide(multiply(a, b), b)).toEqual(a)
        const sum = multiply(rational(c.num % 1000), add(a, b))
        const parts = add(multiply(rational(c.num % 1000), a), multiply(rational(c.num % 1000), b))
        expect(sum).toEqual(parts)
      }),
      seeded({ sample: 300, soak: 20_000 }),
    )
  })

  it('is exact up to the greatest safe integers, and refuses beyond them', () => {
    const safe = fc.oneof(
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
    )
    const whole = fc.tuple(
      safe,
      safe.filter((den) => den !== 0),
    )
    fc.assert(
      fc.property(whole, whole, ([a, b], [c, d]) => {
        const [x, y] = [rational(a, b), rational(c, d)]
        expect(x).toEqual(byBigInts(BigInt(a), BigInt(b)))
        const [p, q, r, s] = [x.num, x.den, y.num, y.den].map(BigInt) as [
          bigint,
          bigint,
          bigint,
          bigint,
        ]
        expect(tried(() => add(x, y))).toEqual(byBigInts(p * s + r * q, q * s))
        expect(tried(() => subtract(x, y))).toEqual(byBigInts(p * s - r * q, q * s))
        expect(tried(() => multiply(x, y))).toEqual(byBigInts(p * r, q * s))
        expect(tried(() => divide(x, y))).toEqual(byBigInts(p * s, q * r))
        expect(compare(x, y)).toBe(p * s < r * q ? -1 : p * s > r * q ? 1 : 0)
        const floor = floorOf(p, q)
        expect(round(x, 'floor')).toBe(Number(floor))
        expect(round(x, 'ceil')).toBe(Number(-floorOf(-p, q)))
        expect(round(x, 'nearest')).toBe(Number(floorOf(2n * p + q, 2n * q)))
      }),
      seeded({ sample: 1000, soak: 50_000 }),
    )
  })
})

const floorOf = (n: bigint, d: bigint): bigint => n / d - (n % d < 0n ? 1n : 0n)

/** Null where the result is beyond exactness or there is none. */
function byBigInts(num: bigint, den: bigint): Rational | null {
  if (den === 0n) return null
  let [divisor, rest] = [num < 0n ? -num : num, den < 0n ? -den : den]
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  if (den < 0n) divisor = -divisor
  const result = { num: Number(num / divisor), den: Number(den / divisor) }
  return Object.values(result).every(Number.isSafeInteger) ? result : null
}

function tried(act: () => Rational): Rational | null {
  try {
    return act()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
