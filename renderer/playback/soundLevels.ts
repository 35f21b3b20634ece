/** How a level meter moves: up at once, down slowly, the highest of the last moments held. Pure. */

/** What of one channel is drawn; decibels of full scale. */
export interface MeterLevel {
  readonly level: number
  readonly held: number
  /** Seconds for which `held` still stands. */
  readonly holds: number
}

/** Below this nothing is drawn. */
export const QUIETEST = -60
/** Decibels a second, a digital peak meter's return by IEC 60268-18: 20 dB in 1.7 s. */
const FALL = 20 / 1.7
const HOLD_SECONDS = 1.5

export const SILENT: MeterLevel = { level: QUIETEST, held: QUIETEST, holds: 0 }

/** @param factor a sample's size, 1 is full scale */
export const decibels = (factor: number): number =>
  factor > 0 ? Math.max(QUIETEST, 20 * Math.log10(factor)) : QUIETEST

/** @param peak the largest sample since then, decibels; `seconds` have passed */
export function moved(
  { level, held, holds }: MeterLevel,
  peak: number,
  seconds: number,
): MeterLevel {
  const now = Math.max(peak, level - FALL * seconds, QUIETEST)
  if (now >= held) return { level: now, held: now, holds: HOLD_SECONDS }
  if (holds > seconds) return { level: now, held, holds: holds - seconds }
  return { level: now, held: Math.max(now, held - FALL * (seconds - holds)), holds: 0 }
}

export const isSilent = ({ level, held }: MeterLevel): boolean =>
  level <= QUIETEST && held <= QUIETEST

/** The clock is read a little apart from the samples: so many of them are looked at twice. */
const TWICE = 256

/**
 * The largest size among the newest samples: from `from` before the last one, to `to` before it. What lies further back
 * than `samples` reaches is gone.
 */
export function largestSince(samples: Float32Array, from: number, to: number): number {
  const last = Math.max(0, samples.length - to)
  const first = Math.max(0, samples.length - from - TWICE)
  let most = 0
  for (let i = first; i < last; i++) most = Math.max(most, Math.abs(samples[i] ?? 0))
  return most
}
