/** How two finished canvases of one size are mixed: the arithmetic of dissolves and wipes on a 2D canvas. */
import type { Surface } from './Surface.ts'

/** `X (1 - share) + Y share`, left on `x`; `y` is used up. */
export function dissolve(x: Surface, y: Surface, share: number): void {
  mix(x, share, x.isOpaque, () => x.context.drawImage(y.image, 0, 0))
}

/** The same with any image of the size of `x`, of which the upper left is meant. */
export function takePlace(
  x: Surface,
  image: CanvasImageSource,
  share: number,
  isOpaque: boolean,
): void {
  const { context, width, height } = x
  const area = [0, 0, width, height] as const
  mix(x, share, isOpaque, () => context.drawImage(image, ...area, ...area))
}

/** `isOpaque`: nothing of the sum is transparent. */
function mix(
  { context, width, height }: Surface,
  share: number,
  isOpaque: boolean,
  draw: () => void,
) {
  context.save()
  context.globalAlpha = share
  if (!isOpaque) {
    context.globalCompositeOperation = 'destination-out'
    context.fillStyle = '#000000'
    context.fillRect(0, 0, width, height)
    context.globalCompositeOperation = 'lighter'
  }
  draw()
  context.restore()
}

export interface Wipe {
  /** Degrees clockwise: 0 travels to the right, 90 downwards. */
  readonly angle: number
  /** Width of the edge in fractions of its way, 0..1. */
  readonly softness: number
}

/**
 * The edge of a wipe on a canvas: all of the new picture at `from` and behind it, all of the old one at `to` and ahead of
 * it, pixels.
 */
export function wipeEdge(
  { angle, softness }: Wipe,
  progress: number,
  { width, height }: { readonly width: number; readonly height: number },
): { readonly from: Point; readonly to: Point } {
  const turn = (angle * Math.PI) / 180
  const [dx, dy] = [Math.cos(turn), Math.sin(turn)]
  const way = Math.abs(dx) * width + Math.abs(dy) * height
  const edge = Math.max(softness, 1 / way)
  const ahead = progress * (1 + edge)
  const at = (s: number): Point => ({
    x: width / 2 + dx * (s - 0.5) * way,
    y: height / 2 + dy * (s - 0.5) * way,
  })
  return { from: at(ahead - edge), to: at(ahead) }
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** `X (1 - m) + Y m` with `m` from 1 to 0 over the wipe's edge, left on `x`; `y` is used up. */
export function wipe(x: Surface, y: Surface, style: Wipe, progress: number): void {
  const { width, height } = x
  const { from, to } = wipeEdge(style, progress, x)
  const mask = y.context.createLinearGradient(from.x, from.y, to.x, to.y)
  mask.addColorStop(0, 'rgb(0 0 0 / 1)')
  mask.addColorStop(1, 'rgb(0 0 0 / 0)')
  const cut = ({ context }: Surface, how: 'destination-in' | 'destination-out'): void => {
    context.save()
    context.globalCompositeOperation = how
    context.fillStyle = mask
    context.fillRect(0, 0, width, height)
    context.restore()
  }
  cut(y, 'destination-in')
  if (!x.isOpaque) cut(x, 'destination-out')
  x.context.save()
  if (!x.isOpaque) x.context.globalCompositeOperation = 'lighter'
  x.context.drawImage(y.image, 0, 0)
  x.context.restore()
}

/** `rgb * (1 - share) + color * share` wherever something is, alpha kept. */
export function tint({ context, width, height }: Surface, color: string, share: number): void {
  context.save()
  context.globalCompositeOperation = 'source-atop'
  context.globalAlpha = share
  context.fillStyle = color
  context.fillRect(0, 0, width, height)
  context.restore()
}
