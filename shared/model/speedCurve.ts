/**
 * Speed that changes over a clip's time: keyframes of speed, and the exact integral of what they describe. Only the
 * time map (timeMap.ts) and the verbs that edit the keyframes look in here.
 *
 *     speed  2 |          ________                 before the first keyframe its speed holds,
 *            1 |_________/        |                after the last one its own does
 *            0 |         ◆ linear ◆ hold |____◆
 *
 * Between keyframes k and l, L = l - k frames apart, with u = (frame - k) / L:
 *     hold     a                             integral  a n
 *     linear   a + (b - a) u                           a n + (b - a) n² / 2L
 *     smooth   a + (b - a)(3u² - 2u³)                  a n + (b - a) n³ (2L - n) / 2L³
 * at n frames behind k: polynomials with rational coefficients, so nothing is ever summed up in floating point.
 */
import { z } from 'zod'
import { type Rational, rationalSchema } from '../time/rational.ts'
import { compareWide, plus, WIDE_ZERO, type Wide, wide, wideOf } from '../time/wide.ts'
import { keyframeIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'

export const speedEaseSchema = z.enum(['hold', 'linear', 'smooth'])
export type SpeedEase = z.infer<typeof speedEaseSchema>

export const speedKeyframeSchema = openObject({
  id: keyframeIdSchema,
  /** Clip frames; may lie outside the clip, as every keyframe. */
  frame: z.int(),
  /** Media seconds per timeline second; negative plays backwards, 0 freezes. */
  speed: rationalSchema,
  /** How the speed goes on from here to the next keyframe. */
  ease: speedEaseSchema,
})
export type SpeedKeyframe = z.infer<typeof speedKeyframeSchema>

/** Sorted by frame, one per frame, at least one. */
export const speedKeysSchema = z
  .array(speedKeyframeSchema)
  .min(1)
  .refine((keys) => keys.every((key, i) => i === 0 || key.frame > (keys[i - 1]?.frame ?? 0)), {
    error: 'speed keyframes lie in order of their frames, one on each',
  })
export type SpeedKeys = readonly SpeedKeyframe[]

/** From one keyframe to the next. */
interface Piece {
  readonly from: SpeedKeyframe
  readonly to: SpeedKeyframe
  /** The integral from the first keyframe to `from`. */
  readonly before: Wide
}

interface Curve {
  readonly first: SpeedKeyframe
  readonly last: SpeedKeyframe
  readonly pieces: readonly Piece[]
  /** The integral from the first keyframe to the last. */
  readonly whole: Wide
}

/** Made once per list: painters ask frame by frame. */
const curves = new WeakMap<SpeedKeys, Curve>()

function curveOf(keys: SpeedKeys): Curve {
  const known = curves.get(keys)
  if (known) return known
  const [first] = keys
  const last = keys.at(-1)
  if (!first || !last) throw new RangeError('A speed curve has at least one keyframe')
  let whole = WIDE_ZERO
  const pieces = keys.slice(1).map((to, i): Piece => {
    const piece = { from: keys[i] ?? first, to, before: whole }
    whole = reduced(plus(whole, within(piece, to.frame - piece.from.frame)))
    return piece
  })
  const curve = { first, last, pieces, whole }
  curves.set(keys, curve)
  return curve
}

/** Whole ramps are short fractions; without this every further one would lengthen the sum. */
function reduced({ num, den }: Wide): Wide {
  let [x, y] = [num < 0n ? -num : num, den]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? WIDE_ZERO : { num: num / x, den: den / x }
}

/** The integral over the first `n` frames of a piece. */
function within({ from, to }: Pick<Piece, 'from' | 'to'>, n: number): Wide {
  const [count, length] = [BigInt(n), BigInt(to.frame - from.frame)]
  const { a, rise, den } = speeds(from, to)
  if (from.ease === 'hold' || rise === 0n) return { num: a * count, den }
  if (from.ease === 'linear') {
    return { num: (2n * length * a + rise * count) * count, den: 2n * length * den }
  }
  const cube = length ** 3n
  const bent = rise * count ** 3n * (2n * length - count)
  return { num: 2n * cube * a * count + bent, den: 2n * cube * den }
}

/** Both speeds over one denominator: `a / den` at the start, `rise / den` more at the end. */
function speeds(from: SpeedKeyframe, to: SpeedKeyframe): { a: bigint; rise: bigint; den: bigint } {
  const den = BigInt(from.speed.den) * BigInt(to.speed.den)
  const a = BigInt(from.speed.num) * BigInt(to.speed.den)
  return { a, rise: BigInt(to.speed.num) * BigInt(from.speed.den) - a, den }
}

/**
 * The integral of the speed from the FIRST KEYFRAME to `frame`, exact: frames of media (at the timeline's rate) that
 * pass on the way. Negative before it, where the clip plays forwards.
 */
export function travelled(keys: SpeedKeys, frame: number): Wide {
  const { first, last, whole } = curveOf(keys)
  if (frame <= first.frame) return scaled(first.speed, frame - first.frame)
  if (frame >= last.frame) return plus(whole, scaled(last.speed, frame - last.frame))
  const piece = pieceAt(keys, frame)
  return piece ? plus(piece.before, within(piece, frame - piece.from.frame)) : whole
}

const scaled = ({ num, den }: Rational, by: number): Wide => ({
  num: BigInt(num) * BigInt(by),
  den: BigInt(den),
})

/** The piece that begins at or before `frame`; undefined outside of them. */
function pieceAt(keys: SpeedKeys, frame: number): Piece | undefined {
  const { first, last, pieces } = curveOf(keys)
  if (frame < first.frame || frame >= last.frame) return undefined
  let [low, high] = [0, pieces.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.from.frame ?? Infinity) <= frame) low = middle
    else high = middle - 1
  }
  return pieces[low]
}

/** The speed at `frame`, exact. */
export function speedAt(keys: SpeedKeys, frame: number): Wide {
  const { first, last } = curveOf(keys)
  const piece = pieceAt(keys, frame)
  if (!piece) return wide(frame < first.frame ? first.speed : last.speed)
  const { from, to } = piece
  if (from.ease === 'hold') return wide(from.speed)
  const [n, length] = [BigInt(frame - from.frame), BigInt(to.frame - from.frame)]
  const { a, rise, den } = speeds(from, to)
  if (from.ease === 'linear') return wideOf(a * length + rise * n, den * length)
  return wideOf(a * length ** 3n + rise * n * n * (3n * length - 2n * n), den * length ** 3n)
}

/** A stretch of whole frames `[from, to]` over which media time only rises, only falls or stands still. */
export interface Run {
  readonly from: number
  readonly to: number
  /** The speed is the same on all of it. */
  readonly isSteady: boolean
}

/**
 * The curve from `-Infinity` to `Infinity` as runs that share their ends, in order. Where the speed changes its sign
 * between two frames, those two are a run of their own.
 */
export function runsOf(keys: SpeedKeys): Run[] {
  const { first, last, pieces } = curveOf(keys)
  const runs: Run[] = [{ from: -Infinity, to: first.frame, isSteady: true }]
  for (const { from, to } of pieces) {
    const isSteady = from.ease === 'hold' || compareWide(wide(from.speed), wide(to.speed)) === 0
    if (isSteady || from.speed.num * to.speed.num >= 0) {
      runs.push({ from: from.frame, to: to.frame, isSteady })
      continue
    }
    const turn = turningFrame(keys, from, to)
    for (const [start, end] of [
      [from.frame, turn],
      [turn, turn + 1],
      [turn + 1, to.frame],
    ] as const) {
      if (end > start) runs.push({ from: start, to: end, isSteady: false })
    }
  }
  return [...runs, { from: last.frame, to: Infinity, isSteady: true }]
}

/** The last frame of a piece at which the speed still has the sign it began with. */
function turningFrame(keys: SpeedKeys, from: SpeedKeyframe, to: SpeedKeyframe): number {
  const isForwards = from.speed.num > 0
  let [low, high] = [from.frame, to.frame - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const { num } = speedAt(keys, middle)
    if (isForwards ? num > 0n : num < 0n) low = middle
    else high = middle - 1
  }
  return low
}
