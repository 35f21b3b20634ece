/** Decoded pictures, read as the colours that they are (colorReading.ts). */
import { VideoSample } from 'mediabunny'
import { type ColorReading, isReadAs } from '../colorReading.ts'
import type { Output } from './runs.ts'

/** A picture that was read rightly is passed on as it is; of others the numbers are copied, which is quicker than drawing them. */
export function readAs(
  samples: Output<VideoSample>,
  reading: ColorReading | null,
): Output<VideoSample> {
  if (!reading) return samples
  return {
    // At once, also while a picture is waited for: whoever leaves does not wait for it.
    return: (value) => samples.return(value),
    async next() {
      const result = await samples.next()
      return result.done ? result : { value: await corrected(result.value, reading) }
    },
  }
}

async function corrected(sample: VideoSample, reading: ColorReading): Promise<VideoSample> {
  if (!sample.format || isReadAs(sample.colorSpace, reading)) return sample
  const { rotation, flip, timestamp, duration } = sample
  const frame = sample.toVideoFrame()
  try {
    const again = await copyAs(frame, { primaries: 'bt709', transfer: 'bt709', ...reading })
    return new VideoSample(again, { rotation, flip, timestamp, duration })
  } finally {
    frame.close()
    sample.close()
  }
}

async function copyAs(frame: VideoFrame, colorSpace: ColorSpace): Promise<VideoFrame> {
  const { format, visibleRect, displayWidth, displayHeight, timestamp } = frame
  if (!format || !visibleRect) throw new Error('A picture without numbers cannot be read anew')
  const numbers = new ArrayBuffer(frame.allocationSize())
  const layout = await frame.copyTo(numbers)
  const init = {
    ...{ format, layout, displayWidth, displayHeight, timestamp },
    ...{ codedWidth: visibleRect.width, codedHeight: visibleRect.height },
    colorSpace: colorSpace as VideoColorSpaceInit,
    transfer: [numbers],
  }
  return new VideoFrame(numbers, init)
}

/** TypeScript does not know the matrix of BT.2020 yet. */
type ColorSpace = Omit<VideoColorSpaceInit, 'matrix'> & ColorReading
