/** What the name of an ffmpeg pixel format says. */
import type { StreamAnswer } from './ffprobeAnswer.ts'

const ALPHA = /^(yuva|gbrap|rgba|bgra|argb|abgr|ya8|ya16|vuya|ayuv|pal8)/

/** `yuv420p10le` → 10, `rgb48be` → 16, `p010le` → 10, `gray16le` → 16, `yuv420p` → 8. */
export function bitsOf(pixelFormat: string): number {
  const name = pixelFormat.replace(/(le|be)$/, '')
  if (/^(rgb|bgr)48|^(rgba|bgra)64|^ya16|^ayuv64|f32$/.test(name)) return 16
  const planar = /(?:p|gray|ya|y2|x2rgb|x2bgr|^p[024]|xyz|bayer_\w+?)(9|10|12|14|16)$/.exec(name)
  return planar ? Number(planar[1]) : 8
}

export function describePixels(stream: StreamAnswer): {
  pixelFormat: string
  bitDepth: number
  hasAlpha: boolean
} {
  const pixelFormat = stream.pix_fmt ?? 'unknown'
  const named = bitsOf(pixelFormat)
  const stated = stream.bits_per_raw_sample ?? 0
  return {
    pixelFormat,
    bitDepth: stated > 0 && stated <= named ? stated : named,
    // VP8 and VP9 keep alpha in a second stream inside the packets; only a tag tells.
    hasAlpha: ALPHA.test(pixelFormat) || stream.tags?.alpha_mode === '1',
  }
}
