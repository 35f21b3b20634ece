/** Does a file end before its own headers say? A copy that was interrupted looks whole to every header reader. */
import { open } from 'node:fs/promises'

/** Reads up to `count` bytes at `position`. */
type ReadAt = (position: number, count: number) => Promise<Uint8Array>

/** Fragmented files have thousands of boxes; the walk stops here and believes the rest. */
const MAX_BOXES = 64

/** Where the outermost boxes of MP4 and MOV, or the chunk of AVI and WAV, claim to end; undefined for other formats. */
export async function claimedEnd(readAt: ReadAt, size: number): Promise<number | undefined> {
  const start = Buffer.from(await readAt(0, 16))
  if (start.length < 16) return undefined
  const riff = start.toString('latin1', 0, 4)
  if (riff === 'RIFF') {
    const length = start.readUInt32LE(4)
    // Streamed files leave 0 or all ones; AVI over 1 GB continues in further chunks.
    return length === 0 || length >= 0xffff0000 ? undefined : 8 + length
  }
  if (!/^(ftyp|moov|mdat|free|skip|wide|styp)$/.test(start.toString('latin1', 4, 8)))
    return undefined
  let position = 0
  for (let box = 0; box < MAX_BOXES && position < size; box++) {
    const head = Buffer.from(await readAt(position, 16))
    if (head.length < 16) return position + 8
    const short = head.readUInt32BE(0)
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short
    // 0: up to the end of the file, wherever that is.
    if (length < 8) return undefined
    position += length
  }
  return position
}

/** Bytes that the headers promise and the file lacks; 0 when it is whole or nothing can be told. */
export async function missingBytes(path: string): Promise<number> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const readAt: ReadAt = async (position, count) => {
      const { bytesRead, buffer } = await file.read(new Uint8Array(count), 0, count, position)
      return buffer.subarray(0, bytesRead)
    }
    return Math.max(0, ((await claimedEnd(readAt, size)) ?? 0) - size)
  } finally {
    await file.close()
  }
}
