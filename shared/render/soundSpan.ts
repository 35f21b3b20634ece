/** A span of one asset's sound, and what it passes through on its way to the ear. */
import type { Asset } from '../model/asset.ts'
import type { Clip } from '../model/clip.ts'
import type { Rational } from '../time/rational.ts'
import type { SoundStage } from './soundStage.ts'

export interface SoundSpan {
  /** The clip whose media is heard, at whatever depth. */
  readonly clip: Clip
  readonly asset: Asset
  /** `[start, end)` in exact seconds of the timeline. */
  readonly start: Rational
  readonly end: Rational
  /** Exact seconds of the asset at `start`. */
  readonly mediaStart: Rational
  /** Media seconds per second heard; negative backwards, never 0. */
  readonly speed: Rational
  /** What makes it louder, softer and puts it aside: the clip first, then the clips it is nested in, outwards. */
  readonly stages: readonly SoundStage[]
}

/** One speed of one clip: what it is heard through. */
export interface Passage extends Pick<SoundSpan, 'start' | 'end' | 'mediaStart' | 'speed'> {
  /** As it is at `start`. */
  readonly stage: SoundStage
}
