/** Sound peaks as levels of detail: each level halves the one before it, so that any zoom reads a few pairs a pixel. Pure. */

/** (min, max) pairs as -128..127, side by side. */
export type PeakPairs = Int8Array

export interface PeakLevels {
  /** Pairs per second of the finest level. */
  readonly perSecond: number
  readonly levels: readonly PeakPairs[]
}

function halved(pairs: PeakPairs): PeakPairs {
  const count = Math.ceil(pairs.length / 4)
  const out = new Int8Array(count * 2)
  for (let index = 0; index < count; index++) {
    const at = index * 4
    const low = pairs[at] ?? 0
    const high = pairs[at + 1] ?? 0
    out[index * 2] = Math.min(low, pairs[at + 2] ?? low)
    out[index * 2 + 1] = Math.max(high, pairs[at + 3] ?? high)
  }
  return out
}

export function peakLevels(finest: PeakPairs, perSecond: number): PeakLevels {
  const levels = [finest]
  for (let last = finest; last.length > 64; ) {
    last = halved(last)
    levels.push(last)
  }
  return { perSecond, levels }
}

export interface Envelope {
  /** -1..1 */
  readonly low: number
  readonly high: number
}

/** Extremes over `[from, to)` seconds of the media; silence outside of it. */
export function envelope({ perSecond, levels }: PeakLevels, from: number, to: number): Envelope {
  const pairs = Math.max(1, (to - from) * perSecond)
  const level = Math.min(levels.length - 1, Math.max(0, Math.floor(Math.log2(pairs / 2))))
  const data = levels[level]
  const rate = perSecond / 2 ** level
  if (!data) return { low: 0, high: 0 }
  const first = Math.max(0, Math.floor(from * rate))
  const last = Math.min(data.length / 2, Math.max(first + 1, Math.ceil(to * rate)))
  let low = 0
  let high = 0
  for (let index = first; index < last; index++) {
    low = Math.min(low, data[index * 2] ?? 0)
    high = Math.max(high, data[index * 2 + 1] ?? 0)
  }
  return { low: low / 128, high: high / 127 }
}

/** Lifts quiet speech into sight: a tenth of full scale shows at a third of the height. */
export const lifted = (level: number): number => Math.sign(level) * Math.abs(level) ** 0.5
