/** How a planned layer stands on the canvas, and the cheapest way that shows it so. */
import { type Curve, curveAt, curveOf, isConstant } from './curve.ts'
import type { PlannedLayer } from './renderPlan.ts'

/** Where a layer stands and what is cut off it, for every frame. */
export type Standing = Pick<
  PlannedLayer,
  | 'centerX'
  | 'centerY'
  | 'width'
  | 'height'
  | 'rotation'
  | 'cropLeft'
  | 'cropTop'
  | 'cropRight'
  | 'cropBottom'
>

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Geometry =
  /** Exactly the canvas. */
  | { readonly kind: 'fill' }
  /** Upright and at rest: edges stand on whole pixels (less than half a pixel from where they are meant). */
  | { readonly kind: 'box'; readonly box: Box; readonly crop: Box | undefined }
  /** Turned or moving: drawn at sub-pixel precision. */
  | { readonly kind: 'moving' }

/** `crop` is inside the box, in its pixels. */
export function geometryOf(
  layer: Standing,
  canvas: { readonly width: number; readonly height: number },
): Geometry {
  const { centerX, centerY, width, height, rotation } = layer
  const { cropLeft, cropTop, cropRight, cropBottom } = layer
  const atRest = [centerX, centerY, width, height, rotation].every(isConstant)
  const cropAtRest = [cropLeft, cropTop, cropRight, cropBottom].every(isConstant)
  if (!atRest || !cropAtRest || curveAt(rotation, 0) !== 0) return { kind: 'moving' }
  const outer = boxBetween(
    curveAt(centerX, 0) - curveAt(width, 0) / 2,
    curveAt(centerY, 0) - curveAt(height, 0) / 2,
    curveAt(centerX, 0) + curveAt(width, 0) / 2,
    curveAt(centerY, 0) + curveAt(height, 0) / 2,
  )
  const inner = boxBetween(
    curveAt(cropLeft, 0) * outer.width,
    curveAt(cropTop, 0) * outer.height,
    (1 - curveAt(cropRight, 0)) * outer.width,
    (1 - curveAt(cropBottom, 0)) * outer.height,
  )
  const whole = inner.width === outer.width && inner.height === outer.height
  const fills =
    outer.x === 0 && outer.y === 0 && outer.width === canvas.width && outer.height === canvas.height
  if (whole && fills) return { kind: 'fill' }
  return { kind: 'box', box: outer, crop: whole ? undefined : inner }
}

function boxBetween(left: number, top: number, right: number, bottom: number): Box {
  const [x, y] = [Math.round(left), Math.round(top)]
  return {
    x,
    y,
    width: Math.max(1, Math.round(right) - x),
    height: Math.max(1, Math.round(bottom) - y),
  }
}

/** The largest size at which a layer is ever shown, whole pixels: what its picture is scaled to before it moves. */
export function largestSize(layer: PlannedLayer): { width: number; height: number } {
  const largest = (curve: Curve): number => (typeof curve === 'number' ? curve : Math.max(...curve))
  return {
    width: Math.max(1, Math.round(largest(layer.width))),
    height: Math.max(1, Math.round(largest(layer.height))),
  }
}

/** A rectangle in a picture's own pixels that is to be drawn where the layer stands. */
export interface Drawn {
  /** The picture's size as it comes. */
  readonly width: number
  readonly height: number
  /** The corners of the frame that holds it, relative to the picture's top left. */
  readonly frame: Box
}

/** x0 y0 x1 y1 x2 y2 x3 y3: top left, top right, bottom left, bottom right. */
export type Corners = readonly Curve[]

/**
 * Where ffmpeg's `perspective` must send the corners of a frame (`sense=destination`) so that the picture inside it
 * stands as the layer says. The filter counts positions from the centre of the first pixel, the layer from its edge.
 */
export function cornersOf(layer: PlannedLayer, drawn: Drawn, count: number): Corners {
  const { frame } = drawn
  const points = [
    [frame.x, frame.y],
    [frame.x + frame.width, frame.y],
    [frame.x, frame.y + frame.height],
    [frame.x + frame.width, frame.y + frame.height],
  ] as const
  return points.flatMap(([x, y]) => [
    curveOf(count, (at) => place(layer, drawn, at, x + 0.5, y + 0.5).x - 0.5),
    curveOf(count, (at) => place(layer, drawn, at, x + 0.5, y + 0.5).y - 0.5),
  ])
}

/** A point of the picture (pixels from its top left corner) on the canvas. */
function place(
  layer: PlannedLayer,
  drawn: Drawn,
  frame: number,
  x: number,
  y: number,
): { x: number; y: number } {
  const angle = (curveAt(layer.rotation, frame) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const right = (x / drawn.width - 0.5) * curveAt(layer.width, frame)
  const down = (y / drawn.height - 0.5) * curveAt(layer.height, frame)
  return {
    x: curveAt(layer.centerX, frame) + right * cos - down * sin,
    y: curveAt(layer.centerY, frame) + right * sin + down * cos,
  }
}
