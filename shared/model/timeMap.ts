/**
 * The one time map. Players, painters, exports, lanes and verbs all ask here which moment of its media a clip shows,
 * and where on the clip a moment lies.
 *
 *     timeline frame ── minus the clip's start ──> clip frame
 *        ── speed: constant, keyed, negative (reverse), 0 (freeze) ──> media time, exact seconds
 *            ── plus the offset of a shot's source (clipMedia) ──> time of the asset
 *            ── on a shot's 24 fps grid ──> index               ── on a nested timeline's rate ──> its frame
 *
 * Where nothing is keyed, media time is `sourceStart + clipFrame / rate × speed`. Where the speed is keyed, `sourceStart`
 * is the media time at the FIRST SPEED KEYFRAME, which lies at that keyframe's frame, and the rest is the curve's
 * integral from there. So trimming, splitting and slipping move keyframes and leave `sourceStart` alone: however often a
 * ramp is cut, every frame keeps exactly the picture it had.
 *
 * Rounding: none with constant speed and where a ramp was passed whole. Inside a ramp, times with a denominator beyond a
 * million are rounded down to a flick, which never changes the frame on screen (time/wide.ts). The frame on screen is
 * always the last one that starts at or before the media time.
 */
import { type Frame, frameAt, secondsAt } from '../time/frames.ts'
import {
  add,
  compare,
  divide,
  equals,
  max,
  min,
  multiply,
  negate,
  type Rational,
  round,
  subtract,
  toNumber,
} from '../time/rational.ts'
import { floorWide, minus, over, plus, timeOf, times, wide, wideToNumber } from '../time/wide.ts'
import type { Clip } from './clip.ts'
import { PIN_RATE } from './shotLength.ts'
import { type Run, runsOf, travelled } from './speedCurve.ts'

/** How a clip runs along its media. */
export type Motion = Pick<Clip, 'sourceStart' | 'speed' | 'speedKeys'>

/**
 * Media time (exact seconds from the media's zero) shown at `clipFrame`, whole frames counted from the clip's in-point
 * at the timeline's `rate`; may lie outside the clip.
 */
export function mediaTimeAt(motion: Motion, clipFrame: number, rate: Rational): Rational {
  const { sourceStart, speed, speedKeys } = motion
  if (!speedKeys) return add(sourceStart, multiply(secondsAt(clipFrame, rate), speed))
  return timeOf(plus(wide(sourceStart), over(travelled(speedKeys, clipFrame), wide(rate))))
}

/** The time of the asset itself: `offset` is what `clipMedia` gives, where a shot's source begins in its asset. */
export const assetTimeAt = (
  motion: Motion,
  { offset }: { readonly offset: Rational },
  clipFrame: number,
  rate: Rational,
): Rational => add(offset, mediaTimeAt(motion, clipFrame, rate))

/** The frame of a nested timeline, counted at its own rate, that is on screen at a media time of the clip on it. */
export const nestedFrameAt = (mediaTime: Rational, nestedRate: Rational): Frame =>
  frameAt(mediaTime, nestedRate, 'floor')

/** The index of a shot's 24 fps grid nearest to a media time, kept within `[0, last]`. */
export const shotIndexAt = (mediaTime: Rational, last: number): number =>
  Math.min(last, Math.max(0, round(multiply(mediaTime, PIN_RATE), 'nearest')))

/** Does it show one picture for ever? */
export const isFrozen = ({ speed, speedKeys }: Motion): boolean =>
  speedKeys ? speedKeys.every((key) => key.speed.num === 0) : speed.num === 0

/** The same motion counted from `by` frames further on: what trimming the head, splitting and slipping are made of. */
export function advanced<M extends Motion>(motion: M, by: number, rate: Rational): M {
  if (by === 0) return motion
  const { speedKeys } = motion
  return speedKeys
    ? { ...motion, speedKeys: speedKeys.map((key) => ({ ...key, frame: key.frame - by })) }
    : { ...motion, sourceStart: mediaTimeAt(motion, by, rate) }
}

/** The same speeds over other media: what is shown at `clipFrame` is `time`. */
export const showing = <M extends Motion>(
  motion: M,
  clipFrame: number,
  time: Rational,
  rate: Rational,
): M => shiftedMedia(motion, subtract(time, mediaTimeAt(motion, clipFrame, rate)))

/** Every frame shows the media `by` seconds later. */
export const shiftedMedia = <M extends Motion>(motion: M, by: Rational): M => ({
  ...motion,
  sourceStart: add(motion.sourceStart, by),
})

/**
 * The inverse: the clip frame at which the media is at `time`, a fraction between two whole frames. `positionOf` of the
 * media time of a frame is that frame. Of several places the first inside `[0, duration]` counts, else the one nearest
 * to the clip. Null where the media never is at that time: a frozen clip has no place for it.
 */
export function positionOf(
  motion: Motion & Partial<Pick<Clip, 'duration'>>,
  time: Rational,
  rate: Rational,
): number | null {
  const { speed, sourceStart, speedKeys, duration = 0 } = motion
  if (isFrozen(motion)) return null
  if (!speedKeys) return toNumber(divide(multiply(subtract(time, sourceStart), rate), speed))
  const outside = (frame: number): number => Math.max(0, -frame, frame - duration)
  let best: number | null = null
  for (const run of runsOf(speedKeys)) {
    const frame = crossing(motion, run, time, rate)
    if (frame !== null && (best === null || outside(frame) < outside(best))) best = frame
  }
  return best
}

/** Where a run meets `time`; null where it does not, or stands still. */
function crossing(motion: Motion, run: Run, time: Rational, rate: Rational): number | null {
  const at = (frame: number): Rational => mediaTimeAt(motion, frame, rate)
  if (stands(motion, run, at)) {
    // All of it is at the same moment: the clip's first frame is the first place that counts.
    const there = at(Number.isFinite(run.from) ? run.from : run.to)
    return compare(there, time) === 0 ? Math.min(Math.max(run.from, 0), run.to) : null
  }
  const [from, to] = finite(motion, run, time, rate) ?? [0, 0]
  if (from === to) return null
  const direction = compare(at(to), at(from))
  const isBehind = (frame: number): boolean => compare(at(frame), time) * direction <= 0
  if (direction === 0 || !isBehind(from) || (isBehind(to) && compare(at(to), time) !== 0)) {
    return null
  }
  const low = lastFrame(from, to, isBehind)
  if (low === to) return to
  const exact = (frame: number) => over(travelled(motion.speedKeys ?? [], frame), wide(rate))
  const passed = minus(minus(wide(time), wide(motion.sourceStart)), exact(low))
  const step = minus(exact(low + 1), exact(low))
  const part = step.num === 0n ? 0 : wideToNumber(over(passed, step))
  // At a rounded time the frame itself is meant, not the nanosecond before it.
  return compare(at(low), time) === 0 ? low : low + Math.min(1, Math.max(0, part))
}

/** Is the media at the same moment from a run's beginning to its end? */
function stands(motion: Motion, { from, to }: Run, at: (frame: number) => Rational): boolean {
  if (from === -Infinity) return motion.speedKeys?.[0]?.speed.num === 0
  if (to === Infinity) return motion.speedKeys?.at(-1)?.speed.num === 0
  return from < to && compare(at(from), at(to)) === 0
}

/** The part of a run that can hold `time`, with whole ends; a run without end goes as far as `time` is away. */
function finite(
  motion: Motion,
  run: Run,
  time: Rational,
  rate: Rational,
): [from: number, to: number] | null {
  const { from, to } = run
  if (Number.isFinite(from) && Number.isFinite(to)) return [from, to]
  const edge = Number.isFinite(from) ? from : to
  const key = motion.speedKeys?.[Number.isFinite(from) ? motion.speedKeys.length - 1 : 0]
  if (!key || key.speed.num === 0) return null
  const apart = minus(wide(time), wide(mediaTimeAt(motion, edge, rate)))
  // Wide, since a slow clip is long: this many frames may be a fraction of any size.
  const frames = over(times(apart, wide(rate)), wide(key.speed))
  const whole = Number(floorWide(frames))
  if (Number.isFinite(from)) return frames.num < 0n ? null : [edge, edge + whole + 1]
  return frames.num > 0n ? null : [edge + whole - 1, edge]
}

/** The last whole frame of `[from, to]` for which `holds`, which holds up to some frame and then no more. */
export function lastFrame(from: number, to: number, holds: (frame: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}

/** Do two motions have the same speeds, wherever their media and their first frames lie? */
export function hasSameSpeeds(a: Motion, b: Motion): boolean {
  const [keys, others] = [a.speedKeys, b.speedKeys]
  if (!keys || !others) return keys === others && equals(a.speed, b.speed)
  const apart = (others[0]?.frame ?? 0) - (keys[0]?.frame ?? 0)
  return (
    keys.length === others.length &&
    keys.every((key, i) => {
      const other = others[i]
      return (
        other?.frame === key.frame + apart &&
        other.ease === key.ease &&
        equals(other.speed, key.speed)
      )
    })
  )
}

/** Does `b` show, frame for frame, what `a` shows from its frame `by` on? */
export function runsOn(a: Motion, b: Motion, by: number, rate: Rational): boolean {
  const later = advanced(a, by, rate)
  return (
    hasSameSpeeds(later, b) &&
    equals(later.sourceStart, b.sourceStart) &&
    later.speedKeys?.[0]?.frame === b.speedKeys?.[0]?.frame
  )
}

/**
 * What a clip uses of its media: from the earliest moment it shows to the end of the latest picture, as long as the
 * clip shows a picture at that speed. Forwards at constant speed that is from its first frame to its end.
 */
export function mediaSpan(
  motion: Motion & Pick<Clip, 'duration'>,
  rate: Rational,
): { readonly earliest: Rational; readonly end: Rational } {
  const { duration, speedKeys } = motion
  const ends = speedKeys ? runsOf(speedKeys).flatMap(({ from, to }) => [from, to]) : []
  const inner = ends.filter((frame) => frame > 0 && frame < duration)
  const frames = [0, ...inner, duration - 1]
  let [earliest, end] = [mediaTimeAt(motion, 0, rate), mediaTimeAt(motion, 0, rate)]
  for (const frame of frames) {
    const time = mediaTimeAt(motion, frame, rate)
    const step = subtract(mediaTimeAt(motion, frame + 1, rate), time)
    const size = step.num < 0 ? negate(step) : step
    earliest = min(earliest, time)
    end = max(end, add(time, size))
  }
  return { earliest, end }
}

/** Whole clip frames `[from, to)` over which media time only rises, only falls or stands still. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** The speed throughout; null where it changes. */
  readonly speed: Rational | null
}

/** The clip frames `[from, to)` as stretches, in order: what painters and players take in one go. */
export function stretchesOf(motion: Motion, from: number, to: number): Stretch[] {
  const { speed, speedKeys } = motion
  if (!speedKeys) return from < to ? [{ from, to, speed }] : []
  const stretches: Stretch[] = []
  for (const run of runsOf(speedKeys)) {
    const [start, end] = [Math.max(run.from, from), Math.min(run.to, to)]
    if (start >= end) continue
    const held = speedKeys.findLast(({ frame }) => frame <= start) ?? speedKeys[0]
    const steady = run.isSteady && held ? held.speed : null
    const last = stretches.at(-1)
    // Keyframes between which nothing changes part nothing.
    if (last?.speed && steady && equals(last.speed, steady)) {
      stretches[stretches.length - 1] = { ...last, to: end }
    } else stretches.push({ from: start, to: end, speed: steady })
  }
  return stretches
}
