/** A clip's pictures under its name. */
import { useCallback } from 'react'
import type { Asset } from '../../../../shared/model/asset.ts'
import { toNumber } from '../../../../shared/time/rational.ts'
import { useSprite } from '../../../playback/sprites.ts'
import { useMedia } from '../../../store/media.ts'
import { useCanvas } from '../canvas.ts'
import styles from '../Timeline.module.css'
import { drawnTiles, type StripSpan } from './tiles.ts'

export interface FilmstripProps {
  readonly asset: Asset
  readonly clipLeft: number
  readonly width: number
  readonly height: number
  readonly secondsAt: StripSpan['secondsAt']
}

export function Filmstrip({ asset, clipLeft, width, height, secondsAt }: FilmstripProps) {
  const status = useMedia((state) => state.byKey[asset.mediaKey])
  const tiles = status?.filmstripTiles
  const strip = useSprite('filmstrip', tiles ? asset.mediaKey : null, status?.filmstripPart)
  // A film without its strip shows none: its poster all along would be a picture that is not there.
  const isStill = asset.info.kind === 'still' && status?.poster === 'ready'
  const poster = useSprite('poster', isStill && !tiles ? asset.mediaKey : null)
  const mediaDuration = toNumber(asset.info.duration)

  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const image = strip ?? poster
      if (!image) return
      const form = (strip && tiles) || {
        count: 1,
        tileWidth: image.naturalWidth,
        tileHeight: image.naturalHeight,
      }
      const span: StripSpan = { clipLeft, width, height, secondsAt, mediaDuration }
      for (const { x, width: drawn, tile } of drawnTiles(form, span)) {
        const from = tile * form.tileWidth
        context.drawImage(image, from, 0, form.tileWidth, form.tileHeight, x, 0, drawn, height)
      }
    },
    [strip, poster, tiles, clipLeft, width, height, secondsAt, mediaDuration],
  )
  return <canvas ref={useCanvas(width, height, draw)} className={styles.strip} />
}
