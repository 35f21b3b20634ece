/** The tile of a medium's filmstrip that lies nearest to a moment: something to see of a place until it is decoded. */
import type { Asset } from '../../shared/model/asset.ts'
import { type Rational, toNumber } from '../../shared/time/rational.ts'
import { useMedia } from '../store/media.ts'
import type { Bitmap } from './effects/effects.ts'
import { spriteNow } from './sprites.ts'
import { tileAt } from './stripTiles.ts'

export interface NearPicture extends Bitmap {
  /** Seconds by which it misses what is wanted. */
  readonly misses: number
}

/** Null while there is no filmstrip, or not all of it; a whole one is then fetched. */
export function tilePicture({ info, mediaKey }: Asset, time: Rational): NearPicture | null {
  const status = useMedia.getState().byKey[mediaKey]
  const tiles = status?.filmstripPart === undefined ? status?.filmstripTiles : undefined
  const strip = tiles && spriteNow('filmstrip', mediaKey)
  if (!tiles || !strip) return null
  const { count, tileWidth: width, tileHeight: height } = tiles
  const [seconds, duration] = [toNumber(time), toNumber(info.duration)]
  const tile = tileAt(seconds, duration, count)
  const image = new OffscreenCanvas(width, height)
  const context = image.getContext('2d')
  if (!context) throw new Error('The window has no 2D canvas to take a tile from')
  context.drawImage(strip, tile * width, 0, width, height, 0, 0, width, height)
  return { image, width, height, misses: Math.abs(((tile + 0.5) * duration) / count - seconds) }
}
