/**
 * Applies effects to pictures: on the graphics processor where there is one, in plain arithmetic where there is none (the
 * same picture, slower), and for the while that a driver takes its processor away. The window has one such stage, since
 * it may have only a few contexts; it is there as long as somebody holds it.
 */
import { applyOnCpu } from './cpuEffects.ts'
import type { EffectStep } from './EffectStep.ts'
import { createGpuEffects } from './gpuEffects.ts'

export type EffectSource = ImageBitmap | VideoFrame | OffscreenCanvas | HTMLCanvasElement

/** An image of this size. */
export interface Bitmap {
  readonly image: EffectSource
  readonly width: number
  readonly height: number
}

export interface Effects {
  /** `gpu`: WebGL2. `cpu`: the window offers none, or only an imitation of one, which is slower than plain arithmetic. */
  readonly means: 'gpu' | 'cpu'
  /**
   * The bitmap after all steps (at least one), in the upper left `width` times `height` pixels of the answer. Draw it
   * before the next call and in the same turn of the event loop.
   */
  apply(bitmap: Bitmap, steps: readonly EffectStep[]): CanvasImageSource
  /** To be called once. */
  release(): void
}

export function createEffects(options: { readonly useGpu: boolean }): Effects {
  const gpu = options.useGpu ? createGpuEffects({ anyhow: false }) : null
  let sheet: OffscreenCanvas | null = null

  const onCpu = (
    { image, width, height }: Bitmap,
    steps: readonly EffectStep[],
  ): OffscreenCanvas => {
    sheet ??= new OffscreenCanvas(width, height)
    if (sheet.width !== width) sheet.width = width
    if (sheet.height !== height) sheet.height = height
    const context = sheet.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('The window has no 2D canvas for effects')
    context.globalCompositeOperation = 'copy'
    context.drawImage(image, 0, 0)
    const pixels = context.getImageData(0, 0, width, height)
    applyOnCpu(pixels, steps)
    context.putImageData(pixels, 0, 0)
    return sheet
  }

  return {
    means: gpu ? 'gpu' : 'cpu',
    apply: (bitmap, steps) => gpu?.apply(bitmap, steps) ?? onCpu(bitmap, steps),
    release() {
      gpu?.dispose()
      sheet = null
    },
  }
}

let shared: Effects | null = null
let holders = 0

/** The window's stage; whoever asks for it releases it. */
export function holdEffects(): Effects {
  shared ??= createEffects({ useGpu: true })
  const { means, apply } = shared
  holders++
  return {
    means,
    apply,
    release() {
      holders--
      if (holders > 0) return
      shared?.release()
      shared = null
    },
  }
}
