/** Makes a picture that can be kept of what a decoder gave. */
import type { VideoSample } from 'mediabunny'
import type { CachedFrame } from '../frameCache.ts'

const BITMAP_BYTES_PER_PIXEL = 4

/**
 * Upright and with square pixels, as the model counts sizes; closes the sample. Pictures in plain memory are kept as they
 * are. Those of a hardware decoder come from a pool of a few, without which it stands still: they are copied.
 */
export async function keepPicture(
  sample: VideoSample,
): Promise<Omit<CachedFrame, 'start' | 'end'>> {
  const { displayWidth: width, displayHeight: height, rotation, flip } = sample
  try {
    const bitmap = { width, height, bytes: width * height * BITMAP_BYTES_PER_PIXEL }
    const frame = sample.toVideoFrame()
    const isPlain =
      rotation === 0 && !flip && width === frame.displayWidth && height === frame.displayHeight
    if (isPlain && frame.format?.startsWith('I4')) {
      return { picture: frame, width, height, bytes: frame.allocationSize() }
    }
    try {
      return {
        picture: isPlain ? await createImageBitmap(frame) : turned(sample, width, height),
        ...bitmap,
      }
    } finally {
      frame.close()
    }
  } finally {
    sample.close()
  }
}

function turned(sample: VideoSample, width: number, height: number): ImageBitmap {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The window has no 2D canvas to turn a picture on')
  sample.draw(context, 0, 0, width, height)
  return canvas.transferToImageBitmap()
}
