/** The pictures of pins, filling their thumbnails: the filmstrip's tile nearest to its time, or a still's poster. */
import { useMemo } from 'react'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { PinId } from '../../../../shared/model/ids.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { toNumber } from '../../../../shared/time/rational.ts'
import { spriteNow, useSpritesVersion } from '../../../playback/sprites.ts'
import { type StripTiles, tileAt } from '../../../playback/stripTiles.ts'
import { useMedia } from '../../../store/media.ts'

type Draw = (
  id: PinId,
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  /** Of the square to fill, in pixels. */
  size: number,
) => void

interface Picture {
  readonly image: HTMLImageElement
  readonly tile: number
  readonly tileWidth: number
  readonly tileHeight: number
}

function pictureOf(
  asset: Asset | undefined,
  seconds: number,
  status: ReturnType<typeof useMedia.getState>['byKey'][string] | undefined,
): Picture | null {
  if (!asset) return null
  const isStripWhole = asset.info.kind === 'video' && status?.filmstripPart === undefined
  const tiles: StripTiles | undefined = isStripWhole ? status?.filmstripTiles : undefined
  const strip = tiles ? spriteNow('filmstrip', asset.mediaKey) : null
  if (strip && tiles) {
    return {
      image: strip,
      tile: tileAt(seconds, toNumber(asset.info.duration), tiles.count),
      ...tiles,
    }
  }
  const poster = !tiles && status?.poster === 'ready' ? spriteNow('poster', asset.mediaKey) : null
  return (
    poster && {
      ...{
        image: poster,
        tile: 0,
        tileWidth: poster.naturalWidth,
        tileHeight: poster.naturalHeight,
      },
    }
  )
}

/** A function that draws what is there of a pin's picture; another one whenever more is there. */
export function usePinPictures(project: Project, pins: readonly { readonly id: PinId }[]): Draw {
  const byKey = useMedia((state) => state.byKey)
  const version = useSpritesVersion()
  const ids = pins.map(({ id }) => id).join()
  return useMemo(() => {
    const known = new Map<PinId, Picture | null>()
    for (const { id } of pins) {
      const pin = project.pins.get(id)
      if (!pin) continue
      const asset = project.assets.get(pin.picture.assetId)
      const status = asset && byKey[asset.mediaKey]
      known.set(id, pictureOf(asset, toNumber(pin.picture.time), status))
    }
    return (id, context, left, top, size) => {
      const picture = known.get(id)
      if (!picture) return
      const { image, tile, tileWidth, tileHeight } = picture
      // Cut to fill: the middle of the picture says more than the whole of it in 46 pixels.
      const part = Math.min(tileWidth, tileHeight)
      const from = tile * tileWidth + (tileWidth - part) / 2
      context.drawImage(image, from, 0, part, tileHeight, left, top, size, size)
    }
    // Says that more can be drawn.
  }, [project.pins, project.assets, byKey, ids, version])
}
