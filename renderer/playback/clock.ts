/**
 * What time playback goes by. The sound card's clock drives the picture, so that they cannot drift apart; without
 * running sound (no device, suspended, backwards) the window's own clock does.
 */

export interface Clock {
  /** Seconds, monotonic; only differences mean something. */
  now(): number
}

export const windowClock: Clock = { now: () => performance.now() / 1000 }

/** The part of an AudioContext that a clock needs. */
export interface SoundTime {
  readonly currentTime: number
  readonly state: string
  /** Seconds between handing a sample over and hearing it. */
  readonly outputLatency?: number
}

/** What is heard now, not what was handed to the card. */
export const soundClock = (sound: SoundTime): Clock => ({
  now: () => sound.currentTime - (sound.outputLatency ?? 0),
})

/** After this many seconds without progress a sound clock is held for dead. */
const PATIENCE = 0.25

/**
 * Runs on `preferred` and changes over to `fallback` without a jump when it stands still: a card that was pulled
 * out must not stop the picture.
 */
export function steadyClock(preferred: Clock, fallback: Clock): Clock {
  let lastPreferred = preferred.now()
  let lastProgress = fallback.now()
  let shift: number | null = null
  return {
    now() {
      const wall = fallback.now()
      if (shift !== null) return wall + shift
      const time = preferred.now()
      if (time > lastPreferred) {
        lastPreferred = time
        lastProgress = wall
      } else if (wall - lastProgress > PATIENCE) {
        shift = lastPreferred - wall
        return wall + shift
      }
      return lastPreferred
    },
  }
}
