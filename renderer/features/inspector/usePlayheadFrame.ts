import { useStore } from 'zustand'
import { playhead } from '../../store/playhead.ts'

/**
 * The playhead's frame for panels that show values at it. It stands still for them while playing: numbers that race
 * help nobody, and the panels would render at display rate.
 */
export function usePlayheadFrame(): number {
  return useStore(playhead, (state) => (state.speed === 0 ? state.frame : -1))
}
