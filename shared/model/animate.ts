/** Evaluates animated values. The one place where a keyframe becomes a number. */
import type { Animated, Easing } from './keyframe.ts'

/** The value at `frame` (clip frames; fractions allowed for sub-frame painters). Holds before the first and after the last keyframe. */
export function valueAt(animated: Animated, frame: number): number {
  const { keyframes } = animated
  const first = keyframes[0]
  if (!first) return animated.value
  if (frame <= first.frame) return first.value
  let low = 0
  let high = keyframes.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((keyframes[middle]?.frame ?? Infinity) <= frame) low = middle
    else high = middle - 1
  }
  const from = keyframes[low] ?? first
  const to = keyframes[low + 1]
  if (!to) return from.value
  const progress = (frame - from.frame) / (to.frame - from.frame)
  return from.value + (to.value - from.value) * ease(from.easing, progress)
}

/** Progress 0..1 in time to progress in value. */
export function ease(easing: Easing, progress: number): number {
  if (easing.kind === 'hold') return progress >= 1 ? 1 : 0
  if (easing.kind === 'linear') return progress
  return bezierY(easing, solveBezierX(easing, progress))
}

type Bezier = Extract<Easing, { kind: 'bezier' }>

const cubic = (a: number, b: number, t: number): number =>
  3 * (1 - t) * (1 - t) * t * a + 3 * (1 - t) * t * t * b + t * t * t
const bezierY = (e: Bezier, t: number): number => cubic(e.y1, e.y2, t)

/** Bisection: x(t) is monotonic for x1, x2 in 0..1, and 40 halvings exceed double precision's needs here. */
function solveBezierX(e: Bezier, x: number): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (cubic(e.x1, e.x2, middle) < x) low = middle
    else high = middle
  }
  return (low + high) / 2
}
