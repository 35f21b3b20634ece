/** What values an animated property can take; units are those of clip.ts. */
import type { Property } from './clip.ts'

export interface PropertyRange {
  readonly min: number
  readonly max: number
}

export const PROPERTY_RANGES: Readonly<Record<Property, PropertyRange>> = {
  positionX: { min: -10, max: 10 },
  positionY: { min: -10, max: 10 },
  scale: { min: 0, max: 100 },
  rotation: { min: -36_000, max: 36_000 },
  opacity: { min: 0, max: 1 },
  cropLeft: { min: 0, max: 1 },
  cropTop: { min: 0, max: 1 },
  cropRight: { min: 0, max: 1 },
  cropBottom: { min: 0, max: 1 },
  volume: { min: -96, max: 24 },
  pan: { min: -1, max: 1 },
}
