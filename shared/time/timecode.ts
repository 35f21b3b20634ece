/**
 * SMPTE timecode (ST 12-1): HH:MM:SS:FF, with a semicolon before the frames where drop-frame counting is used.
 * Drop-frame skips frame numbers, never frames: 2 per minute at 29.97 (4 at 59.94, 8 at 119.88), except in
 * every tenth minute.
 */
import { type Frame, frameAt } from './frames.ts'
import { parseRational, type Rational, round } from './rational.ts'

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
  return `${pad(Math.floor(total / 3600))}:${pad(Math.floor(total / 60) % 60)}:${pad(total % 60)}${
    dropFrame ? ';' : ':'
  }${String(ff).padStart(frameDigits(rate), '0')}`
}

/**
 * What an editor types into a timecode field (conventions.md): full or partial timecode from the right
 * (`1500` is 15:00, `1:02:03`), `+30` and `-1:00` relative to `current`, `2.5` as seconds. Parts of a partial entry
 * carry (`90` is 90 frames); a full timecode must be a real one, except that a number skipped by drop-frame means
 * the next frame. A relative amount counts frames and whole timecode seconds, without drop-frame.
 * Returns null where the text means nothing, so that a field can keep its old value and say so.
 */
export function parseTimecode(
  text: string,
  rate: Rational,
  current: Frame = 0,
  dropFrame: boolean = supportsDropFrame(rate),
): Frame | null {
  const [, sign, rest = ''] = /^([+-]?)\s*(.+)$/.exec(text.trim()) ?? []
  const amount =
    parseSeconds(rest, rate) ??
    frameOf(partsOf(rest, rate, Boolean(sign)), rate, dropFrame && !sign)
  if (amount === null || !sign) return amount
  return sign === '+' ? current + amount : current - amount
}

/** `2.5`, `2,5` or `.5`; exact, to the nearest frame. */
function parseSeconds(text: string, rate: Rational): Frame | null {
  const [, whole, decimals] = /^(\d{0,9})[.,](\d{1,6})$/.exec(text) ?? []
  if (decimals === undefined) return null
  return frameAt(parseRational(`${whole || 0}.${decimals}`), rate, 'nearest')
}

interface Parts {
  /** Hours, minutes, seconds, frames. */
  readonly numbers: readonly [number, number, number, number]
  readonly isFull: boolean
}

function frameOf(parts: Parts | null, rate: Rational, dropFrame: boolean): Frame | null {
  if (!parts) return null
  const [hours, minutes, seconds, frames] = parts.numbers
  const perSecond = nominal(rate)
  if (parts.isFull && (minutes > 59 || seconds > 59 || frames >= perSecond)) return null
  const number = ((hours * 60 + minutes) * 60 + seconds) * perSecond + frames
  if (!dropFrame) return number
  const perMinute = perSecond * 60
  const dropped = droppedPerMinute(rate)
  const minute = Math.floor(number / perMinute)
  const skipped = minute % 10 === 0 ? 0 : Math.max(0, dropped - (number % perMinute))
  return number + skipped - dropped * (minute - Math.floor(minute / 10))
}

/** Frames have three digits above 100 per second. */
const frameDigits = (rate: Rational): number => (nominal(rate) > 100 ? 3 : 2)

function partsOf(text: string, rate: Rational, isRelative: boolean): Parts | null {
  if (!/^\d+$/.test(text)) return separated(text)
  const full = 6 + frameDigits(rate)
  if (text.length > full) return null
  // `+100` is one second, but `+90` are 90 frames.
  if (isRelative && text.length <= 2) return { numbers: [0, 0, 0, Number(text)], isFull: false }
  const padded = text.padStart(full, '0')
  return {
    numbers: [
      Number(padded.slice(0, 2)),
      Number(padded.slice(2, 4)),
      Number(padded.slice(4, 6)),
      Number(padded.slice(6)),
    ],
    isFull: text.length === full,
  }
}

function separated(text: string): Parts | null {
  const pieces = text.split(/[:;]/)
  if (pieces.length < 2 || pieces.length > 4 || !pieces.every((p) => /^\d{1,3}$/.test(p))) {
    return null
  }
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = [
    ...Array<string>(4 - pieces.length).fill('0'),
    ...pieces,
  ].map(Number)
  return { numbers: [hours, minutes, seconds, frames], isFull: pieces.length === 4 }
}
