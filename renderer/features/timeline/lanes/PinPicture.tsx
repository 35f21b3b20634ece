/** The picture of a pin, filling its thumbnail: the filmstrip's tile nearest to its time, or a still's poster. */
import { useCallback } from 'react'
import type { Project } from '../../../../shared/model/project.ts'
import type { PictureRef } from '../../../../shared/model/shot.ts'
import { toNumber } from '../../../../shared/time/rational.ts'
import { useSprite } from '../../../playback/sprites.ts'
import { tileAt } from '../../../playback/stripTiles.ts'
import { useMedia } from '../../../store/media.ts'
import { useCanvas } from '../canvas.ts'
import styles from '../Timeline.module.css'

interface PinPictureProps {
  readonly project: Project
  readonly picture: PictureRef
  readonly width: number
  readonly height: number
}

export function PinPicture({ project, picture, width, height }: PinPictureProps) {
  const asset = project.assets.get(picture.assetId)
  const status = useMedia((state) => (asset ? state.byKey[asset.mediaKey] : undefined))
  const isStripWhole = asset?.info.kind === 'video' && status?.filmstripPart === undefined
  const tiles = isStripWhole ? status?.filmstripTiles : undefined
  const strip = useSprite('filmstrip', (tiles && asset?.mediaKey) ?? null)
  const poster = useSprite(
    'poster',
    (!tiles && status?.poster === 'ready' && asset?.mediaKey) || null,
  )
  const seconds = toNumber(picture.time)
  const duration = asset ? toNumber(asset.info.duration) : 0

  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const image = strip ?? poster
      if (!image) return
      const tileWidth = strip && tiles ? tiles.tileWidth : image.naturalWidth
      const tileHeight = strip && tiles ? tiles.tileHeight : image.naturalHeight
      const tile = strip && tiles ? tileAt(seconds, duration, tiles.count) : 0
      // Cut to fill: the middle of the picture says more than the whole of it in 46 pixels.
      const part = Math.min(tileWidth, (tileHeight * width) / height)
      const left = tile * tileWidth + (tileWidth - part) / 2
      context.drawImage(image, left, 0, part, tileHeight, 0, 0, width, height)
    },
    [strip, poster, tiles, seconds, duration, width, height],
  )
  return <canvas ref={useCanvas(width, height, draw)} className={styles.pinPicture} />
}
