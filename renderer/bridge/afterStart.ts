/** Waits until the window has been open for a moment and has nothing better to do: for what nobody sees at once. */

const A_MOMENT = 1000

/** Answers the function that calls it off. */
export function afterStart(work: () => void): () => void {
  let idle = 0
  const moment = setTimeout(() => {
    idle = requestIdleCallback(work)
  }, A_MOMENT)
  return () => {
    clearTimeout(moment)
    cancelIdleCallback(idle)
  }
}
