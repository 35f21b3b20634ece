/** One picture of a file, exactly the one on screen at a time. */

import { rm, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { MediaInfo, VideoStream } from '../../../shared/model/mediaInfo.ts'
import type { Rational } from '../../../shared/time/rational.ts'
import { say } from '../../../shared/words/say.ts'
import { absent } from '../../files/absent.ts'
import { MediaError, type RunOptions } from '../MediaEngine.ts'
import { fileUrl, inputArguments, type Sniffed, sniffFile } from './input.ts'
import { fitInside, pictureFilters } from './pictureFilters.ts'
import { decimalSeconds, seeksExactly, seekToFrame, stretchesBefore } from './seek.ts'

export interface Seek {
  /** Value of `-ss` on the file's own clock, in decimal seconds; from the beginning without it. */
  readonly ss?: string
  /** Only pictures of this stretch of that clock, as `trim` writes it; the last of them is meant. */
  readonly trim?: string
}

/** The ways to reach the picture at `time`, to be tried in order until one yields a picture. */
export function seeksFor(info: MediaInfo, video: VideoStream, time: Rational): Seek[] {
  if (info.kind === 'still') return [{}]
  const stretches = stretchesBefore(info, video, time).map(({ from, until }): Seek => {
    const end = `end=${decimalSeconds(until)}`
    if (!from) return { trim: end }
    const start = decimalSeconds(from)
    return { ss: start, trim: `start=${start}:${end}` }
  })
  // Before the first picture there is none to hold: then the first one is shown.
  if (!seeksExactly(info, video)) return [...stretches, {}]
  // A header may promise more frames than there are: then the last one before that time is shown.
  return [{ ss: decimalSeconds(seekToFrame(video, time)) }, ...stretches, {}]
}

/** Input, seek, filters: everything before the output's own options. `own` are further input options. */
export function pictureArguments(
  path: string,
  sniffed: Sniffed,
  video: VideoStream,
  seek: Seek,
  filters: readonly string[],
  own: readonly string[] = [],
): string[] {
  const { ss, trim } = seek
  // Times as they are in the file, since ffmpeg moves zero about for some containers; `trim` then cuts exactly.
  const exact = trim === undefined ? [] : ['-copyts', '-noaccurate_seek']
  const before = [
    ...own,
    ...exact,
    ...(ss === undefined ? [] : ['-seek_timestamp', '1', '-ss', ss]),
  ]
  return [
    ...inputArguments(path, { ...sniffed, before }),
    ...['-map', `0:${video.index}`, '-an', '-sn', '-dn'],
    ...['-vf', [...(trim === undefined ? [] : [`trim=${trim}`]), ...filters].join(',')],
    // Without this a gap in the times would repeat pictures.
    ...['-fps_mode', 'passthrough'],
    // Of a stretch every picture is written over the one before, so that its last one stays.
    ...(trim === undefined ? ['-frames:v', '1'] : []),
  ]
}

/** ffmpeg met damage where it was told to read; elsewhere in the file there may be a picture. */
export const isDamage = (error: unknown): boolean =>
  error instanceof MediaError && (error.kind === 'failed' || error.kind === 'notMedia')

export interface StillTools {
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<void>
  readonly filters: ReadonlySet<string>
}

/** The picture stream that is shown, or a sentence that there is none. */
export function shownPicture(info: MediaInfo, path: string): VideoStream {
  const [video] = info.video
  if (video) return video
  throw new MediaError(say('media:soundOnly', { name: basename(path) }), 'unsupported')
}

/**
 * Writes the picture on screen at `time` (seconds from media zero) as JPEG or PNG, by `out`'s ending.
 * @throws MediaError when there is no picture; RangeError for another ending.
 */
export async function writeStill(
  tools: StillTools,
  info: MediaInfo,
  request: {
    readonly path: string
    readonly time: Rational
    readonly maxSide: number
    readonly out: string
  },
  signal?: AbortSignal,
): Promise<void> {
  const { path, time, maxSide, out } = request
  const video = shownPicture(info, path)
  const ending = extname(out).toLowerCase()
  if (!['.jpg', '.jpeg', '.png'].includes(ending)) {
    throw new RangeError(`A still is written as .jpg or .png, not as "${ending}"`)
  }
  const isPng = ending === '.png'
  const target = isPng ? (video.hasAlpha ? 'rgba' : 'rgb24') : 'jpeg'
  const filters = pictureFilters(video, fitInside(video, maxSide), target, tools.filters)
  const sniffed = await sniffFile(path)
  const encoder = isPng ? ['-c:v', 'png'] : ['-c:v', 'mjpeg', '-q:v', '3', '-strict', 'unofficial']
  await rm(out, { force: true })
  let damage: unknown
  for (const seek of seeksFor(info, video, time)) {
    const args = [
      ...pictureArguments(path, sniffed, video, seek, filters),
      ...encoder,
      ...['-f', 'image2', '-update', '1', fileUrl(out)],
    ]
    try {
      await tools.run(args, signal ? { signal } : {})
    } catch (error) {
      if (!isDamage(error)) throw error
      damage ??= error
      continue
    }
    const written = await stat(out).catch(absent)
    if (written && written.size > 0) return
  }
  if (damage) throw damage
  throw new MediaError(
    say('media:noPictureAt', { name: basename(path), time: decimalSeconds(time) }),
    'failed',
  )
}
