/**
 * The sound is read from end to end, as fast as the disk can. Until a film's first tiles are there it waits for them, which
 * need little of the file here and there, and are looked at first.
 */
export type FirstTiles = ReturnType<typeof createFirstTiles>

export function createFirstTiles() {
  const open = new Map<string, { readonly over: Promise<void>; readonly end: () => void }>()
  return {
    /** Others wait until the answered function is called. */
    begin(mediaKey: string): () => void {
      let end: () => void = () => undefined
      const over = new Promise<void>((resolve) => {
        end = resolve
      })
      const turn = { over, end }
      open.set(mediaKey, turn)
      return () => {
        end()
        if (open.get(mediaKey) === turn) open.delete(mediaKey)
      }
    },
    /** Resolves when it is over, or the signal is aborted. */
    async waitFor(mediaKey: string, signal: AbortSignal): Promise<void> {
      const turn = open.get(mediaKey)
      if (!turn) return
      const stopped = new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
      await Promise.race([turn.over, stopped])
    },
  }
}
