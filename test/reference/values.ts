/** Keyframes, easings and fades as numbers at a frame. */
import type { Clip } from '../../shared/model/clip.ts'
import type { Animated, Easing } from '../../shared/model/keyframe.ts'

/** Holds before the first keyframe and after the last. */
export function animated({ value, keyframes }: Animated, frame: number): number {
  const before = keyframes.findLast((key) => key.frame <= frame)
  const after = keyframes.find((key) => key.frame > frame)
  if (!before) return after ? after.value : value
  if (!after) return before.value
  const u = (frame - before.frame) / (after.frame - before.frame)
  return before.value + (after.value - before.value) * eased(before.easing, u)
}

/** CSS's cubic-bezier by walking along the curve in small steps. */
function eased(easing: Easing, u: number): number {
  if (easing.kind === 'hold') return 0
  if (easing.kind === 'linear') return u
  const { x1, y1, x2, y2 } = easing
  const along = (a: number, b: number, t: number): number =>
    3 * a * t * (1 - t) ** 2 + 3 * b * t ** 2 * (1 - t) + t ** 3
  const STEPS = 4096
  let [lastX, lastY] = [0, 0]
  for (let step = 1; step <= STEPS; step++) {
    const [x, y] = [along(x1, x2, step / STEPS), along(y1, y2, step / STEPS)]
    if (x >= u) return x === lastX ? y : lastY + ((y - lastY) * (u - lastX)) / (x - lastX)
    lastX = x
    lastY = y
  }
  return 1
}

/** 0..1; an edge that has a transition is said to have none of its own. */
export function fade(
  { duration, fadeIn = 0, fadeOut = 0 }: Clip,
  clipFrame: number,
  edges: { readonly hasHead: boolean; readonly hasTail: boolean },
): number {
  let factor = 1
  if (fadeIn > 0 && !edges.hasHead) factor *= clamp((clipFrame + 0.5) / fadeIn)
  if (fadeOut > 0 && !edges.hasTail) factor *= clamp((duration - clipFrame - 0.5) / fadeOut)
  return factor
}

export const clamp = (value: number, low = 0, high = 1): number =>
  value < low ? low : value > high ? high : value
