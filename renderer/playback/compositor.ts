/** Draws a stack of layers on a 2D canvas, as pictureAt describes them. It draws and nothing else. */
import type { PictureLayer } from '../../shared/render/picture.ts'

/** What stands behind a layer by now. */
export type LayerPicture =
  | {
      readonly kind: 'picture'
      readonly image: CanvasImageSource
      readonly width: number
      readonly height: number
    }
  | { readonly kind: 'solid'; readonly color: string }
  /** A shot that has no take yet, or media that is not there. */
  | {
      readonly kind: 'card'
      readonly title: string
      readonly text: string
      readonly tone: 'shot' | 'missing'
    }

export interface DrawnLayer {
  readonly layer: PictureLayer
  readonly picture: LayerPicture
}

/** What of a 2D context is drawn with; tests record the calls. */
export type Canvas2d = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'translate'
  | 'rotate'
  | 'drawImage'
  | 'fillRect'
  | 'fillText'
  | 'globalAlpha'
  | 'fillStyle'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>

export interface CanvasSize {
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

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Black where no layer is. `layers` from bottom to top. */
export function compose(context: Canvas2d, size: CanvasSize, layers: readonly DrawnLayer[]): void {
  context.save()
  context.globalAlpha = 1
  context.fillStyle = '#000000'
  context.fillRect(0, 0, size.width, size.height)
  context.restore()
  for (const { layer, picture } of layers) {
    context.save()
    context.translate(layer.centerX, layer.centerY)
    if (layer.rotation !== 0) context.rotate((layer.rotation * Math.PI) / 180)
    context.globalAlpha = layer.opacity
    drawPicture(context, layer, picture)
    context.restore()
  }
}

function drawPicture(context: Canvas2d, layer: PictureLayer, picture: LayerPicture): void {
  const taken = cropped(layer, picture.kind === 'picture' ? picture : { width: 1, height: 1 })
  if (!taken) return
  const { from, to } = taken
  if (picture.kind === 'picture') {
    context.drawImage(
      picture.image,
      ...([from.x, from.y, from.width, from.height] as const),
      ...([to.x, to.y, to.width, to.height] as const),
    )
    return
  }
  context.fillStyle = picture.kind === 'solid' ? picture.color : CARD_TONES[picture.tone]
  context.fillRect(to.x, to.y, to.width, to.height)
  if (picture.kind === 'card') writeCard(context, picture, layer.height)
}

const CARD_TONES = { shot: '#2a2140', missing: '#3a1715' } as const

function writeCard(
  context: Canvas2d,
  { title, text }: Extract<LayerPicture, { kind: 'card' }>,
  height: number,
): void {
  const size = Math.max(12, height / 16)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = '#e6e8ea'
  context.font = `600 ${size}px "Inter Variable", sans-serif`
  context.fillText(title, 0, -size * 0.7)
  context.fillStyle = '#a9b0b8'
  context.font = `${size * 0.6}px "Inter Variable", sans-serif`
  context.fillText(text, 0, size * 0.6)
}
