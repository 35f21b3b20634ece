/** The clock port: waiting goes through it, so that tests do not wait. */
import { setTimeout as delay } from 'node:timers/promises'

export interface Clock {
  /** Resolves after `ms` milliseconds. @throws the signal's reason when it is aborted first. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  wait: async (ms, signal) => {
    try {
      await delay(ms, undefined, { signal })
    } catch (fault) {
      signal.throwIfAborted()
      throw fault
    }
  },
}

const FIRST_MS = 1000
const SECOND_MS = 1500
const GROWTH = 1.5
const LONGEST_MS = 10_000

/** The documented cadence: 1 s, half a second more, then times 1.5 up to 10 s. */
export const backoff = (attempt: number): number =>
  attempt === 0 ? FIRST_MS : Math.min(SECOND_MS * GROWTH ** (attempt - 1), LONGEST_MS)
