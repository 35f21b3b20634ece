/** Whether the window can show a medium as it is, or needs a stand-in. */
import { displaySize, isShownConverted, type MediaInfo } from '../../shared/model/mediaInfo.ts'

/** Containers that mediabunny reads, as ffprobe names them. */
const CONTAINERS = ['mp4', 'mov', 'matroska', 'webm', 'mpegts']
/** Codecs that every Chromium decodes (HEVC depends on the machine). */
const PICTURE_CODECS = ['h264', 'vp8', 'vp9', 'av1']
const SOUND_CODECS = /^(aac|mp3|opus|vorbis|flac|pcm_.+)$/
const PLAIN_PIXELS = ['yuv420p', 'yuvj420p']
/** Larger pictures decode too slowly in software to scrub. */
const MOST_PIXELS = 1920 * 1080

/**
 * True for moving pictures that the window cannot decode, or not fast enough, or only unlike every other painter here. Sound
 * and stills never need one.
 */
export function needsProxy(info: MediaInfo): boolean {
  const [picture] = info.video
  if (info.kind !== 'video' || !picture) return false
  const { width, height } = displaySize(picture)
  const isPlain =
    CONTAINERS.some((name) => info.container.split(',').includes(name)) &&
    PICTURE_CODECS.includes(picture.codec) &&
    PLAIN_PIXELS.includes(picture.pixelFormat) &&
    info.audio.every(({ codec }) => SOUND_CODECS.test(codec))
  return !isPlain || isShownConverted(info) || width * height > MOST_PIXELS
}
