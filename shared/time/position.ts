/** A place in time as people read and type it: timecode, frames or seconds. */
import { type Frame, frameAt } from './frames.ts'
import { parseRational, type Rational } from './rational.ts'
import { formatTimecode, parseTimecode } from './timecode.ts'

export const TIME_DISPLAYS = ['timecode', 'frames', 'seconds'] as const
export type TimeDisplay = (typeof TIME_DISPLAYS)[number]

/** Seconds have as many decimals as tell every frame from the next. */
export function formatPosition(frame: Frame, rate: Rational, display: TimeDisplay): string {
  if (display === 'timecode') return formatTimecode(frame, rate)
  if (display === 'frames') return String(frame)
  return ((frame * rate.den) / rate.num).toFixed(rate.num > 100 * rate.den ? 3 : 2)
}

/**
 * What is typed where positions read so: a plain number counts frames or seconds, with a sign from `current` on; all else
 * is read as timecode. Null where it means nothing.
 */
export function parsePosition(
  text: string,
  rate: Rational,
  current: Frame,
  display: TimeDisplay,
): Frame | null {
  const [, sign, digits] = /^\s*([+-]?)\s*(\d{1,9})\s*$/.exec(text) ?? []
  if (digits === undefined || display === 'timecode') return parseTimecode(text, rate, current)
  const amount =
    display === 'frames' ? Number(digits) : frameAt(parseRational(digits), rate, 'nearest')
  return sign === '' ? amount : sign === '+' ? current + amount : current - amount
}
