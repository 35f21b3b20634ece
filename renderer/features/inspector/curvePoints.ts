/** Points of a tone curve, as they are set, moved and taken away. Pure. */
import type { z } from 'zod'
import type { toneCurvesSchema } from '../../../shared/model/effect.ts'

export type ToneCurves = z.infer<typeof toneCurvesSchema>
export type Channel = 'master' | 'red' | 'green' | 'blue'
export interface Point {
  readonly input: number
  readonly output: number
}
export type Points = readonly Point[]

/** A curve that changes nothing. */
export const STRAIGHT: Points = [
  { input: 0, output: 0 },
  { input: 1, output: 1 },
]

/** Inputs stay this far apart, so that their order cannot turn. */
const APART = 0.01

const share = (value: number): number => Math.min(1, Math.max(0, Number(value.toFixed(4))))

/** With one more point, and where it stands among them; null where there is no room between two. */
export function withPoint(
  points: Points,
  point: Point,
): { readonly points: Points; readonly at: number } | null {
  if (points.some(({ input }) => Math.abs(input - point.input) < APART)) return null
  const made = { input: share(point.input), output: share(point.output) }
  const next = [...points, made].sort((a, b) => a.input - b.input)
  return { points: next, at: next.indexOf(made) }
}

/** A point in another place, between its neighbours. */
export function movedPoint(points: Points, at: number, to: Point): Points {
  const low = (points[at - 1]?.input ?? -APART) + APART
  const high = (points[at + 1]?.input ?? 1 + APART) - APART
  const input = share(Math.min(high, Math.max(low, to.input)))
  return points.with(at, { input, output: share(to.output) })
}

/** Without a point; two must remain to be a curve. */
export const withoutPoint = (points: Points, at: number): Points =>
  points.length > 2 ? points.toSpliced(at, 1) : points

/** A channel's points among the others; a straight curve is none. Null where none is left. */
export function withChannel(
  curves: ToneCurves,
  channel: Channel,
  points: Points,
): ToneCurves | null {
  const { [channel]: _was, ...others } = curves
  const isStraight =
    points.length === 2 && points.every(({ input, output }, i) => input === i && output === i)
  const next = isStraight ? others : { ...others, [channel]: points.map((point) => ({ ...point })) }
  return Object.keys(next).length > 0 ? next : null
}
