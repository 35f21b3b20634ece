/** The form of filmstrips: small pictures of a film side by side, at equal distances in time. Pure. */
import { displaySize, type VideoStream } from '../model/mediaInfo.ts'
import {
  add,
  divide,
  multiply,
  type Rational,
  rational,
  round,
  subtract,
  toNumber,
} from '../time/rational.ts'

/** Pixels. */
export const TILE_HEIGHT = 45

/** Pixels of one tile: the picture as it is shown. */
export function tileSize(
  video: VideoStream,
  height = TILE_HEIGHT,
): { readonly width: number; readonly height: number } {
  const shown = displaySize(video)
  return { width: Math.max(1, Math.round((shown.width * height) / shown.height)), height }
}

/**
 * Where the timeline is zoomed in, tiles lie closer than the whole film's 40 to 60: every 64 s, 32 s, 16 s and so on, in
 * segments of eight that are made as they come into view. Tile `k` of a density shows the middle of `[k, k + 1)` intervals.
 */
export const DENSITIES = 11
export const SEGMENT_TILES = 8

/** Seconds between two tiles. */
export const tileInterval = (density: number): Rational => rational(64, 2 ** density)

export interface SegmentRef {
  /** 0 is the coarsest. */
  readonly density: number
  readonly segment: number
}

/**
 * The density that has a tile of its own for each slot of a timeline, never denser than the film's own pictures; null
 * where the strip of the whole film has that.
 * @param secondsPerSlot of the media
 * @param stripInterval seconds between the tiles of the whole strip
 * @param frameSeconds how long one picture lasts
 */
export function densityFor(
  secondsPerSlot: number,
  stripInterval: number,
  frameSeconds: number,
): number | null {
  if (secondsPerSlot >= stripInterval || stripInterval <= frameSeconds) return null
  for (let density = 0; density < DENSITIES; density++) {
    const interval = toNumber(tileInterval(density))
    if (interval >= stripInterval) continue
    const isLast = density === DENSITIES - 1 || toNumber(tileInterval(density + 1)) < frameSeconds
    if (interval <= secondsPerSlot || isLast) return interval < frameSeconds ? null : density
  }
  return null
}

/** The tile of a density that shows a moment, by its number from the film's beginning. */
export const denseTileAt = (density: number, seconds: number): number =>
  Math.max(0, Math.floor(seconds / toNumber(tileInterval(density))))

/** What a segment shows; null behind the film's end. */
export function segmentSpan(
  { density, segment }: SegmentRef,
  duration: Rational,
): { readonly start: Rational; readonly end: Rational; readonly count: number } | null {
  const interval = tileInterval(density)
  const start = multiply(interval, rational(segment * SEGMENT_TILES))
  const left = round(divide(subtract(duration, start), interval), 'ceil')
  const count = Math.min(SEGMENT_TILES, left)
  if (segment < 0 || count < 1) return null
  return { start, end: add(start, multiply(interval, rational(count))), count }
}
