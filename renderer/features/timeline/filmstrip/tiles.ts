/** Which tile of a filmstrip stands where in a clip. Tiles lie evenly over the whole media. Pure; seconds are the painter's. */

import { type StripTiles, tileAt } from '../../../playback/stripTiles.ts'

export interface StripSpan {
  /** Pixels from the painted area's left edge to the clip's, negative when the clip begins outside. */
  readonly clipLeft: number
  /** Painted pixels. */
  readonly width: number
  readonly height: number
  /** Media seconds shown so many pixels behind the clip's left edge. */
  readonly secondsAt: (pixels: number) => number
  /** Of the whole media, seconds. */
  readonly mediaDuration: number
}

export interface DrawnTile {
  readonly x: number
  readonly width: number
  readonly tile: number
  /** Of the media: what its left edge shows. */
  readonly seconds: number
}

/** Tiles stand on a grid that is fixed to the clip, so that scrolling moves them and does not change them. */
export function drawnTiles(tiles: StripTiles, span: StripSpan): DrawnTile[] {
  const width = (tiles.tileWidth / tiles.tileHeight) * span.height
  const first = Math.max(0, Math.floor(-span.clipLeft / width))
  const count = Math.ceil((span.width - span.clipLeft) / width) - first
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const slot = first + index
    // Each shows the picture at its own left edge: the clip's first picture is really its first.
    const seconds = span.secondsAt(slot * width)
    return {
      x: span.clipLeft + slot * width,
      width,
      tile: tileAt(seconds, span.mediaDuration, tiles.count),
      seconds,
    }
  })
}
