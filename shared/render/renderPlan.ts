/**
 * A finished edit as whole data: what to open, which picture stands on every frame, which sound is heard when.
 * Nothing of ffmpeg's language is in it; `filterGraph` writes that.
 */
import type { Asset } from '../model/asset.ts'
import type { Project } from '../model/project.ts'
import { timelineEnd } from '../model/select.ts'
import type { Timeline } from '../model/timeline.ts'
import { divide, multiply, type Rational, rational, round } from '../time/rational.ts'
import type { Curve } from './curve.ts'
import type { FrameSelection } from './frameSelection.ts'
import { planPicture } from './planPicture.ts'
import { planSound } from './planSound.ts'

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

/** A span on which the same clips are seen. */
export interface PictureSegment {
  /** First frame, counted from the plan's first. */
  readonly start: number
  readonly frameCount: number
  /** Bottom first. None: black. */
  readonly layers: readonly PlannedLayer[]
}

export interface PlannedLayer {
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
}

export type PlannedContent =
  | { readonly kind: 'video'; readonly asset: Asset; readonly frames: FrameSelection }
  | { readonly kind: 'still'; readonly asset: Asset }
  | { readonly kind: 'solid'; readonly color: string }
  | { readonly kind: 'slate'; readonly name: string }

export interface PlannedSound {
  readonly clipId: string
  readonly asset: Asset
  /** Media time of the first sample, exact seconds from media zero. */
  readonly mediaStart: Rational
  /** Media seconds per second heard; positive (reversed sound is `reversed`). */
  readonly speed: Rational
  readonly reversed: boolean
  /** `[start, end)` in samples of the plan, and in its frames. */
  readonly start: number
  readonly end: number
  readonly firstFrame: number
  readonly endFrame: number
  /** Decibels and -1..1 for every frame heard, the first at `start`. */
  readonly volume: Curve
  readonly pan: Curve
}

export interface PlanOptions {
  /** `[in, out)` in the timeline's frames; may reach past its end, which is black and silent. Default: all of it. */
  readonly range?: { readonly in: number; readonly out: number }
  /** Another canvas: positions and sizes follow, since they are fractions of it. */
  readonly size?: { readonly width: number; readonly height: number }
}

/** One sentence for the person who asked for a render that cannot be. */
export class PlanRefused extends Error {
  override readonly name = 'PlanRefused'
}

/** @throws PlanRefused for an empty timeline or range. */
export function planRender(
  project: Project,
  timeline: Timeline,
  options: PlanOptions = {},
): RenderPlan {
  const range = options.range ?? { in: 0, out: timelineEnd(project, timeline) }
  if (range.in < 0 || range.out <= range.in) {
    throw new PlanRefused(
      options.range
        ? `The range ${range.in} to ${range.out} holds no frame of "${timeline.name}". Choose an out-point after the in-point.`
        : `"${timeline.name}" is empty, so there is nothing to render. Put a clip on it first.`,
    )
  }
  const canvas = { ...timeline, ...options.size }
  const frameCount = range.out - range.in
  return {
    width: canvas.width,
    height: canvas.height,
    rate: timeline.rate,
    frameCount,
    sampleRate: timeline.sampleRate,
    sampleCount: sampleAt(frameCount, timeline),
    segments: planPicture(project, canvas, range),
    sounds: planSound(project, canvas, range),
  }
}

/** The sample at which a frame starts, nearest. */
export const sampleAt = (frame: number, timeline: Pick<Timeline, 'rate' | 'sampleRate'>): number =>
  round(multiply(divide(rational(frame), timeline.rate), rational(timeline.sampleRate)), 'nearest')
