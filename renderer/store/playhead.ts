/**
 * The playhead, outside React: it moves at display rate, and only what draws it listens.
 * Whole frames of the active timeline, 0 or later.
 */
import { createStore } from 'zustand/vanilla'

export interface PlayheadState {
  readonly frame: number
  /** Timeline frames per timeline frame: 0 stands, 1 plays, 2 doubles, negative runs backwards. */
  readonly speed: number
}

export const playhead = createStore<PlayheadState>(() => ({ frame: 0, speed: 0 }))

export const seek = (frame: number): void =>
  playhead.setState({ frame: Math.max(0, Math.round(frame)) })

/** The source monitor's own playhead: frames of its asset's rate (playback/sourceRate), from the asset's zero. */
export const sourcePlayhead = createStore<PlayheadState>(() => ({ frame: 0, speed: 0 }))
