/** One pass over a bitmap. Lengths are pixels of that bitmap, values 0..1 of straight R'G'B' unless said otherwise. */
import type { ColorTable } from '../../../shared/render/colorTable.ts'

export type EffectStep = ColorStep | BlurStep | SharpenStep | VignetteStep

/** Every colour is looked up in a table, linearly between its points. */
export interface ColorStep {
  readonly kind: 'color'
  readonly table: ColorTable
}

/** Gaussian, on premultiplied values; beyond its edge the picture's edge goes on. `sigma` above 0. */
export interface BlurStep {
  readonly kind: 'blur'
  readonly sigma: number
}

/** `v + amount * (v - g)`, `g` blurred with `sigma`. */
export interface SharpenStep {
  readonly kind: 'sharpen'
  readonly amount: number
  readonly sigma: number
}

/** The edges of `smoothstep` and the distances are in halves of the picture's diagonal. */
export interface VignetteStep {
  readonly kind: 'vignette'
  /** -1 (bright edges) to 1 (black edges). */
  readonly amount: number
  readonly from: number
  readonly to: number
}
