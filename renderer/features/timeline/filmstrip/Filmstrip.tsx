/** A clip's pictures under its name. */
import { useCallback, useEffect, useState } from 'react'
import type { Asset } from '../../../../shared/model/asset.ts'
import { toNumber } from '../../../../shared/time/rational.ts'
import { showTiles, useTilesVersion } from '../../../playback/closeTiles.ts'
import { useSprite } from '../../../playback/sprites.ts'
import { useMedia } from '../../../store/media.ts'
import { useCanvas } from '../canvas.ts'
import styles from '../Timeline.module.css'
import { closeView } from './closeView.ts'
import { paintStrip } from './paintStrip.ts'
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
  const strip = useSprite('filmstrip', tiles ? asset.mediaKey : null)
  // A film without its strip shows none: its poster all along would be a picture that is not there.
  const isStill = asset.info.kind === 'still' && status?.poster === 'ready'
  const poster = useSprite('poster', isStill && !tiles ? asset.mediaKey : null)
  const mediaDuration = toNumber(asset.info.duration)

  const [video] = asset.info.video
  const frameSeconds = video ? 1 / toNumber(video.rate) : 0
  const tilesVersion = useTilesVersion()
  /** Who asks for denser tiles. */
  const [owner] = useState(() => ({}))
  useEffect(() => () => showTiles(owner, null), [owner])

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
      const slots = drawnTiles(form, span)
      const film = { duration: mediaDuration, frameSeconds }
      const close = strip && tiles ? closeView(asset.mediaKey, slots, tiles, film) : null
      showTiles(owner, close)
      paintStrip(context, image, form, slots, height, close)
    },
    [
      strip,
      poster,
      tiles,
      clipLeft,
      width,
      height,
      secondsAt,
      mediaDuration,
      asset.mediaKey,
      frameSeconds,
      owner,
      // Says that more can be drawn.
      tilesVersion,
    ],
  )
  return (
    <canvas
      ref={useCanvas(width, height, draw)}
      className={styles.strip}
      data-unfinished={status?.filmstripPart !== undefined || undefined}
    />
  )
}
