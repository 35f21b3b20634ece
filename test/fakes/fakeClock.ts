/** Time that passes when the test says so. */
import type { Clock } from '../../main/services/Clock.ts'

export interface FakeClock extends Clock {
  /** Lets milliseconds pass and calls what was due, in order. */
  advance(milliseconds: number): void
}

export function fakeClock(start = Date.UTC(2026, 0, 1)): FakeClock {
  let now = start
  const timers = new Set<{ interval: number; due: number; call: () => void }>()
  return {
    now: () => now,
    every(interval, call) {
      const timer = { interval, due: now + interval, call }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const [next] = [...timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)
        if (!next) break
        now = next.due
        next.due += next.interval
        next.call()
      }
      now = end
    },
  }
}
