/** Decoders at work on one file for somebody on another thread, who calls them by number. */

/** What comes out of a decoder in its order, until whoever reads it returns. */
export type Output<T> = Pick<AsyncGenerator<T, void, unknown>, 'next' | 'return'>

/** Answers null at the end of a run, and once it was ended. @throws Error when it cannot be decoded. */
export type Next<T> = () => Promise<T | null>

export interface Runs<T> {
  begin(run: number, output: Output<T>): void
  /** What `make` makes of what comes next of a run. One caller at a time. */
  take<R>(run: number, make: (next: Next<T>) => Promise<R>): Promise<R>
  end(run: number): void
  /** Resolves when nobody waits for anything any more. */
  endAll(): Promise<void>
}

export function createRuns<T>(): Runs<T> {
  const open = new Map<number, Output<T>>()
  const awaited = new Set<Promise<unknown>>()

  const end = (run: number): void => {
    const output = open.get(run)
    open.delete(run)
    // One that failed has nothing left to give back.
    if (output) void Promise.allSettled([output.return()])
  }
  return {
    begin: (run, output) => void open.set(run, output),
    async take(run, make) {
      const made = make(async () => {
        const { value } = (await open.get(run)?.next()) ?? {}
        return value ?? null
      })
      awaited.add(made)
      try {
        return await made
      } finally {
        awaited.delete(made)
      }
    },
    end,
    async endAll() {
      for (const run of open.keys()) end(run)
      await Promise.allSettled(awaited)
    },
  }
}
