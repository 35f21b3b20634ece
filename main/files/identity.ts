/** Which media is this, whatever it is called and wherever it lies. */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

/** Bytes read at the head, in the middle and at the tail. */
const SAMPLE_BYTES = 64 * 1024
/** Read and hashed at a time: about a millisecond. */
const STEP_BYTES = 512 * 1024
/** Files up to this size are wholly in their key. */
export const SAMPLED_WHOLE = 3 * SAMPLE_BYTES

/**
 * `<size>-<32 hex digits>` from the size and three samples of the content: quick for any size, the same for every copy.
 * Two files with one key are almost surely the same; {@link fullHash} makes sure. Files up to 192 KiB are read whole.
 * @throws NodeJS.ErrnoException when the file cannot be read.
 */
export async function contentKey(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const middle = Math.max(0, Math.floor(size / 2 - SAMPLE_BYTES / 2))
    const starts =
      size <= SAMPLED_WHOLE ? [0, SAMPLE_BYTES, 2 * SAMPLE_BYTES] : [0, middle, size - SAMPLE_BYTES]
    const hash = createHash('sha256').update(`${size}\n`)
    const buffer = new Uint8Array(SAMPLE_BYTES)
    for (const start of starts) {
      let filled = 0
      while (filled < SAMPLE_BYTES) {
        const left = SAMPLE_BYTES - filled
        const { bytesRead } = await file.read(buffer, filled, left, start + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      hash.update(buffer.subarray(0, filled))
    }
    return `${size}-${hash.digest('hex').slice(0, 32)}`
  } finally {
    await file.close()
  }
}

/** SHA-256 of the whole file as 64 hex digits, streamed. @throws the signal's reason when cancelled. */
export const fullHash = (path: string, signal?: AbortSignal): Promise<string> =>
  hashSlowly(path, { signal })

/**
 * The same, in steps short enough for whoever else works in this process.
 * @param options.before waited for before each step: while it does not resolve, nothing is read
 * @param options.onBytes bytes read so far
 */
export async function hashSlowly(
  path: string,
  options: {
    readonly signal?: AbortSignal | undefined
    readonly before?: () => Promise<void>
    readonly onBytes?: (count: number) => void
  },
): Promise<string> {
  const { signal, before, onBytes } = options
  signal?.throwIfAborted()
  const hash = createHash('sha256')
  const file = await open(path, 'r')
  try {
    // One buffer for all: thousands of them would lie about until somebody collects them.
    const buffer = new Uint8Array(STEP_BYTES)
    for (let count = 0; ; ) {
      await before?.()
      signal?.throwIfAborted()
      const { bytesRead } = await file.read(buffer, 0, STEP_BYTES, count)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
      count += bytesRead
      onBytes?.(count)
    }
  } finally {
    await file.close()
  }
}

/** One hash for all of several files, in their order. */
export async function hashAll(
  paths: readonly string[],
  options: Parameters<typeof hashSlowly>[1],
): Promise<string> {
  const hash = createHash('sha256')
  let before = 0
  for (const path of paths) {
    let here = 0
    const onBytes = (count: number): void => {
      here = count
      options.onBytes?.(before + count)
    }
    hash.update(`${await hashSlowly(path, { ...options, onBytes })}\n`)
    before += here
  }
  return hash.digest('hex')
}

/** Digits of the full hash in the key of a file whose {@link contentKey} another file bears already. */
const TOLD_APART = 16

/** The key of a file that shares its content key with a different one. */
export const keyWithHash = (key: string, sha256: string): string =>
  `${key}-${sha256.slice(0, TOLD_APART)}`

/** Whether a file is the medium of that key. Reads all of it only where the key needs that. */
export async function isContent(path: string, mediaKey: string): Promise<boolean> {
  const key = await contentKey(path)
  if (key === mediaKey) return true
  return mediaKey.startsWith(`${key}-`) && keyWithHash(key, await fullHash(path)) === mediaKey
}
