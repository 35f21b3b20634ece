/**
 * J, K and L: taps of J and L double the speed; while K is held they move by one frame, or slowly for as long as they
 * are held too.
 */

export type ShuttleKey = 'backward' | 'stop' | 'forward'
type Direction = 1 | -1

export interface ShuttlePorts {
  readonly tap: (direction: Direction) => void
  readonly stop: () => void
  readonly step: (direction: Direction) => void
  readonly slow: (direction: Direction) => void
  /** Runs work once a key counts as held; answers the function that prevents it. */
  readonly later: (work: () => void) => () => void
}

export interface Shuttle {
  press(key: ShuttleKey): void
  release(key: ShuttleKey): void
}

export function createShuttle(ports: ShuttlePorts): Shuttle {
  let isStopHeld = false
  /** The direction key that is held with K, and what it waits for. */
  let slow: { readonly key: ShuttleKey; readonly prevent: () => void } | null = null

  const endSlow = (): void => {
    slow?.prevent()
    slow = null
    ports.stop()
  }

  return {
    press(key) {
      if (key === 'stop') {
        isStopHeld = true
        ports.stop()
        return
      }
      const direction = key === 'forward' ? 1 : -1
      if (!isStopHeld) {
        ports.tap(direction)
        return
      }
      slow?.prevent()
      ports.step(direction)
      slow = { key, prevent: ports.later(() => ports.slow(direction)) }
    },
    release(key) {
      if (key === 'stop') isStopHeld = false
      if (slow && (key === 'stop' || key === slow.key)) endSlow()
    },
  }
}
