/** Filters that bring a source to square RGB pixels of a given size, and its pictures onto the 24 fps grid. Pure. */

import { GenerationError } from '../../../shared/generation/failure.ts'
import { colorMatrix } from '../../../shared/model/colorMatrix.ts'
import { displaySize, type MediaInfo, type VideoStream } from '../../../shared/model/mediaInfo.ts'
import { compare, rational, toNumber } from '../../../shared/time/rational.ts'
import { say } from '../../../shared/words/say.ts'
import type { Size } from './Work.ts'

export const RATE = 24

/** An HDR picture taken down to BT.709, where this ffmpeg can; otherwise it comes out pale. */
function toneMap({ color }: VideoStream, filters: ReadonlySet<string>): string[] {
  const isHdr = color.transfer === 'smpte2084' || color.transfer === 'arib-std-b67'
  if (!isHdr || !filters.has('zscale') || !filters.has('tonemap')) return []
  return [
    'zscale=transfer=linear:npl=100',
    'format=gbrpf32le',
    'tonemap=tonemap=hable:desat=0',
    'zscale=primaries=bt709:transfer=bt709:matrix=bt709:range=tv',
    'format=yuv444p',
  ]
}

/** Of untagged pictures: ffmpeg knows what is tagged. */
function untaggedMatrix(stream: VideoStream): string[] {
  const isYuv = /^(yuv|nv|p0|p2|uyvy|yuyv)/.test(stream.pixelFormat)
  if (!isYuv || stream.color.matrix !== undefined) return []
  return [`in_color_matrix=${colorMatrix(stream)}`]
}

/** `pixels` is an RGB format such as gbrp or gbrp12. */
export function toRgb(
  stream: VideoStream,
  size: Size,
  pixels: string,
  filters: ReadonlySet<string>,
): string[] {
  const interlaced = stream.fieldOrder === 'tff' || stream.fieldOrder === 'bff'
  const mapped = toneMap(stream, filters)
  const scale = [
    `scale=${size.width}:${size.height}`,
    ...(mapped.length > 0 ? [] : untaggedMatrix(stream)),
    'flags=lanczos+accurate_rnd+full_chroma_int+full_chroma_inp',
  ]
  return [
    ...(interlaced && filters.has('bwdif') ? ['bwdif=mode=send_frame'] : []),
    ...mapped,
    scale.join(':'),
    `format=${pixels}`,
    'setsar=1',
  ]
}

/** As {@link toRgb}, filling `size` and cut at the sides or at top and bottom where the shape differs. */
export function toRgbCovering(
  stream: VideoStream,
  size: Size,
  pixels: string,
  filters: ReadonlySet<string>,
): string[] {
  const shown = displaySize(stream)
  const scale = Math.max(size.width / shown.width, size.height / shown.height)
  const whole = {
    width: Math.max(size.width, Math.round(shown.width * scale)),
    height: Math.max(size.height, Math.round(shown.height * scale)),
  }
  const isExact = whole.width === size.width && whole.height === size.height
  return [
    ...toRgb(stream, whole, pixels, filters),
    ...(isExact ? [] : [`crop=${size.width}:${size.height}:exact=1`]),
  ]
}

/** Each picture of the grid is the one on screen at its time; a source that ends early holds its last. */
export const onGrid = (frameCount: number): string[] => [
  'setpts=PTS-STARTPTS',
  `fps=fps=${RATE}:start_time=0:round=near`,
  `tpad=stop_mode=clone:stop=${frameCount}`,
  `trim=end_frame=${frameCount}`,
  `setpts=N/(${RATE}*TB)`,
]

/** The picture stream of a film that is at most `limit` seconds long, and its pictures on the 24 fps grid. */
export function checkedFilm(
  info: MediaInfo,
  limit: number,
  purpose: 'reframe' | 'transformation',
): { readonly stream: VideoStream; readonly frameCount: number } {
  const [stream] = info.video
  if (!stream) {
    throw new GenerationError(say('engine:noPictures', { purpose: say(`words:${purpose}`) }), {
      kind: 'input',
    })
  }
  if (info.kind === 'still') {
    throw new GenerationError(say('engine:stillGiven', { purpose: say(`words:${purpose}`) }), {
      kind: 'input',
    })
  }
  // One grid step of grace: a span cut on the grid may end that much late.
  if (compare(stream.duration, rational(limit * RATE + 1, RATE)) > 0) {
    throw new GenerationError(
      say('engine:tooLong', {
        length: toNumber(stream.duration),
        purpose: say(`words:${purpose}`),
        limit,
      }),
      { kind: 'validation' },
    )
  }
  return { stream, frameCount: Math.max(1, Math.round(toNumber(stream.duration) * RATE)) }
}
