/** The source's rectangle in the new frame, moved and sized by hand. Pure; fractions of the canvas, as the model stores them. */
import type { ModelFacts } from '../../../shared/generation/modelFacts.ts'
import type { Placement } from '../../../shared/model/shot.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Vector {
  readonly x: number
  readonly y: number
}

/** How far the model lets the source lie and reach. */
export type Limits = ModelFacts['limits']['sourcePosition']

/** Which sides a handle pulls: -1 the left or upper one, 1 the right or lower one, 0 neither. */
export interface Grip {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}

export const GRIPS = {
  topLeft: { x: -1, y: -1 },
  top: { x: 0, y: -1 },
  topRight: { x: 1, y: -1 },
  right: { x: 1, y: 0 },
  bottomRight: { x: 1, y: 1 },
  bottom: { x: 0, y: 1 },
  bottomLeft: { x: -1, y: 1 },
  left: { x: -1, y: 0 },
} as const satisfies Readonly<Record<string, Grip>>
export type GripName = keyof typeof GRIPS
export const GRIP_NAMES = Object.keys(GRIPS) as GripName[]

export interface Pull {
  readonly grip: Grip
  /** The source keeps the shape that it has. */
  readonly keepsShape: boolean
  /** The opposite side moves as far the other way. */
  readonly fromCentre: boolean
}

/** Lines of the canvas at which the source comes to rest, with the part of the source that lies on each. */
const LINES = [
  { at: 0, part: 0 },
  { at: 0.5, part: 0.5 },
  { at: 1, part: 1 },
] as const

/** Where a side that is pulled comes to rest. */
const EDGES = [0, 0.5, 1] as const

/** A part of the canvas: less of the source is nothing to get hold of. */
const SMALLEST = 0.05
/** As many decimals as travel (shared/generation/sourcePosition). */
const tidy = (value: number): number => Number(value.toFixed(6)) + 0
const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))

const placed = ({ x, y, width, height }: Placement, { offset }: Limits): Placement => ({
  x: tidy(clamp(x, -offset, offset)),
  y: tidy(clamp(y, -offset, offset)),
  width: tidy(width),
  height: tidy(height),
})

/** A shape `a:b`, one high. */
export function shapeOf(aspect: string): Size {
  const [wide = 16, high = 9] = aspect.split(':').map(Number)
  return { width: wide / high, height: 1 }
}

/** The whole canvas covered, in the middle; as large as the model allows where it allows no more. */
export function centredFill(source: Size, canvas: Size, limits: Limits): Placement {
  const scale = Math.max(canvas.width / source.width, canvas.height / source.height)
  const width = (source.width * scale) / canvas.width
  const height = (source.height * scale) / canvas.height
  const most = Math.min(1, limits.size / Math.max(width, height))
  return centred({ x: 0, y: 0, width: width * most, height: height * most }, limits)
}

/** The same size in the middle. */
export const centred = (placement: Placement, limits: Limits): Placement =>
  placed({ ...placement, x: (1 - placement.width) / 2, y: (1 - placement.height) / 2 }, limits)

export const isSamePlacement = (a: Placement, b: Placement): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((name) => Math.abs(a[name] - b[name]) < 1e-6)

/** Whether the rectangle has the source's own shape, to a hundredth. */
export const hasShapeOf = (placement: Placement, source: Size, canvas: Size): boolean =>
  Math.abs(
    Math.log(
      (placement.width * canvas.width) /
        (placement.height * canvas.height) /
        (source.width / source.height),
    ),
  ) < 0.01

export const moved = (start: Placement, by: Vector, limits: Limits): Placement =>
  placed({ ...start, x: start.x + by.x, y: start.y + by.y }, limits)

/**
 * One of its handles pulled by a part of the canvas. What lies opposite stays, or the middle does. In its own shape a corner
 * follows the pointer along the diagonal, which depends on the shape of the canvas.
 */
export function pulled(
  start: Placement,
  { grip, keepsShape, fromCentre }: Pull,
  by: Vector,
  canvas: Size,
  limits: Limits,
): Placement {
  const times = fromCentre ? 2 : 1
  const wide = start.width + grip.x * by.x * times
  const high = start.height + grip.y * by.y * times
  if (!keepsShape) {
    return resized(
      start,
      { grip, fromCentre },
      {
        width: grip.x === 0 ? start.width : clamp(wide, SMALLEST, limits.size),
        height: grip.y === 0 ? start.height : clamp(high, SMALLEST, limits.size),
      },
      limits,
    )
  }
  const diagonal = { x: start.width * canvas.width, y: start.height * canvas.height }
  const pointer = { x: wide * canvas.width, y: high * canvas.height }
  const factor =
    grip.x === 0
      ? high / start.height
      : grip.y === 0
        ? wide / start.width
        : (pointer.x * diagonal.x + pointer.y * diagonal.y) / (diagonal.x ** 2 + diagonal.y ** 2)
  return scaled(start, { grip, fromCentre }, factor, limits)
}

/** Larger or smaller in its own shape, within what the model takes. */
export function scaled(
  start: Placement,
  hold: Pick<Pull, 'grip' | 'fromCentre'>,
  factor: number,
  limits: Limits,
): Placement {
  const smallest = SMALLEST / Math.min(start.width, start.height)
  const largest = limits.size / Math.max(start.width, start.height)
  const by = clamp(factor, Math.min(smallest, 1), Math.max(largest, Math.min(smallest, 1)))
  return resized(start, hold, { width: start.width * by, height: start.height * by }, limits)
}

/** The part of the source that stays where it is, 0..1. */
const anchorOf = (grip: -1 | 0 | 1, fromCentre: boolean): number =>
  fromCentre || grip === 0 ? 0.5 : grip === 1 ? 0 : 1

const resized = (
  start: Placement,
  { grip, fromCentre }: Pick<Pull, 'grip' | 'fromCentre'>,
  { width, height }: Size,
  limits: Limits,
): Placement =>
  placed(
    {
      x: start.x + anchorOf(grip.x, fromCentre) * (start.width - width),
      y: start.y + anchorOf(grip.y, fromCentre) * (start.height - height),
      ...{ width, height },
    },
    limits,
  )

/** The smallest of distances that is within reach. */
const nearest = (distances: readonly number[], reach: number): number | undefined =>
  distances
    .filter((distance) => Math.abs(distance) <= reach)
    .sort((a, b) => Math.abs(a) - Math.abs(b))[0]

/** Moved onto edges and middle of the canvas where they are within `reach`, a part of the canvas each way. */
export function snappedMove(placement: Placement, reach: Vector, limits: Limits): Placement {
  const along = (start: number, length: number, far: number): number =>
    nearest(
      LINES.map(({ at, part }) => at - (start + part * length)),
      far,
    ) ?? 0
  return moved(
    placement,
    {
      x: along(placement.x, placement.width, reach.x),
      y: along(placement.y, placement.height, reach.y),
    },
    limits,
  )
}

/** A pull that ends with the side on an edge or the middle of the canvas, where that is within `reach`. */
export function snappedPull(
  start: Placement,
  pull: Pull,
  by: Vector,
  reach: Vector,
  canvas: Size,
  limits: Limits,
): Placement {
  const plain = pulled(start, pull, by, canvas, limits)
  const misses = (['x', 'y'] as const).flatMap((axis) => {
    const grip = pull.grip[axis]
    if (grip === 0) return []
    const length = axis === 'x' ? plain.width : plain.height
    const side = plain[axis] + (grip === 1 ? length : 0)
    const miss = nearest(
      EDGES.map((edge) => edge - side),
      reach[axis],
    )
    return miss === undefined ? [] : [{ axis, miss, weight: Math.abs(miss) / reach[axis] }]
  })
  if (!pull.keepsShape) {
    const more = Object.fromEntries(misses.map(({ axis, miss }) => [axis, miss]))
    return pulled(start, pull, { x: by.x + (more.x ?? 0), y: by.y + (more.y ?? 0) }, canvas, limits)
  }
  const [best] = misses.sort((a, b) => a.weight - b.weight)
  if (!best) return plain
  const { grip, fromCentre } = pull
  const isAcross = best.axis === 'x'
  const length = isAcross ? start.width : start.height
  const now = isAcross ? plain.width : plain.height
  // The side moves by the part of the new length that lies on its side of what stays.
  const part = anchorOf(grip[best.axis], fromCentre)
  const share = grip[best.axis] === 1 ? 1 - part : -part
  return scaled(start, { grip, fromCentre }, (now + best.miss / share) / length, limits)
}

export interface Guides {
  /** Parts of the canvas at which something of the source lies. */
  readonly across: readonly number[]
  readonly down: readonly number[]
}

/** What of the source lies on edges and middle of the canvas. */
export function guidesOf({ x, y, width, height }: Placement): Guides {
  const on = (start: number, length: number): number[] =>
    LINES.filter(({ at, part }) => Math.abs(start + part * length - at) < 1e-5).map(({ at }) => at)
  return { across: on(x, width), down: on(y, height) }
}

/** The part of the plane around the canvas that is shown: canvas and source whole, with some room around them. */
export interface View {
  /** Fractions of the canvas. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const MARGIN = 0.08

/** @param stage its shape; @param canvas the shape of the new frame */
export function viewOf(placement: Placement, stage: Size, canvas: Size): View {
  const left = Math.min(0, placement.x)
  const top = Math.min(0, placement.y)
  const width = Math.max(1, placement.x + placement.width) - left
  const height = Math.max(1, placement.y + placement.height) - top
  const scale = Math.max(
    (width * canvas.width) / stage.width,
    (height * canvas.height) / stage.height,
  )
  const whole = {
    width: (stage.width * scale * (1 + 2 * MARGIN)) / canvas.width,
    height: (stage.height * scale * (1 + 2 * MARGIN)) / canvas.height,
  }
  return {
    left: left + (width - whole.width) / 2,
    top: top + (height - whole.height) / 2,
    ...whole,
  }
}
