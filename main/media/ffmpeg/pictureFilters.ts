/** Filters that bring any picture stream to a plain, square-pixelled, progressive SDR picture of a given size. Pure. */
import { colorMatrix } from '../../../shared/model/colorMatrix.ts'
import {
  displaySize,
  isHdr,
  isInterlaced,
  type VideoStream,
} from '../../../shared/model/mediaInfo.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The display size, shrunk (never enlarged) so that its longest side is at most `maxSide`. */
export function fitInside(stream: VideoStream, maxSide: number): Size {
  const { width, height } = displaySize(stream)
  const scale = Math.min(1, maxSide / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

/** HDR → BT.709, when this ffmpeg has the filters; without them the picture is shown as it is, too pale. */
function toneMap(stream: VideoStream, filters: ReadonlySet<string>): string[] {
  if (!isHdr(stream) || !filters.has('zscale') || !filters.has('tonemap')) return []
  return [
    'zscale=transfer=linear:npl=100',
    'format=gbrpf32le',
    'tonemap=tonemap=hable:desat=0',
    'zscale=primaries=bt709:transfer=bt709:matrix=bt709:range=tv',
    'format=yuv420p',
  ]
}

/** ffmpeg's quick arithmetic would make all of a picture up to two levels of 255 darker. */
const EXACTLY = 'flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp'

/** Of untagged footage: ffmpeg knows what is tagged, and takes all else for BT.601. */
const untaggedMatrix = (stream: VideoStream): string | undefined =>
  stream.color.matrix !== undefined ||
  /^(rgb|bgr|gbr|argb|abgr|pal8|gray|ya)/.test(stream.pixelFormat)
    ? undefined
    : colorMatrix(stream)

/**
 * `target` is what the encoder wants: `jpeg` is full-range BT.601, `rgb` (or `rgba`) plain pixels, `video` limited BT.709.
 */
export function pictureFilters(
  stream: VideoStream,
  size: Size,
  target: 'jpeg' | 'rgb24' | 'rgba' | 'video',
  filters: ReadonlySet<string>,
): string[] {
  const mapped = toneMap(stream, filters)
  const matrix = mapped.length > 0 ? undefined : untaggedMatrix(stream)
  const scale = [
    `scale=w=${size.width}:h=${size.height}:${EXACTLY}`,
    ...(matrix === undefined ? [] : [`in_color_matrix=${matrix}`]),
    ...(target === 'jpeg' ? ['out_color_matrix=bt601:out_range=pc'] : []),
    ...(target === 'video' ? ['out_color_matrix=bt709:out_range=tv'] : []),
  ].join(':')
  const format = { jpeg: 'yuvj420p', rgb24: 'rgb24', rgba: 'rgba', video: 'yuv420p' }[target]
  return [
    ...(isInterlaced(stream) && filters.has('bwdif') ? ['bwdif=mode=send_frame:deint=all'] : []),
    ...mapped,
    scale,
    'setsar=1',
    `format=${format}`,
  ]
}
