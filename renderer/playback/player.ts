/**
 * Moves a playhead by a clock. It knows nothing of pictures: painters follow the playhead and draw what they can,
 * so that a slow decoder drops frames and never holds time up.
 */
import type { StoreApi } from 'zustand/vanilla'
import { frameAt } from '../../shared/time/frames.ts'
import { type Rational, rational } from '../../shared/time/rational.ts'
import type { PlayheadState } from '../store/playhead.ts'
import { type Clock, windowClock } from './clock.ts'

/** Ways out of the player: display ticks, and the sound that may own the clock. */
export interface PlayerPorts {
  readonly playhead: StoreApi<PlayheadState>
  /** Frames per second of the playhead. */
  readonly rate: () => Rational
  /** The first frame behind the end; playback stops on the one before. */
  readonly end: () => number
  /** Where playing goes round, `[start, end)`; null: it does not. */
  readonly loop: () => { readonly start: number; readonly end: number } | null
  /** A frame was gone to while nothing played. */
  readonly sought: (frame: number) => void
  /** Starts sound at `frame` and answers the clock it goes by; null = silent at this speed. */
  readonly startSound: (frame: number, speed: number) => Clock | null
  readonly stopSound: () => void
  readonly nextTick: (tick: () => void) => number
  readonly cancelTick: (handle: number) => void
}

export interface Player {
  /** Timeline seconds per second; 0 stops. */
  setSpeed(speed: number): void
  /** Stops, and goes to `frame`, 0 or later; beyond the end there is black. */
  seek(frame: number): void
}

/** Whole frames that `speed` covers in `seconds` of the clock, exact to the microsecond. */
export function framesIn(seconds: number, speed: number, rate: Rational): number {
  const elapsed = rational(Math.round(seconds * speed * 1e6), 1e6)
  // Nothing shows before its time: forwards the frame is the one that has begun, backwards the one left behind.
  return speed >= 0 ? frameAt(elapsed, rate, 'floor') : frameAt(elapsed, rate, 'ceil')
}

export function createPlayer(ports: PlayerPorts): Player {
  const { playhead } = ports
  let tick: number | null = null
  let origin = { frame: 0, time: 0 }
  let clock: Clock = windowClock
  /** The frame this player last set: another one in the store means that somebody sought. */
  let shown = 0

  const halt = (): void => {
    if (tick !== null) ports.cancelTick(tick)
    tick = null
    ports.stopSound()
  }

  const begin = (speed: number): void => {
    const { frame } = playhead.getState()
    clock = ports.startSound(frame, speed) ?? windowClock
    origin = { frame, time: clock.now() }
    shown = frame
  }

  const advance = (): void => {
    const { frame, speed } = playhead.getState()
    if (frame !== shown) {
      // Sought while playing: go on from there.
      ports.stopSound()
      begin(speed)
    }
    const wanted =
      origin.frame + framesIn(Math.max(0, clock.now() - origin.time), speed, ports.rate())
    const loop = ports.loop()
    // Who starts outside of the loop plays to the end first.
    const isInside = loop !== null && origin.frame >= loop.start && origin.frame < loop.end
    const last = Math.max(0, (isInside ? loop.end : ports.end()) - 1)
    const first = isInside ? loop.start : 0
    const over = speed > 0 ? wanted > last : wanted < first
    if (over && loop && loop.end > loop.start) {
      ports.stopSound()
      playhead.setState({ frame: speed > 0 ? loop.start : loop.end - 1 })
      begin(speed)
      tick = ports.nextTick(advance)
      return
    }
    const next = speed > 0 ? Math.min(wanted, Math.max(last, origin.frame)) : Math.max(wanted, 0)
    shown = next
    if (over) {
      playhead.setState({ frame: next, speed: 0 })
      halt()
      return
    }
    if (next !== frame) playhead.setState({ frame: next })
    tick = ports.nextTick(advance)
  }

  return {
    setSpeed(speed) {
      halt()
      const { frame } = playhead.getState()
      // Play at the end starts over, as everybody expects of a play button.
      const start = ports.loop()?.start ?? 0
      if (speed > 0 && frame >= ports.end() - 1) playhead.setState({ frame: start })
      playhead.setState({ speed })
      if (speed === 0) return
      begin(speed)
      tick = ports.nextTick(advance)
    },
    seek(frame) {
      halt()
      const next = Math.max(0, Math.round(frame))
      const isMoved = next !== playhead.getState().frame
      playhead.setState({ frame: next, speed: 0 })
      if (isMoved) ports.sought(next)
    },
  }
}
