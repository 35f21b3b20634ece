/** Short pieces of sound where the playhead is moved by hand: enough to hear a word or a beat go by. */

export interface GrainPorts {
  /** Begins to sound at a frame, at normal speed. */
  readonly start: (frame: number) => void
  readonly stop: () => void
  /** Runs work after milliseconds; answers the function that prevents it. */
  readonly later: (work: () => void, milliseconds: number) => () => void
}

/** Milliseconds of a grain, with the time that the sound needs to begin. */
export const GRAIN = 160

export interface Grains {
  /** Sounds the frame, or, while another sounds, what was asked for last after it. */
  at(frame: number): void
  /** Silence, at once. */
  cancel(): void
}

export function createGrains({ start, stop, later }: GrainPorts): Grains {
  let next: number | null = null
  let prevent: (() => void) | null = null

  const sound = (frame: number): void => {
    start(frame)
    prevent = later(over, GRAIN)
  }
  const over = (): void => {
    prevent = null
    stop()
    const frame = next
    next = null
    if (frame !== null) sound(frame)
  }
  return {
    at(frame) {
      if (prevent) next = frame
      else sound(frame)
    },
    cancel() {
      if (!prevent) return
      prevent()
      prevent = null
      next = null
      stop()
    },
  }
}
