/** What a clip does to the loudness of the sound that passes through it. */
import { valueAt } from '../model/animate.ts'
import type { Clip } from '../model/clip.ts'
import { fadeAt } from '../model/fade.ts'
import type { TransitionStyle } from '../model/transition.ts'

export type CrossfadeCurve = Extract<TransitionStyle, { kind: 'crossfade' }>['curve']

/** A crossfade at an edge of a clip, `[from, to)` in the clip's frames. */
export interface Crossfade {
  readonly from: number
  readonly to: number
  readonly curve: CrossfadeCurve
}

export interface SoundStage {
  readonly clip: Clip
  /** Those whose edge has no crossfade, which takes their place. */
  readonly fades: Pick<Clip, 'fadeIn' | 'fadeOut'>
  /** The crossfades at the clip's start and at its end. */
  readonly into: Crossfade | null
  readonly outOf: Crossfade | null
  /** The clip's frame at the span's start, and how many pass per second heard: fractions, and backwards, in nested timelines. */
  readonly frame: number
  readonly framesPerSecond: number
}

/** Decibels at and below which nothing is heard. */
export const SILENCE = -96

/** Decibels as a factor. */
export const gainOf = (decibels: number): number =>
  decibels <= SILENCE ? 0 : 10 ** (decibels / 20)

/** The factor of a crossfade for the clip that comes in, at a share of its length (clamped to 0..1). */
export function crossfadeGain(curve: CrossfadeCurve, progress: number): number {
  const p = Math.min(1, Math.max(0, progress))
  return curve === 'linear' ? p : Math.sin((p * Math.PI) / 2)
}

/** Volume, fades and crossfades as one factor, at a moment in clip frames (fractions are between two frames' starts). */
export function stageGain(stage: SoundStage, frame: number): number {
  const { clip, fades, into, outOf } = stage
  const { fadeIn = 0, fadeOut = 0 } = fades
  // `fadeAt` speaks of a frame by its middle.
  const fade = fadeAt({ duration: clip.duration, fadeIn, fadeOut }, frame - 0.5)
  const comes = into ? crossfadeGain(into.curve, (frame - into.from) / (into.to - into.from)) : 1
  const goes = outOf ? crossfadeGain(outOf.curve, (outOf.to - frame) / (outOf.to - outOf.from)) : 1
  return gainOf(valueAt(clip.sound.volume, frame)) * fade * comes * goes
}

/** -1 (left) to 1 (right). */
export const stagePan = ({ clip }: SoundStage, frame: number): number =>
  Math.min(1, Math.max(-1, valueAt(clip.sound.pan, frame)))
