/** Does a file end before its own headers say? A copy that was interrupted looks whole to every header reader. */
import { open } from 'node:fs/promises'

/** Reads up to `count` bytes at `position`. */
type ReadAt = (position: number, count: number) => Promise<Uint8Array>

/** Fragmented files have thousands of boxes; the walk stops here and believes the rest. */
const MAX_BOXES = 64

/** A number of EBML at `at`, or undefined where it stands for "unknown" or is cut off. */
function readVint(bytes: Buffer, at: number): { value: number; next: number } | undefined {
  const first = bytes[at]
  if (first === undefined || first === 0) return undefined
  const length = Math.clz32(first) - 23
  if (at + length > bytes.length) return undefined
  let value = first & (0xff >> length)
  let isUnknown = value === 0xff >> length
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index] as number
    value = value * 256 + byte
    isUnknown &&= byte === 0xff
  }
  return isUnknown ? undefined : { value, next: at + length }
}

/** Matroska: a header element, then one segment that says how long it is, unless it was streamed. */
function segmentEnd(start: Buffer): number | undefined {
  const header = readVint(start, 4)
  const segment = header && header.next + header.value
  if (segment === undefined || segment + 4 > start.length) return undefined
  if (start.readUInt32BE(segment) !== 0x18538067) return undefined
  const size = readVint(start, segment + 4)
  return size && size.next + size.value
}

/**
 * Where the outermost boxes of MP4 and MOV, the chunk of AVI and WAV, or the segment of Matroska claim to end;
 * undefined for other formats.
 */
export async function claimedEnd(readAt: ReadAt, size: number): Promise<number | undefined> {
  const start = Buffer.from(await readAt(0, 256))
  if (start.length < 16) return undefined
  if (start.readUInt32BE(0) === 0x1a45dfa3) return segmentEnd(start)
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
