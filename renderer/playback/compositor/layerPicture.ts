/** What stands behind a layer by now: a bitmap, or a colour. */
import type { PictureLayer } from '../../../shared/render/picture.ts'
import type { Bitmap } from '../effects/effects.ts'
import type { CanvasSize } from './Surface.ts'

export type LayerPicture =
  | ({ readonly kind: 'picture' } & Bitmap)
  | { readonly kind: 'solid'; readonly color: string }

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Rectangles in pixels of the picture (what is taken) and of the canvas, about the layer's centre (where it goes). */
export function cropped(
  { width, height, crop }: Pick<PictureLayer, 'width' | 'height' | 'crop'>,
  picture: CanvasSize,
): { readonly from: Box; readonly to: Box } | null {
  const left = Math.max(0, crop.left)
  const top = Math.max(0, crop.top)
  const across = 1 - left - Math.max(0, crop.right)
  const down = 1 - top - Math.max(0, crop.bottom)
  if (across <= 0 || down <= 0) return null
  return {
    from: {
      x: left * picture.width,
      y: top * picture.height,
      width: across * picture.width,
      height: down * picture.height,
    },
    to: {
      x: (left - 0.5) * width,
      y: (top - 0.5) * height,
      width: across * width,
      height: down * height,
    },
  }
}
