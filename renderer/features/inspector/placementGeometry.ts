/** The source's rectangle in the new frame, dragged by hand. Fractions of the canvas, as the model stores them. */
import type { Placement } from '../../../shared/model/shot.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))

/** A shape `a:b` as large as fits into a box, pixels. */
export function fitAspect(aspect: string, box: Size): Size {
  const [wide = 16, high = 9] = aspect.split(':').map(Number)
  const factor = Math.min(box.width / wide, box.height / high)
  return { width: wide * factor, height: high * factor }
}

/** Where the source stands when nobody has said: centred, as large as fits. */
export function centredFit(source: Size, canvas: Size): Placement {
  const factor = Math.min(canvas.width / source.width, canvas.height / source.height)
  const width = (source.width * factor) / canvas.width
  const height = (source.height * factor) / canvas.height
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height }
}

const tidy = (value: number): number => Math.round(value * 1000) / 1000

/** Moved by a fraction of the canvas. */
export const movePlacement = (placement: Placement, dx: number, dy: number): Placement => ({
  ...placement,
  x: tidy(clamp(placement.x + dx, -2, 2)),
  y: tidy(clamp(placement.y + dy, -2, 2)),
})

/** Sized from its lower right corner by a fraction of the canvas's width; the source keeps its shape. */
export function sizePlacement(placement: Placement, dx: number): Placement {
  const smallest = 0.05 / Math.min(placement.width, placement.height)
  const largest = 2 / Math.max(placement.width, placement.height)
  const factor = clamp((placement.width + dx) / placement.width, smallest, largest)
  return {
    ...placement,
    width: tidy(placement.width * factor),
    height: tidy(placement.height * factor),
  }
}
