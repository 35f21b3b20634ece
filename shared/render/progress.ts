/** How far a render is, from the frames ffmpeg says are finished. */
export interface Progress {
  readonly frame: number
  readonly frames: number
  /** 0..1 */
  readonly fraction: number
  /** Seconds still to go at the pace so far; undefined before there is a pace. */
  readonly secondsLeft: number | undefined
}

/** `elapsed` in seconds since the start. */
export function progressOf(frame: number, frames: number, elapsed: number): Progress {
  const done = Math.min(Math.max(0, frame), frames)
  const secondsLeft = done > 0 && elapsed > 0 ? (elapsed / done) * (frames - done) : undefined
  return { frame: done, frames, fraction: frames === 0 ? 1 : done / frames, secondsLeft }
}
