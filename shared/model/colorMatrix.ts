/** By which matrix a picture's luma and chroma are read as colours: the one rule of every painter here (docs/media.md). */
import type { VideoStream } from './mediaInfo.ts'

/** As ffmpeg's scaler calls them. */
export type ColorMatrix = 'bt601' | 'bt709' | 'bt2020' | 'smpte240m' | 'fcc'

/** Tags as ffprobe tells them. */
const TAGGED: ReadonlyMap<string, ColorMatrix> = new Map([
  ['bt709', 'bt709'],
  ['bt601', 'bt601'],
  ['smpte170m', 'bt601'],
  ['bt470bg', 'bt601'],
  ['bt2020nc', 'bt2020'],
  ['bt2020c', 'bt2020'],
  ['smpte240m', 'smpte240m'],
  ['fcc', 'fcc'],
])

/** Untagged HD is BT.709 and what is smaller BT.601. Undefined where a tag says that it is none of these, as of RGB. */
export function colorMatrix({
  color,
  height,
}: Pick<VideoStream, 'color' | 'height'>): ColorMatrix | undefined {
  if (color.matrix === undefined) return height > 576 ? 'bt709' : 'bt601'
  return TAGGED.get(color.matrix)
}

/** Whether luma and chroma reach from 0 to 255 (of 8 bits); else they are limited, black at 16. */
export const isFullRange = ({
  color,
  pixelFormat,
}: Pick<VideoStream, 'color' | 'pixelFormat'>): boolean =>
  color.range === 'pc' || pixelFormat.startsWith('yuvj')
