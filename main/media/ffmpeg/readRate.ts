/** How often a stream shows a picture, by what its header states and what its packets do. Pure. */
import type { VideoStream } from '../../../shared/model/mediaInfo.ts'
import { RATES } from '../../../shared/time/frames.ts'
import {
  divide,
  multiply,
  type Rational,
  rational,
  toNumber,
} from '../../../shared/time/rational.ts'
import type { PacketAnswer, StreamAnswer } from './ffprobeAnswer.ts'

/** A fraction such as `24000/1001`; undefined for `0/0`, `N/A` and what is not a number. */
export function readRatio(text: string | undefined): Rational | undefined {
  const match = /^(-?\d+)[/:](\d+)$/.exec(text ?? '')
  if (!match || Number(match[2]) === 0 || Number(match[1]) === 0) return undefined
  return rational(Number(match[1]), Number(match[2]))
}

/** ffprobe's two letters: coded first, displayed first. */
export function readFieldOrder(order: string | undefined): VideoStream['fieldOrder'] {
  if (order === 'progressive') return 'progressive'
  if (order === 'tt' || order === 'bt') return 'tff'
  if (order === 'bb' || order === 'tb') return 'bff'
  return 'unknown'
}

/** The last pictures of an excerpt may wait for reordered ones that were not read. */
const UNSETTLED = 4

/** Presentation times in order; undefined where a packet has none, as in MPEG program streams, and nothing can be told. */
function timesOf(packets: readonly PacketAnswer[]): readonly number[] | undefined {
  const times = packets.flatMap(({ pts }) => (pts === undefined ? [] : [pts])).sort((a, b) => a - b)
  if (times.length < packets.length) return undefined
  return times.slice(0, Math.max(2, times.length - UNSETTLED))
}

const stepsOf = (times: readonly number[]): number[] =>
  times.slice(1).map((time, index) => time - (times[index] as number))

/**
 * Do the presentation times step evenly? Containers with coarse ticks (1 ms in Matroska) round each time, so two steps
 * may differ by one tick each way.
 */
export function isEven(packets: readonly PacketAnswer[]): boolean {
  const steps = stepsOf(timesOf(packets) ?? [])
  return steps.length < 2 || Math.max(...steps) - Math.min(...steps) <= 2
}

const apart = (a: Rational, b: Rational): number => Math.abs(toNumber(a) / toNumber(b) - 1)
const far = (a: Rational, b: Rational): boolean => apart(a, b) > 0.005

/** Pictures a second over an excerpt: containers without a count (Matroska) state the wished rate as the average. */
function measured(timeBase: Rational, packets: readonly PacketAnswer[]): Rational | undefined {
  const times = timesOf(packets) ?? []
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0)
  if (span <= 0) return undefined
  return divide(rational(times.length - 1), multiply(rational(span), timeBase))
}

/** Nine steps of ten are one picture long, and the others whole numbers of pictures: some are missing. */
function onlyLacksPictures(
  rate: Rational,
  timeBase: Rational,
  packets: readonly PacketAnswer[],
): boolean {
  const one = 1 / (toNumber(rate) * toNumber(timeBase))
  const lengths = stepsOf(timesOf(packets) ?? []).map((step) => step / one)
  const nearly = (length: number): boolean =>
    Math.abs(length - Math.max(1, Math.round(length))) * one <= 1.5
  return (
    lengths.every(nearly) &&
    lengths.filter((length) => Math.round(length) === 1).length >= 0.9 * lengths.length
  )
}

/** Ticks of a millisecond cannot tell 59.94 from its neighbours: the rate that is in use is meant. */
function inUse(rate: Rational, timeBase: Rational): Rational {
  if (toNumber(timeBase) < 1 / 2000) return rate
  return Object.values(RATES).find((known) => apart(known, rate) < 1e-4) ?? rate
}

export interface ReadRate {
  /** Nominal where pictures come evenly or merely lack some; else their average. */
  readonly rate: Rational
  readonly pace: 'even' | 'gaps' | 'uneven'
  /** Nothing in the file states a rate. */
  readonly guessed: boolean
}

export function readRate(stream: StreamAnswer, packets: readonly PacketAnswer[]): ReadRate {
  const base = readRatio(stream.r_frame_rate)
  const average = readRatio(stream.avg_frame_rate)
  const timeBase = readRatio(stream.time_base) ?? rational(1, 1000)
  const uneven = !isEven(packets)
  // Interlaced streams may count fields in r_frame_rate.
  const doubled =
    base &&
    average &&
    !far(base, multiply(average, rational(2))) &&
    readFieldOrder(stream.field_order) !== 'progressive'
  const nominal = (doubled || base === undefined ? average : base) ?? base
  if (uneven && nominal && onlyLacksPictures(nominal, timeBase, packets)) {
    return { rate: inUse(nominal, timeBase), pace: 'gaps', guessed: false }
  }
  const seen = measured(timeBase, packets)
  const drifts = base && average && !doubled && far(base, average) && (stream.nb_frames ?? 100) > 10
  if (uneven || drifts) {
    const rate = (stream.nb_frames ? average : seen) ?? average ?? base
    return { rate: rate ?? rational(25), pace: 'uneven', guessed: !rate }
  }
  // A header may state the finest rate it could write, while pictures come once an hour.
  const slower = seen && nominal && toNumber(seen) < 0.75 * toNumber(nominal) ? seen : undefined
  const rate = slower ?? nominal
  return { rate: rate ? inUse(rate, timeBase) : rational(25), pace: 'even', guessed: !rate }
}
