/**
 * Which source frame stands on which frame of the output, exactly: the last one that starts at or before the media
 * time. ffmpeg's own trimming and rate conversion round in floating seconds; here every source frame is told, in
 * whole numbers, the first output frame on which it may be seen, and `fps` keeps the last one told so for each.
 *
 * Source timestamps arrive raw (`-copyts`), from the key frame before the span (`-noaccurate_seek`), so that the
 * frame on screen at the span's start is among them however long ago it began.
 */
import type { VideoStream } from '../model/mediaInfo.ts'
import {
  add,
  compare,
  divide,
  max,
  multiply,
  negate,
  type Rational,
  rational,
  round,
  subtract,
  ZERO,
} from '../time/rational.ts'

export type FrameSelection = SteadySelection | KeyedSelection

/** Media time of every output frame, where the speed changes: only rising or only falling. */
export interface KeyedSelection {
  readonly times: readonly Rational[]
}

export interface SteadySelection {
  /** Media time of the first output frame, exact seconds from media zero. */
  readonly start: Rational
  /** Media seconds from one output frame to the next: positive, 0 for a frozen frame, negative for reverse. */
  readonly step: Rational
  readonly count: number
}

/** The same moments from first to last in media time, as a decoder meets them. */
function forwards(selection: FrameSelection): FrameSelection {
  if ('times' in selection) {
    return isBackwards(selection) ? { times: selection.times.toReversed() } : selection
  }
  const { start, step, count } = selection
  if (step.num >= 0) return selection
  return { start: add(start, multiply(step, rational(count - 1))), step: negate(step), count }
}

/** Does media time fall from frame to frame? */
export function isBackwards(selection: FrameSelection): boolean {
  if (!('times' in selection)) return selection.step.num < 0
  const [first = ZERO] = selection.times
  return compare(selection.times.at(-1) ?? first, first) < 0
}

/** The earliest media time among the frames. */
export function earliestTime(selection: FrameSelection): Rational {
  const first = forwards(selection)
  return 'times' in first ? (first.times[0] ?? ZERO) : first.start
}

const LARGEST_TIME_BASE = 2n ** 31n - 1n

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** `1 / result` is a time base in which both the output's frames and, if it may be, the source's ticks are whole. */
function ticksPerSecond(rate: Rational, timeBase: Rational | undefined): bigint {
  const frames = BigInt(rate.num)
  if (timeBase) {
    const ticks = BigInt(timeBase.den)
    const both = (frames / greatestCommonDivisor(frames, ticks)) * ticks
    if (both <= LARGEST_TIME_BASE) return both
  }
  return frames * ((96000n + frames - 1n) / frames)
}

/**
 * A source's clock: `at(PTS)` counts from 0 in steps of `step` exact media seconds, as an ffmpeg expression.
 * A constant-rate stream counts frames, so that timestamps rounded to milliseconds (Matroska) still name the right
 * frame; a variable one counts the ticks of its time base.
 */
function sourceClock(
  stream: VideoStream,
  ticks: bigint,
  from: Rational,
): { at: string; step: Rational; origin: Rational } {
  if (!stream.isVariableRate) {
    const first = round(multiply(from, stream.rate), 'floor')
    const { num, den } = stream.rate
    const start = stream.start
    const raw = start.num === 0 ? 'PTS*TB' : `(PTS*TB-${fraction(start)})`
    const index = `round(${raw}*${num}${den === 1 ? '' : `/${den}`})`
    const step = divide(rational(1), stream.rate)
    return { at: minus(index, first), step, origin: multiply(rational(first), step) }
  }
  const step = rational(1, Number(ticks))
  const zero = round(divide(add(stream.start, from), step), 'floor')
  return {
    at: minus('PTS', zero),
    step,
    origin: subtract(multiply(rational(zero), step), stream.start),
  }
}

const fraction = ({ num, den }: Rational): string => (den === 1 ? `${num}` : `${num}/${den}`)
const minus = (text: string, amount: number): string =>
  amount === 0 ? text : amount < 0 ? `${text}+${-amount}` : `${text}-${amount}`

/**
 * Filters that turn a decoded stream into exactly `selection.count` frames at `rate`, numbered from 0. Media that ends
 * early holds its last frame, media that starts late shows its first.
 */
export function selectionFilters(
  stream: VideoStream,
  selection: FrameSelection,
  rate: Rational,
): string[] {
  const ahead = forwards(selection)
  const start = earliestTime(selection)
  const count = 'times' in ahead ? ahead.times.length : ahead.count
  const ticks = ticksPerSecond(rate, stream.isVariableRate ? stream.timeBase : undefined)
  const clock = sourceClock(stream, ticks, start)
  const ticksPerFrame = (ticks / BigInt(rate.num)) * BigInt(rate.den)
  return [
    `tpad=stop=${copiesAtEnd(stream, longestStep(ahead))}:stop_mode=clone`,
    `settb=1/${ticks}`,
    `setpts='${firstFrame(clock, ahead)}*${ticksPerFrame}'`,
    `fps=fps=${fraction(rate)}:start_time=0:round=near`,
    ...holdTo(count),
    ...(isBackwards(selection) ? ['reverse', 'setpts=N'] : []),
  ]
}

/**
 * `fps` drops a last frame that shares its slot with the end of the stream: copies of it must reach past the end of any
 * slot. A variable stream's copies come at ffmpeg's guess of its rate, so it gets more of them.
 */
const copiesAtEnd = (stream: VideoStream, step: Rational): number =>
  (round(multiply(step, stream.rate), 'ceil') + 2) * (stream.isVariableRate ? 4 : 1)

/** Exactly `count` frames, the last one repeated where there are fewer. */
export const holdTo = (count: number): string[] => [
  'tpad=stop=-1:stop_mode=clone',
  `trim=end_frame=${count}`,
]

function longestStep(selection: FrameSelection): Rational {
  if (!('times' in selection)) return selection.step
  const { times } = selection
  return times
    .slice(1)
    .reduce((longest, time, i) => max(longest, subtract(time, times[i] ?? time)), ZERO)
}

interface Clock {
  readonly at: string
  readonly step: Rational
  readonly origin: Rational
}

const firstFrame = (clock: Clock, selection: FrameSelection): string =>
  'times' in selection ? countedFrame(clock, selection) : steadyFrame(clock, selection)

/** How many of the times lie before the source frame: the first output frame on which it may be seen. */
function countedFrame(clock: Clock, { times }: KeyedSelection): string {
  const last = times.map((time) => round(divide(subtract(time, clock.origin), clock.step), 'floor'))
  const bounds = last
    .map((at, i) => ({ at, count: i + 1 }))
    .filter(({ at }, i) => at !== last[i + 1])
  const choice = (from: number, to: number): string => {
    if (from === to) return String(from === 0 ? 0 : (bounds[from - 1]?.count ?? 0))
    const middle = (from + to) >> 1
    return `if(lte(ld(0),${bounds[middle]?.at}),${choice(from, middle)},${choice(middle + 1, to)})`
  }
  return `(st(0,${clock.at})*0+${choice(0, bounds.length)})`
}

/** ceil((clock - start) / step) in whole numbers: exact in double precision while the products stay below 2^53. */
function steadyFrame(clock: Clock, { start, step, count }: SteadySelection): string {
  const late = subtract(start, clock.origin)
  if (step.num === 0) {
    const last = round(divide(late, clock.step), 'floor')
    return `if(lte(${clock.at},${last}),0,${count})`
  }
  // (n * clock.step - late) / step = (n * a - b) / c
  const common = BigInt(clock.step.den) * BigInt(late.den) * BigInt(step.num)
  const a = BigInt(clock.step.num) * BigInt(late.den) * BigInt(step.den)
  const b = BigInt(late.num) * BigInt(clock.step.den) * BigInt(step.den)
  const divisor = greatestCommonDivisor(greatestCommonDivisor(a, b), common)
  const [factor, offset, by] = [a / divisor, b / divisor, common / divisor]
  const product = factor === 1n ? `(${clock.at})` : `(${clock.at})*${factor}`
  if (by === 1n) return offset === 0n ? product : `(${product}-${offset})`
  return `ceil((${product}-${offset})/${by})`
}

/** How far before a span reading begins, seconds. */
const LEAD_WITH_INDEX = rational(1)
/** Streams without an index of key frames may be entered anywhere: leave room for the longest usual distance between them. */
const LEAD_WITHOUT_INDEX = rational(12)

const INDEXED = /mp4|mov|matroska|webm|avi|mxf|flv|wav|image2/

/** The raw timestamp to seek to for media time `from`, or undefined where the file is read from its beginning. */
export function seekTarget(
  container: string,
  zero: Rational,
  from: Rational,
  lead: Rational = ZERO,
): Rational | undefined {
  const enough = add(INDEXED.test(container) ? LEAD_WITH_INDEX : LEAD_WITHOUT_INDEX, lead)
  const start = subtract(from, enough)
  return start.num <= 0 ? undefined : add(zero, start)
}
