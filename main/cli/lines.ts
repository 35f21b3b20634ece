/** What a person or a script types, line by line. */

export interface Lines {
  /** The next line without its end; null where there is none. */
  readonly next: (signal?: AbortSignal) => Promise<string | null>
  /** Lets go of the input, so that the program can end. */
  readonly close: () => void
}

/** `process.stdin`, or what stands for it. */
export interface Input extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean | undefined
  readonly destroy?: () => unknown
}

export function linesOf(input: Input): Lines {
  let chunks: AsyncIterator<Uint8Array | string> | undefined
  const decoder = new TextDecoder()
  let rest = ''
  let isOver = false
  return {
    async next(signal) {
      chunks ??= input[Symbol.asyncIterator]()
      const aborted = new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
      })
      for (;;) {
        const end = rest.indexOf('\n')
        if (end >= 0 || isOver) {
          const line = end >= 0 ? rest.slice(0, end) : rest
          rest = end >= 0 ? rest.slice(end + 1) : ''
          if (end < 0 && line === '') return null
          return line.replace(/\r$/, '')
        }
        signal?.throwIfAborted()
        const chunk = await Promise.race([chunks.next(), aborted])
        if (chunk.done === true) isOver = true
        else
          rest +=
            typeof chunk.value === 'string'
              ? chunk.value
              : decoder.decode(chunk.value, { stream: true })
      }
    },
    close: () => {
      // What nobody read from is left alone.
      if (chunks) input.destroy?.()
    },
  }
}
