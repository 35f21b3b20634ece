/**
 * Where a movie's pictures and sound lie: QuickTime and MP4 may keep them in other files (reference movies). ffmpeg does not
 * follow that, and would read whatever stands at those places of the movie itself.
 */
import { open } from 'node:fs/promises'

type ReadAt = (position: number, count: number) => Promise<Buffer>

interface Box {
  readonly name: string
  /** Where its content begins and ends. */
  readonly start: number
  readonly end: number
}

/** More are in no movie that has an index; the walk then believes the rest. */
const MOST_BOXES = 512

async function* boxesIn(readAt: ReadAt, start: number, end: number): AsyncGenerator<Box> {
  let at = start
  for (let count = 0; count < MOST_BOXES && at + 8 <= end; count++) {
    const head = await readAt(at, 16)
    if (head.length < 8) return
    const short = head.readUInt32BE(0)
    if (short === 1 && head.length < 16) return
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short
    const header = short === 1 ? 16 : 8
    if (length < header) return
    const name = head.toString('latin1', 4, 8)
    yield { name, start: at + header, end: Math.min(end, at + length) }
    at += length
  }
}

async function findBox(readAt: ReadAt, parent: Box, name: string): Promise<Box | undefined> {
  for await (const box of boxesIn(readAt, parent.start, parent.end)) {
    if (box.name === name) return box
  }
  return undefined
}

/** Version, flags, four reserved bytes, then what kind of track it is. */
async function isSeenOrHeard(readAt: ReadAt, media: Box): Promise<boolean> {
  const handler = await findBox(readAt, media, 'hdlr')
  if (!handler) return false
  const kind = (await readAt(handler.start + 8, 4)).toString('latin1')
  return kind === 'vide' || kind === 'soun'
}

/** An entry says by its lowest flag that the media are here; one that names nothing says so, too. */
async function pointsElsewhere(readAt: ReadAt, media: Box): Promise<boolean> {
  let box: Box | undefined = media
  for (const name of ['minf', 'dinf', 'dref']) box = box && (await findBox(readAt, box, name))
  if (!box) return false
  for await (const entry of boxesIn(readAt, box.start + 8, box.end)) {
    const flags = await readAt(entry.start, 4)
    const isHere = flags.length < 4 || (flags.readUInt32BE(0) & 1) === 1
    if (!isHere && entry.end - entry.start > 4) return true
  }
  return false
}

/** Whether pictures or sound of an MP4 or MOV are kept in another file. False for what cannot be told. */
export async function keepsMediaElsewhere(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  const readAt: ReadAt = async (position, count) => {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(count), 0, count, position)
    return buffer.subarray(0, bytesRead)
  }
  try {
    const { size } = await file.stat()
    const whole: Box = { name: '', start: 0, end: size }
    const movie = await findBox(readAt, whole, 'moov')
    if (!movie) return false
    for await (const track of boxesIn(readAt, movie.start, movie.end)) {
      if (track.name !== 'trak') continue
      const media = await findBox(readAt, track, 'mdia')
      if (!media || !(await isSeenOrHeard(readAt, media))) continue
      if (await pointsElsewhere(readAt, media)) return true
    }
    return false
  } finally {
    await file.close()
  }
}
