/** What a gesture shows beside the pointer and over the rows while it lasts. */
import { create } from 'zustand'
import type { ValueRange } from '../lanes/laneGeometry.ts'
import type { Limited } from './limits.ts'

/** Window pixels, relative to the rows' area. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Feedback {
  /** Where the tip stands, in the window's pixels. */
  readonly pointer: { readonly x: number; readonly y: number } | null
  readonly text: string | null
  /** Why it cannot be let go here. */
  readonly refused: string | null
  /** Pixels about the pointer that the tip leaves free: what is held there is to be seen. */
  readonly reach: number
  /** What stopped the hand; the drag goes on, it only cannot go further. */
  readonly stop: Limited['stop'] | 'shotStart' | 'shotEnd'
  /** Frame of the amber line that something has snapped to. */
  readonly guide: number | null
  /** Where a refused clip would have gone: window pixels. */
  readonly ghost: Box | null
  readonly marquee: Box | null
  /** Row that takes what is being dropped. */
  readonly target: string | null
  /** Pins and keyframes where the hand holds them, while the document refuses. By id: index, or clip frame. */
  readonly held: Readonly<Record<string, number>>
  /** The scales that lanes keep meanwhile, by the keys of their rows. */
  readonly ranges: Readonly<Record<string, ValueRange>>
}

const NONE: Feedback = {
  pointer: null,
  reach: 0,
  text: null,
  refused: null,
  stop: null,
  guide: null,
  ghost: null,
  marquee: null,
  target: null,
  held: {},
  ranges: {},
}

export const useFeedback = create<Feedback>(() => NONE)

export const showFeedback = (feedback: Partial<Feedback>): void =>
  useFeedback.setState({ ...NONE, ...feedback })
export const clearFeedback = (): void => useFeedback.setState(NONE)
