/** Which sequence is this, whatever its pictures are called and wherever they lie. */
import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Rational } from '../../shared/time/rational.ts'
import { type NumberedRun, namesIn } from './numberedRuns.ts'

/** Bytes read in the middle of a picture. */
const SAMPLE_BYTES = 16 * 1024
/** Pictures that are sampled, evenly over a longer run; of the others the size counts. */
const MOST_SAMPLED = 2000
const AT_ONCE = 8

export interface SequenceKey {
  /** `seq<bytes>-<32 hex digits>-r24000-1001`: content and rate, since what is made of it has its times. */
  readonly mediaKey: string
  /** Of all pictures. */
  readonly byteSize: number
}

async function sampled(path: string, isRead: boolean): Promise<{ size: number; text: string }> {
  if (!isRead) {
    const { size } = await stat(path)
    return { size, text: String(size) }
  }
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const buffer = new Uint8Array(SAMPLE_BYTES)
    const from = Math.max(0, Math.floor((size - SAMPLE_BYTES) / 2))
    const { bytesRead } = await file.read(buffer, 0, SAMPLE_BYTES, from)
    const hash = createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex')
    return { size, text: `${size} ${hash}` }
  } finally {
    await file.close()
  }
}

/** @throws NodeJS.ErrnoException when a picture cannot be read */
export async function sequenceKey(run: NumberedRun, rate: Rational): Promise<SequenceKey> {
  const names = namesIn(run)
  const every = Math.max(1, Math.ceil(names.length / MOST_SAMPLED))
  const found: string[] = []
  let byteSize = 0
  const [first = 0] = run.numbers
  const places = names.entries()
  const work = async (): Promise<void> => {
    for (const [index, name] of places) {
      const { size, text } = await sampled(join(run.folder, name), index % every === 0)
      byteSize += size
      // Where it stands counts, by what number it does not.
      found[index] = `${(run.numbers[index] ?? 0) - first} ${text}`
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const hash = createHash('sha256').update(found.join('\n')).digest('hex').slice(0, 32)
  return { mediaKey: `seq${byteSize}-${hash}-r${rate.num}-${rate.den}`, byteSize }
}

/** The same pictures at another rate. */
export const keyAtRate = (mediaKey: string, { num, den }: Rational): string =>
  mediaKey.replace(/-r\d+-\d+$/, `-r${num}-${den}`)
