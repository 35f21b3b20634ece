/**
 * Small stand-ins that seek fast: 540p class, a key frame every 6 pictures, no B-frames, plain 4:2:0 BT.709, stereo AAC.
 * Every picture keeps its exact time, so a frame of the proxy is the same frame of the source.
 */

import { displaySize, type MediaInfo, type VideoStream } from '../../../shared/model/mediaInfo.ts'
import { say } from '../../../shared/words/say.ts'
import { type MediaEngine, MediaError } from '../MediaEngine.ts'
import { majorMinor } from './capabilities.ts'
import { fileUrl, inputArguments, type Sniffed, sniffFile } from './input.ts'
import { pictureFilters, type Size } from './pictureFilters.ts'
import { shownPicture } from './still.ts'

/** The shorter side of a proxy, at most. */
const SHORT_SIDE = 540
/** Pictures from one key frame to the next. */
const GROUP = 6

const even = (value: number): number => Math.max(2, Math.round(value / 2) * 2)

/** The display size with its shorter side at most 540, never enlarged, both sides even. */
export function proxySize(video: VideoStream): Size {
  const { width, height } = displaySize(video)
  const scale = Math.min(1, SHORT_SIDE / Math.min(width, height))
  return { width: even(width * scale), height: even(height * scale) }
}

/** Finished arguments; `out` may have any name, it is written as MP4 with its index first. */
export function proxyArguments(
  info: MediaInfo,
  video: VideoStream,
  request: {
    readonly path: string
    readonly sniffed: Sniffed
    readonly out: string
    readonly filters: ReadonlySet<string>
    /** ffmpeg's own version, `5.1.9`: it renamed an option on the way. */
    readonly version: string
  },
): string[] {
  const [major, minor] = majorMinor(request.version)
  const ownClock = major > 6 || (major === 6 && minor >= 1) ? 'demux' : '-1'
  const filters = pictureFilters(video, proxySize(video), 'video', request.filters)
  return [
    ...inputArguments(request.path, request.sniffed),
    ...['-map', `0:${video.index}`, ...info.audio.flatMap(({ index }) => ['-map', `0:${index}`])],
    ...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-vf', filters.join(',')],
    // The source's own clock, or uneven times would be rounded to the average rate.
    ...['-fps_mode', 'passthrough', '-enc_time_base:v', ownClock],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-pix_fmt', 'yuv420p'],
    // Half the work to decode for a few bytes more; by SSIM they look the same.
    ...['-tune', 'fastdecode'],
    ...['-g', String(GROUP), '-keyint_min', String(GROUP), '-sc_threshold', '0', '-bf', '0'],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-color_range', 'tv'],
    ...(info.audio.length > 0 ? ['-c:a', 'aac', '-b:a', '160k', '-ac', '2', '-ar', '48000'] : []),
    ...['-movflags', '+faststart', '-f', 'mp4', fileUrl(request.out)],
  ]
}

/**
 * Writes the proxy of a video to `out`. `onFrame` counts finished pictures.
 * @throws MediaError `unsupported` for stills and plain sound, which need none, and for an ffmpeg without libx264.
 */
export async function writeProxy(
  engine: Pick<MediaEngine, 'probe' | 'run' | 'capabilities'>,
  path: string,
  out: string,
  options: { readonly signal?: AbortSignal; readonly onFrame?: (frame: number) => void } = {},
): Promise<void> {
  const { encoders, filters, version } = await engine.capabilities()
  if (!encoders.has('libx264')) {
    throw new MediaError(say('media:noX264'), 'unsupported')
  }
  const info = await engine.probe(path, options.signal)
  const video = shownPicture(info, path)
  const sniffed = await sniffFile(path)
  if (info.kind === 'still') throw new MediaError(say('media:stillNoProxy'), 'unsupported')
  await engine.run(proxyArguments(info, video, { path, sniffed, out, filters, version }), options)
}
