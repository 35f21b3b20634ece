/** Puts a picture onto a canvas: size, turn and place, with soft edges. */
import { blank, type Raster } from './raster.ts'

export interface Placement {
  /** The whole, uncropped picture on the canvas: its centre and its size before it is turned, pixels. */
  readonly centerX: number
  readonly centerY: number
  readonly width: number
  readonly height: number
  /** Degrees clockwise. */
  readonly rotation: number
  /** Fractions of the picture taken away on each side. */
  readonly crop: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  /** 0..1 */
  readonly opacity: number
}

/** Samples a side of a pixel that an edge passes through. */
const EDGE_SAMPLES = 8

/** The picture on a canvas that is nothing elsewhere. */
export function placed(
  picture: Raster,
  canvas: { readonly width: number; readonly height: number },
  placement: Placement,
): Raster {
  const result = blank(canvas.width, canvas.height)
  const { crop, opacity } = placement
  const left = Math.max(0, crop.left) * picture.width
  const top = Math.max(0, crop.top) * picture.height
  const right = (1 - Math.max(0, crop.right)) * picture.width
  const bottom = (1 - Math.max(0, crop.bottom)) * picture.height
  if (left >= right || top >= bottom || placement.width <= 0 || placement.height <= 0) return result
  const back = backwards(picture, placement)
  const isInside = ([u, v]: Point): boolean => u >= left && u < right && v >= top && v < bottom
  const window = { left, top, right, bottom }
  const kernelX = Math.max(1, picture.width / placement.width)
  const kernelY = Math.max(1, picture.height / placement.height)
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const share = opacity * coverage(x, y, (px, py) => isInside(back(px, py)))
      if (share === 0) continue
      const [u, v] = back(x + 0.5, y + 0.5)
      const color = sampled(picture, u, v, kernelX, kernelY, window)
      const at = 4 * (y * canvas.width + x)
      const alpha = Math.min(1, Math.max(0, color[3] ?? 0))
      result.data[at + 3] = alpha * share
      // A sharp kernel overshoots; colours stay within what there is.
      for (let i = 0; i < 3; i++)
        result.data[at + i] = Math.min(alpha, Math.max(0, color[i] ?? 0)) * share
    }
  }
  return result
}

type Point = readonly [number, number]

/** From the canvas to the picture's own pixels. */
function backwards(picture: Raster, placement: Placement): (x: number, y: number) => Point {
  const angle = (placement.rotation * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return (x, y) => {
    const [dx, dy] = [x - placement.centerX, y - placement.centerY]
    return [
      ((dx * cos + dy * sin) / placement.width + 0.5) * picture.width,
      ((dy * cos - dx * sin) / placement.height + 0.5) * picture.height,
    ]
  }
}

/** How much of a canvas pixel a shape covers, 0..1. The shape is convex: corners that agree speak for the pixel. */
function coverage(x: number, y: number, isIn: (x: number, y: number) => boolean): number {
  const corners = [isIn(x, y), isIn(x + 1, y), isIn(x, y + 1), isIn(x + 1, y + 1)]
  const inside = corners.filter(Boolean).length
  if (inside === 4) return 1
  const middle = isIn(x + 0.5, y + 0.5)
  if (inside === 0 && !middle && !isIn(x + 0.5, y + 0.01) && !isIn(x + 0.5, y + 0.99)) {
    if (!isIn(x + 0.01, y + 0.5) && !isIn(x + 0.99, y + 0.5)) return 0
  }
  let count = 0
  for (let i = 0; i < EDGE_SAMPLES; i++) {
    for (let j = 0; j < EDGE_SAMPLES; j++) {
      if (isIn(x + (i + 0.5) / EDGE_SAMPLES, y + (j + 0.5) / EDGE_SAMPLES)) count++
    }
  }
  return count / EDGE_SAMPLES ** 2
}

interface Window {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Catmull and Rom's cubic, as wide as one canvas pixel is in the picture; beyond its edge the picture's edge goes on. */
function sampled(
  picture: Raster,
  u: number,
  v: number,
  kernelX: number,
  kernelY: number,
  window: Window,
): readonly number[] {
  const columns = taps(u, kernelX, Math.floor(window.left), Math.ceil(window.right) - 1)
  const rows = taps(v, kernelY, Math.floor(window.top), Math.ceil(window.bottom) - 1)
  const color = [0, 0, 0, 0]
  for (const [row, weightY] of rows) {
    for (const [column, weightX] of columns) {
      const at = 4 * (row * picture.width + column)
      for (let i = 0; i < 4; i++)
        color[i] = (color[i] ?? 0) + weightX * weightY * (picture.data[at + i] ?? 0)
    }
  }
  return color
}

function taps(position: number, scale: number, low: number, high: number): [number, number][] {
  const first = Math.ceil(position - 0.5 - 2 * scale)
  const last = Math.floor(position - 0.5 + 2 * scale)
  const found: [number, number][] = []
  let total = 0
  for (let at = first; at <= last; at++) {
    const weight = cubic(Math.abs(at + 0.5 - position) / scale)
    total += weight
    found.push([Math.min(high, Math.max(low, at)), weight])
  }
  return found.map(([at, weight]) => [at, weight / total])
}

function cubic(x: number): number {
  if (x < 1) return 1.5 * x ** 3 - 2.5 * x ** 2 + 1
  if (x < 2) return -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2
  return 0
}
