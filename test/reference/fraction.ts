/** Fractions of whole numbers of any size, for the reference painter's times. Shares nothing with shared/time. */

export interface Fraction {
  readonly top: bigint
  /** Above 0. */
  readonly bottom: bigint
}

export const fraction = (top: number | bigint, bottom: number | bigint = 1): Fraction =>
  BigInt(bottom) < 0n
    ? { top: -BigInt(top), bottom: -BigInt(bottom) }
    : { top: BigInt(top), bottom: BigInt(bottom) }

/** What the document stores. */
export const stored = ({ num, den }: { readonly num: number; readonly den: number }): Fraction =>
  fraction(num, den)

export const sum = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)

export const product = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.top * b.top, a.bottom * b.bottom)

export const quotient = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.top * b.bottom, a.bottom * b.top)

export const isAtMost = (a: Fraction, b: Fraction): boolean => a.top * b.bottom <= b.top * a.bottom

export function wholeBelow({ top, bottom }: Fraction): number {
  const rest = ((top % bottom) + bottom) % bottom
  return Number((top - rest) / bottom)
}

export const approximately = ({ top, bottom }: Fraction): number => Number(top) / Number(bottom)

/** To a billionth. */
export const nearly = (value: number): Fraction =>
  fraction(BigInt(Math.round(value * 1e9)), 10n ** 9n)
