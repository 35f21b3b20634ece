/**
 * SMPTE timecode (ST 12-1): HH:MM:SS:FF, with a semicolon before the frames where drop-frame counting is used.
 * Drop-frame skips frame numbers, never frames: 2 per minute at 29.97 (4 at 59.94, 8 at 119.88), except in
 * every tenth minute.
 */
import type { Frame } from './frames.ts'
import { type Rational, round } from './rational.ts'

/** Frame numbers in one timecode second: 30 for 29.97. */
const nominal = (rate: Rational): number => round(rate, 'nearest')

/** Drop-frame exists for the 1000/1001 rates of the 30 family only; 23.976 has none. */
export const supportsDropFrame = (rate: Rational): boolean =>
  rate.den === 1001 && rate.num % 30000 === 0

const droppedPerMinute = (rate: Rational): number => (nominal(rate) / 30) * 2

const pad = (n: number): string => String(n).padStart(2, '0')

/** `dropFrame` defaults to what the rate calls for. Negative frames get a leading minus. */
export function formatTimecode(
  frame: Frame,
  rate: Rational,
  dropFrame: boolean = supportsDropFrame(rate),
): string {
  if (frame < 0) return `-${formatTimecode(-frame, rate, dropFrame)}`
  const perSecond = nominal(rate)
  let number = frame
  if (dropFrame) {
    const dropped = droppedPerMinute(rate)
    const perMinute = perSecond * 60 - dropped
    const perTenMinutes = perMinute * 10 + dropped
    const tens = Math.floor(frame / perTenMinutes)
    const rest = frame % perTenMinutes
    const minutes = rest < perSecond * 60 ? 0 : 1 + Math.floor((rest - perSecond * 60) / perMinute)
    number += tens * 9 * dropped + minutes * dropped
  }
  const ff = number % perSecond
  const total = Math.floor(number / perSecond)
  const width = perSecond > 100 ? 3 : 2
  return `${pad(Math.floor(total / 3600))}:${pad(Math.floor(total / 60) % 60)}:${pad(total % 60)}${
    dropFrame ? ';' : ':'
  }${String(ff).padStart(width, '0')}`
}

/**
 * What an editor types into a timecode field (conventions.md): full or partial timecode from the right
 * (`1500` is 15:00, `1:02:03`), `+30` and `-1:00` relative to `current`, `2.5` as seconds.
 * Returns null where the text means nothing, so that a field can keep its old value and say so.
 */
export function parseTimecode(text: string, rate: Rational, current: Frame = 0): Frame | null {
  const trimmed = text.trim()
  const relative = /^([+-])\s*(.+)$/.exec(trimmed)
  if (relative?.[2] !== undefined) {
    const amount = absolute(relative[2], rate, true)
    return amount === null ? null : relative[1] === '+' ? current + amount : current - amount
  }
  return absolute(trimmed, rate, false)
}

function absolute(text: string, rate: Rational, isDuration: boolean): Frame | null {
  const seconds = /^(\d*)[.,](\d+)$/.exec(text)
  if (seconds) return Math.round((Number(`${seconds[1] || 0}.${seconds[2]}`) * rate.num) / rate.den)
  const parts = /^\d+$/.test(text) ? digitPairs(text, rate, isDuration) : separated(text)
  if (!parts) return null
  const [hours, minutes, secs, frames] = parts
  const perSecond = nominal(rate)
  if (minutes > 59 || secs > 59 || frames >= perSecond) {
    // Typing 90 for "90 frames" is normal in a partial entry; a full timecode must be a real one.
    if (hours > 0 && (minutes > 59 || secs > 59)) return null
  }
  const number = ((hours * 60 + minutes) * 60 + secs) * perSecond + frames
  const drop = supportsDropFrame(rate) && !isDuration
  if (!drop) return number
  const totalMinutes = hours * 60 + minutes
  const dropped = droppedPerMinute(rate)
  const skipped = secs === 0 && frames < dropped && totalMinutes % 10 !== 0 ? dropped - frames : 0
  return number + skipped - dropped * (totalMinutes - Math.floor(totalMinutes / 10))
}

type Parts = readonly [hours: number, minutes: number, seconds: number, frames: number]

function digitPairs(digits: string, rate: Rational, isDuration: boolean): Parts | null {
  if (isDuration && digits.length <= 2) return [0, 0, 0, Number(digits)]
  const width = nominal(rate) > 100 ? 3 : 2
  const padded = digits.padStart(6 + width, '0')
  if (padded.length > 6 + width) return null
  return [
    Number(padded.slice(0, 2)),
    Number(padded.slice(2, 4)),
    Number(padded.slice(4, 6)),
    Number(padded.slice(6)),
  ]
}

function separated(text: string): Parts | null {
  const pieces = text.split(/[:;]/)
  if (pieces.length < 2 || pieces.length > 4 || !pieces.every((p) => /^\d{1,3}$/.test(p)))
    return null
  const [hours, minutes, seconds, frames] = [...Array(4 - pieces.length).fill('0'), ...pieces].map(
    Number,
  )
  return [hours ?? 0, minutes ?? 0, seconds ?? 0, frames ?? 0]
}
