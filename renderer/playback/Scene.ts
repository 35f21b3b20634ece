/** What a monitor is asked to show. */
import type { Picture } from '../../shared/render/picture.ts'
import type { Quality } from '../store/preferences.ts'
import type { CanvasSize } from './compositor/Surface.ts'

export type Comparison = 'one' | 'side' | 'wipe' | 'difference'

export interface Scene {
  readonly frame: number
  /** Pixels of the canvas; the picture is drawn to fill it. */
  readonly size: CanvasSize
  readonly picture: Picture
  /** The same frame with other takes, at most three, and how they are shown; only `side` shows more than one. */
  readonly others: readonly Picture[]
  readonly comparison: Comparison
  /** Where a wipe divides, 0..1 of the width. */
  readonly wipe: number
  /** What is seen a little later if it plays on: clips that come in there are opened early. */
  readonly ahead: Picture | null
  /** Proxies are good enough: playing and scrubbing. */
  readonly isDraft: boolean
  readonly isPlaying: boolean
  readonly quality: Quality
}
