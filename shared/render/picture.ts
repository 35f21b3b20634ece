/**
 * What stands on a frame, as one tree of plain values. `pictureAt` makes it, painters draw it; how each noun is drawn
 * stands in docs/painting.md. Pixels are those of the picture the node lies in.
 */
import type { Asset } from '../model/asset.ts'
import type { Clip } from '../model/clip.ts'
import type { BlendMode } from '../model/effect.ts'
import type { Title } from '../model/generator.ts'
import type { Shot } from '../model/shot.ts'
import type { Transition } from '../model/transition.ts'
import type { Rational } from '../time/rational.ts'
import type { EffectAt } from './effectAt.ts'

export interface Picture {
  /** The canvas, pixels. */
  readonly width: number
  readonly height: number
  /** Bottom first. */
  readonly nodes: readonly PictureNode[]
}

export type PictureNode = PictureClip | PictureTransition

/** What one clip adds. */
export type PictureClip = PictureLayer | PictureAdjustment

export interface PictureLayer {
  readonly kind: 'layer'
  readonly clip: Clip
  readonly content: LayerContent
  /** The whole (uncropped) picture on the canvas, pixels: centre, size before rotation. */
  readonly centerX: number
  readonly centerY: number
  readonly width: number
  readonly height: number
  /** Drawn size over fitted size: what the lengths of the effects are multiplied by. */
  readonly scale: number
  /** Degrees clockwise about the centre. */
  readonly rotation: number
  /** 0..1, fades included. */
  readonly opacity: number
  /** Fractions of the picture's own size taken away on each side, 0..1. */
  readonly crop: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  /** In the order in which they are applied. */
  readonly effects: readonly EffectAt[]
  readonly blendMode: BlendMode
}

export type LayerContent =
  | MediaContent
  | { readonly kind: 'solid'; readonly color: string }
  | { readonly kind: 'title'; readonly title: Title }
  | { readonly kind: 'caption'; readonly text: string }
  /** Another timeline's picture at the frame on screen. */
  | { readonly kind: 'nested'; readonly picture: Picture }
  /** A shot without a take: a slate with its name. */
  | { readonly kind: 'slate'; readonly shot: Shot }
  /** Missing media: its name on a card. */
  | { readonly kind: 'card'; readonly name: string }

/** The frame of `asset` that is on screen at `time` (exact seconds of media time); any time for a still. */
export interface MediaContent {
  readonly kind: 'media'
  readonly asset: Asset
  readonly time: Rational
  readonly shot?: Shot
}

/** Effects on all that lies below, laid over it. Lengths count at scale 1. */
export interface PictureAdjustment {
  readonly kind: 'adjustment'
  readonly clip: Clip
  /** 0..1, fades included. */
  readonly opacity: number
  readonly effects: readonly EffectAt[]
  readonly blendMode: BlendMode
}

/** Takes the place of its two clips while it runs. */
export interface PictureTransition {
  readonly kind: 'transition'
  readonly transition: Transition
  /** 0..1, taken at the middle of the frame. */
  readonly progress: number
  /** Null: nothing goes out, or nothing comes in. One of them is there. */
  readonly from: PictureClip | null
  readonly to: PictureClip | null
}
