import { useEffect, useState } from 'react'

/** Milliseconds after which it no longer waits for a window that is never idle. */
const PATIENCE = 400

/**
 * The value as it was when the window last had nothing more urgent to do: for what follows from an edit and may be seen
 * a moment after it.
 */
export function useWhenIdle<T extends object | null>(value: T): T {
  const [shown, setShown] = useState(value)
  useEffect(() => {
    if (value === shown) return
    const due = requestIdleCallback(() => setShown(value), { timeout: PATIENCE })
    return () => cancelIdleCallback(due)
  }, [value, shown])
  return shown
}
