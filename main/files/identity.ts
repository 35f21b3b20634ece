/** Which media is this, whatever it is called and wherever it lies. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/** Bytes read at the head, in the middle and at the tail. */
const SAMPLE_BYTES = 64 * 1024

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
      size <= 3 * SAMPLE_BYTES
        ? [0, SAMPLE_BYTES, 2 * SAMPLE_BYTES]
        : [0, middle, size - SAMPLE_BYTES]
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
export async function fullHash(path: string, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted()
  const hash = createHash('sha256')
  const source = createReadStream(path, { highWaterMark: 1 << 20 })
  try {
    await pipeline(source, hash, signal ? { signal } : {})
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  }
  return hash.digest('hex')
}
