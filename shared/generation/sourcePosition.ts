/**
 * The only place where `settings.sourcePosition` is given a meaning.
 *
 * The wire is written with x and y at the source's top-left corner. A document from elsewhere is read the same
 * way, unless the source would then hang over the canvas while it fits completely with x and y as its centre: the
 * vendor's own example was meant so. `keyreel contract` settles it by a live run; should the service mean the centre,
 * the engine turns what it sends (`positionFrom`), and everything else goes on reading the corner.
 */

import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import type { WireSourcePosition } from './request.ts'

export type PositionReading = 'topLeft' | 'centre'

/** Fractions of the canvas, from its top-left corner. */
export interface FractionRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Pixels of the canvas; may lie partly outside it. */
export type PixelRect = FractionRect

export interface PixelSize {
  readonly width: number
  readonly height: number
}

export interface SourcePlacement {
  readonly rect: FractionRect
  readonly reading: PositionReading
  /** One sentence, where the top-left reading was not taken. */
  readonly note?: Said
}

/** Fractions travel with this many decimals: about 0.003 px on the widest canvas. */
const WIRE_DECIMALS = 6
/** Below one wire decimal, so that 0.62 + 0.38 counts as 1. */
const TOLERANCE = 1e-7

/** Adding 0 makes -0 the 0 that JSON has. */
const wireNumber = (value: number): number => Number(value.toFixed(WIRE_DECIMALS)) + 0

const fitsCanvas = (rect: FractionRect): boolean =>
  rect.x >= -TOLERANCE &&
  rect.y >= -TOLERANCE &&
  rect.x + rect.width <= 1 + TOLERANCE &&
  rect.y + rect.height <= 1 + TOLERANCE

const centred = (wire: WireSourcePosition): FractionRect => ({
  x: wire.x - wire.width / 2,
  y: wire.y - wire.height / 2,
  width: wire.width,
  height: wire.height,
})

/** `reading` forces one; without it the rule above decides. */
export function readSourcePosition(
  wire: WireSourcePosition,
  reading?: PositionReading,
): SourcePlacement {
  const topLeft: FractionRect = { ...wire }
  const centre = centred(wire)
  const chosen = reading ?? (!fitsCanvas(topLeft) && fitsCanvas(centre) ? 'centre' : 'topLeft')
  if (chosen === 'topLeft') return { rect: topLeft, reading: 'topLeft' }
  return {
    rect: centre,
    reading: 'centre',
    note: say('take:positionAsCentre'),
  }
}

/** The editor's rectangle in canvas pixels -> the wire, top-left. */
export const writeSourcePosition = (rect: PixelRect, canvas: PixelSize): WireSourcePosition => ({
  x: wireNumber(rect.x / canvas.width),
  y: wireNumber(rect.y / canvas.height),
  width: wireNumber(rect.width / canvas.width),
  height: wireNumber(rect.height / canvas.height),
})

/** A position that names the top-left corner -> the same place, told from the point that the service means. */
export const positionFrom = (
  wire: WireSourcePosition,
  origin: PositionReading,
): WireSourcePosition =>
  origin === 'topLeft'
    ? wire
    : { ...wire, x: wireNumber(wire.x + wire.width / 2), y: wireNumber(wire.y + wire.height / 2) }

export const toPixels = (rect: FractionRect, canvas: PixelSize): PixelRect => ({
  x: rect.x * canvas.width,
  y: rect.y * canvas.height,
  width: rect.width * canvas.width,
  height: rect.height * canvas.height,
})

/** What an absent source position means: the whole source, as large as fits, in the middle. */
export function centredFit(source: PixelSize, canvas: PixelSize): FractionRect {
  const scale = Math.min(canvas.width / source.width, canvas.height / source.height)
  const width = (source.width * scale) / canvas.width
  const height = (source.height * scale) / canvas.height
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height }
}
