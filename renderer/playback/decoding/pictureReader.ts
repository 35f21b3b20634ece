/** The pictures of one file, read and decoded on the worker's thread. */
import { transfer } from 'comlink'
import { EncodedPacketSink, type VideoSample } from 'mediabunny'
import type { ColorReading } from '../colorReading.ts'
import type { CachedFrame } from '../frameCache.ts'
import type { MediaCopy } from '../MediaCopy.ts'
import { NotDecodable } from '../NotDecodable.ts'
import { firstShown } from './firstShown.ts'
import { keepPicture } from './keepPicture.ts'
import { openInput } from './openInput.ts'
import { readAs } from './readAs.ts'
import { createRuns, type Next } from './runs.ts'
import { shownFrom } from './shownFrom.ts'

/** Blocks read ahead: the way from key frame to key frame is a hundred kilobytes in a proxy, and megabytes in an original. */
const AHEAD: Readonly<Record<MediaCopy, number>> = { original: 4, proxy: 0 }

/** Times are seconds of the container. */
export interface PictureReader {
  /** When the first picture is shown, and how long after it the last one begins, or a little later. */
  readonly span: { readonly first: number; readonly last: number }
  /** Where decoding has to begin for the picture at `seconds`; null: there is none. */
  keyBefore(seconds: number): Promise<number | null>
  /** Begins to decode with the picture at `from`. Runs are numbered by the caller. */
  begin(run: number, from: number): void
  /**
   * The next picture of a run, those that end by `keepFrom` passed over; null at the end, and once the run was ended. One
   * caller at a time, to whom the picture belongs. @throws Error when the file cannot be read or decoded here.
   */
  next(run: number, keepFrom: number): Promise<CachedFrame | null>
  end(run: number): void
  /** Resolves when nothing is on its way any more. */
  close(): Promise<void>
}

/** @throws NotDecodable; Error when the file cannot be read. */
export async function openPictures(
  copy: MediaCopy,
  mediaKey: string,
  reading: ColorReading | null,
): Promise<PictureReader> {
  const input = openInput(copy, mediaKey, AHEAD[copy])
  try {
    if (!(await input.canRead())) throw new NotDecodable('The window cannot read this kind of file')
    const track = await input.getPrimaryVideoTrack()
    if (!track) throw new NotDecodable('There is no picture in this file')
    if (!(await track.canDecode()))
      throw new NotDecodable('The window has no decoder for this picture')
    const packets = new EncodedPacketSink(track)
    const first = await firstShown(input, track, packets)
    const end = await track.computeDuration()
    // Proxies have no pictures that come out of order: each is there as soon as it is decoded.
    const options = { optimizeForLatency: copy === 'proxy' }
    const runs = createRuns<VideoSample>()
    return {
      span: { first, last: Math.max(0, end - first - 1e-4) },
      async keyBefore(seconds) {
        const packet = await packets.getKeyPacket(seconds, { metadataOnly: true })
        return packet?.timestamp ?? null
      },
      begin: (run, from) =>
        runs.begin(run, readAs(shownFrom(track, packets, from, options), reading)),
      next: (run, keepFrom) => runs.take(run, (next) => pictureBehind(keepFrom, next)),
      end: runs.end,
      async close() {
        await runs.endAll()
        input.dispose()
      },
    }
  } catch (error) {
    input.dispose()
    throw error
  }
}

async function pictureBehind(
  keepFrom: number,
  next: Next<VideoSample>,
): Promise<CachedFrame | null> {
  for (;;) {
    const sample = await next()
    if (!sample) return null
    const start = sample.timestamp
    const end = start + Math.max(sample.duration, 1e-6)
    if (end > keepFrom) {
      const frame = { ...(await keepPicture(sample)), start, end }
      return transfer(frame, [frame.picture])
    }
    sample.close()
  }
}
