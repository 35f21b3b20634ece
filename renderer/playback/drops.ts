/** Counts the frames that were due and not painted while a monitor plays at normal speed, forwards or backwards. */

export interface Drops {
  /** The playhead went from a frame to another; `now` is in milliseconds. */
  moved(from: number, to: number, speed: number, now: number): void
  /** A frame is seen. */
  painted(frame: number): void
}

/** No footage has more frames in a second: a playhead that is quicker was set to another place, or went round. */
const MOST_RATE = 240
const TOLERANCE = 2

export function createDrops(count: (frames: number) => void): Drops {
  /** Null: what is painted next begins a run. */
  let last: number | null = null
  let isPlaying = false
  let movedAt = 0
  return {
    moved(from, to, speed, now) {
      const way = (to - from) * speed
      const most = ((now - movedAt) / 1000) * MOST_RATE + TOLERANCE
      if (!isPlaying || way < 0 || way > most) last = null
      isPlaying = Math.abs(speed) === 1
      movedAt = now
    },
    painted(frame) {
      if (isPlaying && last !== null && frame !== last) count(Math.abs(frame - last) - 1)
      last = frame
    },
  }
}
