import { closeTile, type TilesInView } from '../../../playback/closeTiles.ts'
import type { StripTiles } from '../../../playback/stripTiles.ts'
import type { DrawnTile } from './tiles.ts'

/** Draws a strip's tiles side by side, `height` pixels high; denser ones where they are here. */
export function paintStrip(
  context: CanvasRenderingContext2D,
  image: HTMLImageElement,
  { tileWidth, tileHeight }: StripTiles,
  slots: readonly DrawnTile[],
  height: number,
  close: TilesInView | null = null,
): void {
  for (const { x, width, tile, seconds } of slots) {
    const denser = close && closeTile(close.mediaKey, close.density, seconds)
    const from = (denser?.index ?? tile) * tileWidth
    context.drawImage(denser?.image ?? image, from, 0, tileWidth, tileHeight, x, 0, width, height)
  }
}
