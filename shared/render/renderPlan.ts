/**
 * A finished edit as whole data: what to open, which picture stands on every frame, which sound is heard when.
 * Nothing of ffmpeg's language is in it; `filterGraph` writes that.
 */
import type { Asset } from '../model/asset.ts'
import type { BlendMode } from '../model/effect.ts'
import type { Timeline } from '../model/timeline.ts'
import type { TransitionStyle } from '../model/transition.ts'
import { divide, multiply, type Rational, rational, round } from '../time/rational.ts'
import type { ColorEffect } from './colorTable.ts'
import type { Curve } from './curve.ts'
import type { Words } from './drawTitle.ts'
import type { FrameSelection } from './frameSelection.ts'
import type { Level } from './level.ts'

export interface RenderPlan {
  /** The canvas, pixels. */
  readonly width: number
  readonly height: number
  /** Frames per second of the timeline, which are those of the picture before `output.rate`. */
  readonly rate: Rational
  readonly frameCount: number
  readonly sampleRate: number
  /** Exactly the picture's length, rounded to whole samples. */
  readonly sampleCount: number
  /** Spans of the picture, one after the other, that together are `frameCount` long. */
  readonly segments: readonly PictureSegment[]
  readonly sounds: readonly PlannedSound[]
}

/** A span on which the same things are seen. */
export interface PictureSegment {
  /** First frame, counted from the plan's first. */
  readonly start: number
  readonly frameCount: number
  /** The tree of picture.ts over all frames of the segment, bottom first. None: black. */
  readonly nodes: readonly PlannedNode[]
}

export type PlannedNode = PlannedClip | PlannedTransition
export type PlannedClip = PlannedLayer | PlannedAdjustment

export interface PlannedLayer {
  readonly kind: 'layer'
  readonly clipId: string
  readonly content: PlannedContent
  /** Canvas pixels, as `pictureAt` gives them, for every frame of the segment. */
  readonly centerX: Curve
  readonly centerY: Curve
  readonly width: Curve
  readonly height: Curve
  /** Degrees clockwise about the centre. */
  readonly rotation: Curve
  /** 0..1 */
  readonly opacity: Curve
  /** Fractions of the picture's own size. */
  readonly cropLeft: Curve
  readonly cropTop: Curve
  readonly cropRight: Curve
  readonly cropBottom: Curve
  readonly effects: readonly PlannedEffect[]
  readonly blendMode: BlendMode
}

export type PlannedContent =
  | { readonly kind: 'video'; readonly asset: Asset; readonly frames: FrameSelection }
  | { readonly kind: 'still'; readonly asset: Asset }
  | { readonly kind: 'solid'; readonly color: string }
  | { readonly kind: 'words'; readonly words: Words }
  /** A picture of its own size, for every frame of the segment. */
  | {
      readonly kind: 'nested'
      readonly width: number
      readonly height: number
      readonly nodes: readonly PlannedNode[]
    }

export interface PlannedAdjustment {
  readonly kind: 'adjustment'
  readonly clipId: string
  readonly opacity: Curve
  readonly effects: readonly PlannedEffect[]
  readonly blendMode: BlendMode
}

/** A dissolve or a wipe. A dip is planned as the clip that is seen, tinted. */
export interface PlannedTransition {
  readonly kind: 'transition'
  readonly style: Extract<TransitionStyle, { kind: 'dissolve' | 'wipe' }>
  readonly progress: Curve
  readonly from: PlannedClip | null
  readonly to: PlannedClip | null
}

/** Radii are fractions of the height of the picture as it is drawn, before crop. */
export type PlannedEffect =
  /** Neighbouring grades and keys; one list where nothing changes, else one for every frame. */
  | { readonly kind: 'color'; readonly steps: readonly (readonly ColorEffect[])[] }
  | { readonly kind: 'blur'; readonly radius: Curve }
  | { readonly kind: 'sharpen'; readonly amount: Curve; readonly radius: Curve }
  | {
      readonly kind: 'vignette'
      readonly amount: Curve
      readonly size: Curve
      readonly softness: Curve
    }
  /** Of a dip: towards a colour, the shape kept. */
  | { readonly kind: 'tint'; readonly color: string; readonly amount: Curve }

export interface PlannedSound {
  readonly clipId: string
  readonly asset: Asset
  /** Media time of the first sample, exact seconds from media zero. */
  readonly mediaStart: Rational
  /** Media seconds per second heard; positive (reversed sound is `reversed`). */
  readonly speed: Rational
  readonly reversed: boolean
  /** `[start, end)` in samples of the plan. */
  readonly start: number
  readonly end: number
  /** A factor, counted from `start`. */
  readonly gain: Level
  /** -1..1, one after the other; none for sound that stays where it is. */
  readonly pans: readonly Level[]
}

/** The sample at which a frame starts, nearest. */
export const sampleAt = (frame: number, timeline: Pick<Timeline, 'rate' | 'sampleRate'>): number =>
  round(multiply(divide(rational(frame), timeline.rate), rational(timeline.sampleRate)), 'nearest')
