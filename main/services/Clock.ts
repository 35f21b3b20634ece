/** The port to time, so that tests decide when it passes. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls again and again, `interval` milliseconds apart, until the answered function is called. */
  every(interval: number, call: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  every(interval, call) {
    const timer = setInterval(call, interval)
    return () => clearInterval(timer)
  },
}

/** ISO 8601 in UTC: how every time is stored that people read. */
export const isoTime = (clock: Clock): string => new Date(clock.now()).toISOString()
