/** Canvases that pictures are composed on. */
import type { EffectSource } from '../effects/effects.ts'

/** What of a 2D context is drawn with; tests record the calls. */
export type Canvas2d = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'translate'
  | 'rotate'
  | 'scale'
  | 'drawImage'
  | 'fillRect'
  | 'clearRect'
  | 'fillText'
  | 'createLinearGradient'
  | 'globalAlpha'
  | 'globalCompositeOperation'
  | 'fillStyle'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>

export interface CanvasSize {
  readonly width: number
  readonly height: number
}

/** Its context stands at the identity between drawings. */
export interface Surface extends CanvasSize {
  readonly image: EffectSource
  readonly context: Canvas2d
  /** Everything on it is opaque: what is mixed with it needs no care for alpha. */
  readonly isOpaque: boolean
}

/** Scratch canvases, used again by size. */
export interface Sheets {
  /** With nothing on it. */
  take(width: number, height: number): Surface
  give(sheet: Surface): void
  /** Of what is drawn from now on. */
  smoothing: ImageSmoothingQuality
  dispose(): void
}

/** What lies idle, bytes: a few sheets of 4K. */
const IDLE_BYTES = 128 * 1024 * 1024

type Sheet = Surface & { readonly context: OffscreenCanvasRenderingContext2D }

export function createSheets(): Sheets {
  /** The longest idle first. */
  const idle = new Set<Sheet>()
  const out = new Map<Surface, Sheet>()

  const make = (width: number, height: number): Sheet => {
    const image = new OffscreenCanvas(width, height)
    const context = image.getContext('2d')
    if (!context) throw new Error('The window has no 2D canvas to mix pictures on')
    return { image, context, width, height, isOpaque: false }
  }

  return {
    smoothing: 'high',
    take(width, height) {
      const known = [...idle].find((sheet) => sheet.width === width && sheet.height === height)
      const sheet = known ?? make(width, height)
      idle.delete(sheet)
      out.set(sheet, sheet)
      sheet.context.clearRect(0, 0, width, height)
      sheet.context.imageSmoothingQuality = this.smoothing
      return sheet
    },
    give(surface) {
      const sheet = out.get(surface)
      if (!sheet) return
      out.delete(surface)
      idle.add(sheet)
      let bytes = [...idle].reduce((sum, { width, height }) => sum + width * height * 4, 0)
      for (const oldest of idle) {
        if (bytes <= IDLE_BYTES) break
        idle.delete(oldest)
        bytes -= oldest.width * oldest.height * 4
      }
    },
    dispose: () => idle.clear(),
  }
}
