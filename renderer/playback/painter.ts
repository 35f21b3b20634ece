/**
 * Keeps a canvas showing what is asked of it. One picture is prepared at a time and what was asked for last comes
 * next: whatever lay between is dropped, so that scrubbing never works off a queue.
 */
import type { LayerContent, PictureLayer } from '../../shared/render/picture.ts'
import { type CanvasSize, compose, type DrawnLayer, type LayerPicture } from './compositor.ts'
import type { MediaCopy } from './mediaInput.ts'
import type { Pictures } from './pictures.ts'

export type Comparison = 'one' | 'side' | 'wipe' | 'difference'

export interface Scene {
  readonly frame: number
  readonly size: CanvasSize
  /** From bottom to top. */
  readonly layers: readonly PictureLayer[]
  /** The same frame with the other take, and how the two are shown. */
  readonly other: readonly PictureLayer[] | null
  readonly comparison: Comparison
  /** Where a wipe divides, 0..1 of the width. */
  readonly wipe: number
  /** Proxies are good enough: playing and scrubbing. */
  readonly isDraft: boolean
}

export interface PainterPorts {
  readonly canvas: HTMLCanvasElement
  readonly pictures: Pictures
  /** Whether a proxy can be read for a medium now. */
  readonly hasProxy: (mediaKey: string) => boolean
  /** Words for shots without a take and for media that cannot be shown. */
  readonly card: (content: LayerContent, failure: string | null) => { title: string; text: string }
  readonly painted: (scene: Scene, failures: readonly string[]) => void
}

export interface Painter {
  show(scene: Scene): void
  dispose(): void
}

export function createPainter(ports: PainterPorts): Painter {
  let wanted: Scene | null = null
  let isBusy = false
  let isDisposed = false

  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    while (wanted && !isDisposed) {
      const scene: Scene = wanted
      // Playing must show something: only a standing picture gives way to the next at once.
      const isStale = (): boolean => isDisposed || (!scene.isDraft && wanted !== scene)
      const ready = await prepare(scene, ports, isStale)
      if (isDisposed) break
      if (ready) {
        draw(ports.canvas, scene, ready)
        ports.painted(scene, ready.failures)
      }
      if (wanted === scene) wanted = null
    }
    isBusy = false
  }

  return {
    show(scene) {
      wanted = scene
      void work()
    },
    dispose() {
      isDisposed = true
    },
  }
}

interface Ready {
  readonly layers: readonly DrawnLayer[]
  readonly other: readonly DrawnLayer[] | null
  readonly failures: readonly string[]
}

async function prepare(
  scene: Scene,
  ports: PainterPorts,
  isStale: () => boolean,
): Promise<Ready | null> {
  const failures: string[] = []
  const dress = (layers: readonly PictureLayer[]): Promise<(DrawnLayer | null)[]> =>
    Promise.all(
      layers.map(async (layer) => {
        const picture = await pictureOf(layer.content, scene, ports, isStale, failures)
        return picture && { layer, picture }
      }),
    )
  const [layers, other] = await Promise.all([
    dress(scene.layers),
    scene.other ? dress(scene.other) : null,
  ])
  const isWhole = (all: (DrawnLayer | null)[]): all is DrawnLayer[] =>
    all.every((one) => one !== null)
  if (!isWhole(layers) || (other && !isWhole(other))) return null
  return { layers, other, failures }
}

/** Null when it came too late. */
async function pictureOf(
  content: LayerContent,
  scene: Scene,
  ports: PainterPorts,
  isStale: () => boolean,
  failures: string[],
): Promise<LayerPicture | null> {
  if (content.kind === 'solid') return content
  if (content.kind !== 'media') {
    return { kind: 'card', tone: 'shot', ...ports.card(content, null) }
  }
  const { asset, time } = content
  const hasProxy = asset.info.kind === 'video' && ports.hasProxy(asset.mediaKey)
  const copies: MediaCopy[] = !hasProxy
    ? ['original']
    : scene.isDraft
      ? ['proxy', 'original']
      : ['original', 'proxy']
  let failure = ''
  for (const copy of copies) {
    try {
      const image = await ports.pictures.at(asset, time, copy, isStale)
      // Proxies are smaller; the model's size is the original's, and scaling is the drawing's business.
      return image && { kind: 'picture', image, width: image.width, height: image.height }
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
    }
  }
  failures.push(asset.name)
  return { kind: 'card', tone: 'missing', ...ports.card(content, failure) }
}

function draw(canvas: HTMLCanvasElement, scene: Scene, ready: Ready): void {
  const { size } = scene
  if (canvas.width !== size.width) canvas.width = size.width
  if (canvas.height !== size.height) canvas.height = size.height
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('The window has no 2D canvas for the monitor')
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = scene.isDraft ? 'low' : 'high'
  compose(context, size, ready.layers)
  if (ready.other && scene.comparison !== 'one') compare(context, scene, ready.layers, ready.other)
}

function compare(
  context: CanvasRenderingContext2D,
  { size, comparison, wipe }: Scene,
  layers: readonly DrawnLayer[],
  other: readonly DrawnLayer[],
): void {
  const { width, height } = size
  const sheet = new OffscreenCanvas(width, height)
  const second = sheet.getContext('2d', { alpha: false })
  if (!second) throw new Error('The window has no 2D canvas to compare on')
  second.imageSmoothingQuality = context.imageSmoothingQuality
  if (comparison === 'side') {
    compose(second, size, layers)
    context.fillStyle = '#000000'
    context.fillRect(0, 0, width, height)
    context.drawImage(sheet, 0, height / 4, width / 2, height / 2)
    compose(second, size, other)
    context.drawImage(sheet, width / 2, height / 4, width / 2, height / 2)
    return
  }
  compose(second, size, other)
  if (comparison === 'wipe') {
    const x = Math.round(width * wipe)
    if (x < width) context.drawImage(sheet, x, 0, width - x, height, x, 0, width - x, height)
    return
  }
  context.save()
  context.globalCompositeOperation = 'difference'
  context.drawImage(sheet, 0, 0)
  context.restore()
}
