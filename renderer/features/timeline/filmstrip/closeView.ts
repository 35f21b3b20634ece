/** Which denser tiles a strip needs, if any. Pure; seconds are the painter's. */

import { denseTileAt, densityFor, SEGMENT_TILES } from '../../../../shared/render/filmstrip.ts'
import type { TilesInView } from '../../../playback/closeTiles.ts'
import type { StripTiles } from '../../../playback/stripTiles.ts'
import type { DrawnTile } from './tiles.ts'

export function closeView(
  mediaKey: string,
  slots: readonly DrawnTile[],
  strip: StripTiles,
  film: { readonly duration: number; readonly frameSeconds: number },
): TilesInView | null {
  const times = slots.map(({ seconds }) => Math.min(film.duration, Math.max(0, seconds)))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  if (times.length < 2 || to <= from) return null
  const density = densityFor(
    (to - from) / (times.length - 1),
    film.duration / strip.count,
    film.frameSeconds,
  )
  if (density === null) return null
  const segmentAt = (seconds: number): number =>
    Math.floor(denseTileAt(density, seconds) / SEGMENT_TILES)
  return { mediaKey, density, first: segmentAt(from), last: segmentAt(to) }
}
