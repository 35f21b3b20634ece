/** Decoded pictures of a track from the one on screen at a time on. */
import type {
  EncodedPacketSink,
  InputVideoTrack,
  VideoSample,
  VideoSinkDecoderOptions,
} from 'mediabunny'
import { frugalSamples } from './frugalSamples.ts'
import type { Output } from './runs.ts'

/** Seconds by which a decoded picture, told in whole microseconds, may seem to begin before its packet. */
const ROUNDING = 2e-6

/**
 * Which picture is on screen at `from` seconds is read from the packets: whoever waits for a decoder to say it waits for the
 * next picture too, the first that is later.
 */
export function shownFrom(
  track: InputVideoTrack,
  packets: EncodedPacketSink,
  from: number,
  options: VideoSinkDecoderOptions,
): Output<VideoSample> {
  const begun = begin()

  async function begin() {
    const shown = await packets.getPacket(from + ROUNDING, { metadataOnly: true })
    const start = (shown?.timestamp ?? from) - ROUNDING
    return { start, samples: frugalSamples(track, start, options) }
  }
  return {
    async next() {
      const { start, samples } = await begun
      for (;;) {
        const result = await samples.next()
        if (result.done || result.value.timestamp >= start) return result
        result.value.close()
      }
    },
    return: async (value) => (await begun).samples.return(value),
  }
}
