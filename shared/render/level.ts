/** A value over the seconds of a sound: loudness or place. */

export interface Knot {
  /** Seconds from the sound's first sample; may lie outside of it. */
  readonly at: number
  readonly value: number
}

/** One number throughout, or straight lines from knot to knot, in order of time, and held outside of them. */
export type Level = number | readonly Knot[]

/** As one number where all knots have the same. */
export function levelThrough(knots: readonly Knot[]): Level {
  const first = knots[0]?.value ?? 0
  return knots.every(({ value }) => value === first) ? first : knots
}

/** The same level counted from `seconds` further on. */
export const later = (level: Level, seconds: number): Level =>
  typeof level === 'number' || seconds === 0
    ? level
    : level.map(({ at, value }) => ({ at: at - seconds, value }))

/** Fewer knots, between which no line strays further than `tolerance` from those left out. */
export function simplified(knots: readonly Knot[], tolerance: number): Knot[] {
  const kept = knots.slice(0, 1)
  let [low, high] = [-Infinity, Infinity]
  for (let i = 1; i < knots.length; i++) {
    const [from, before, to] = [kept.at(-1), knots[i - 1], knots[i]]
    if (!from || !before || !to) break
    const slope = (to.value - from.value) / (to.at - from.at)
    if (before !== from && (slope < low || slope > high)) {
      kept.push(before)
      low = (to.value - tolerance - before.value) / (to.at - before.at)
      high = (to.value + tolerance - before.value) / (to.at - before.at)
      continue
    }
    low = Math.max(low, (to.value - tolerance - from.value) / (to.at - from.at))
    high = Math.min(high, (to.value + tolerance - from.value) / (to.at - from.at))
  }
  const last = knots.at(-1)
  return last && knots.length > 1 ? [...kept, last] : kept
}

/**
 * The level as an ffmpeg expression of `seconds`, itself an expression. Choices are nested as a balanced tree, since
 * ffmpeg's parser allows only so much depth.
 */
export function levelExpression(level: Level, seconds: string, tolerance: number): string {
  if (typeof level === 'number') return number(level)
  const knots = simplified(level, tolerance)
  // Piece i is what lies before knot i: held before the first and behind the last.
  const piece = (i: number): string => {
    const [from, to] = [knots[i - 1], knots[i]]
    if (!from || !to) return number((to ?? from)?.value ?? 0)
    const slope = (to.value - from.value) / (to.at - from.at)
    if (slope === 0) return number(from.value)
    return `${number(from.value)}+(${seconds}-${number(from.at)})*(${number(slope)})`
  }
  const choice = (low: number, high: number): string => {
    if (low === high) return piece(low)
    const middle = (low + high) >> 1
    const bound = number(knots[middle]?.at ?? 0)
    return `if(lt(${seconds},${bound}),${choice(low, middle)},${choice(middle + 1, high)})`
  }
  return choice(0, knots.length)
}

/** Nine digits, without an exponent. */
function number(value: number): string {
  const digits = value === 0 ? 0 : Math.max(0, 8 - Math.floor(Math.log10(Math.abs(value))))
  const text = value.toFixed(Math.min(12, digits))
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
