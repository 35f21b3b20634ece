/** The thread on which media are read and decoded, one for the window; it starts with the first medium. */
import { type Remote, wrap } from 'comlink'
import type { Decoding } from './decoding/decoding.worker.ts'

let thread: Remote<Decoding> | null = null

export function decodingThread(): Remote<Decoding> {
  thread ??= wrap<Decoding>(
    new Worker(new URL('./decoding/decoding.worker.ts', import.meta.url), {
      ...{ type: 'module', name: 'decoding' },
    }),
  )
  return thread
}
