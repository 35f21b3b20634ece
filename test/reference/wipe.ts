/** How far a wipe has come at each place of the canvas. */
import { clamp } from './values.ts'

/**
 * 0 where the old picture stands, 1 where the new one does. `s` is a pixel's place along the wipe's direction, from the
 * corner it starts in (0) to the one it ends in (1).
 */
export function wipeAt(
  { width, height }: { readonly width: number; readonly height: number },
  { angle, softness }: { readonly angle: number; readonly softness: number },
  progress: number,
): (x: number, y: number) => number {
  const [dx, dy] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const length = Math.abs(dx) * width + Math.abs(dy) * height
  const edge = Math.max(softness, 1 / length)
  return (x, y) => {
    const along = (x + 0.5 - width / 2) * dx + (y + 0.5 - height / 2) * dy
    const s = along / length + 0.5
    return clamp((progress * (1 + edge) - s) / edge)
  }
}
