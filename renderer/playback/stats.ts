/** How well playback keeps up, for the status bar. */
import { create } from 'zustand'

export interface PlaybackStats {
  /** Frames of the program that were due and not painted since playback last started. */
  readonly dropped: number
}

export const usePlaybackStats = create<PlaybackStats>(() => ({ dropped: 0 }))

export const resetStats = (): void => usePlaybackStats.setState({ dropped: 0 })
export const countDropped = (frames: number): void => {
  if (frames > 0) usePlaybackStats.setState(({ dropped }) => ({ dropped: dropped + frames }))
}
