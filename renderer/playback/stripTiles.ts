/** How the tiles of a filmstrip lie: evenly over the whole media, side by side. Pure; seconds are the painter's. */

export interface StripTiles {
  readonly count: number
  readonly tileWidth: number
  readonly tileHeight: number
}

/** The tile whose part of the media holds `seconds`. */
export const tileAt = (seconds: number, duration: number, count: number): number =>
  duration <= 0 ? 0 : Math.min(count - 1, Math.max(0, Math.floor((seconds / duration) * count)))
