/** The form of filmstrips: small pictures of a film side by side, at equal distances in time. Pure. */
import { displaySize, type VideoStream } from '../model/mediaInfo.ts'

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
