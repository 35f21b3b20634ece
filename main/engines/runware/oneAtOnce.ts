/** One run for everybody who asks for the same thing at once. */

interface Run<T> {
  readonly result: Promise<T>
  readonly abort: AbortController
  waiting: number
}

export interface Shared<T> {
  readonly value: T
  /** False for those who found the run under way. */
  readonly isOwn: boolean
}

/**
 * Answers a function that starts `work` where nobody is at it under that name, and otherwise waits for whoever is. The work
 * is given up when the last who wait for it have gone.
 * @throws what the work throws; the signal's reason for whoever goes
 */
export function oneAtOnce<T>() {
  const underWay = new Map<string, Run<T>>()

  function begin(name: string, work: (signal: AbortSignal) => Promise<T>): Run<T> {
    const abort = new AbortController()
    const run: Run<T> = { abort, waiting: 0, result: work(abort.signal) }
    const over = (): void => {
      if (underWay.get(name) === run) underWay.delete(name)
    }
    run.result.then(over, over)
    underWay.set(name, run)
    return run
  }

  return async (
    name: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<Shared<T>> => {
    signal.throwIfAborted()
    const found = underWay.get(name)
    const run = found ?? begin(name, work)
    run.waiting += 1
    let stopListening = (): void => undefined
    const gone = new Promise<never>((_, reject) => {
      const leave = (): void => reject(signal.reason)
      signal.addEventListener('abort', leave, { once: true })
      stopListening = () => signal.removeEventListener('abort', leave)
    })
    try {
      return { value: await Promise.race([run.result, gone]), isOwn: found === undefined }
    } finally {
      stopListening()
      run.waiting -= 1
      if (run.waiting === 0) {
        if (underWay.get(name) === run) underWay.delete(name)
        run.abort.abort(signal.reason)
      }
    }
  }
}
