/** When the first picture of a file is shown. */
import {
  type EncodedPacketSink,
  type Input,
  type InputVideoTrack,
  IsobmffInputFormat,
} from 'mediabunny'

/**
 * Seconds of the container. An edit list of MP4 or QuickTime hides pictures that are there only to decode from: they stand
 * before zero. In other containers a picture before zero is seen.
 */
export async function firstShown(
  input: Input,
  track: InputVideoTrack,
  packets: EncodedPacketSink,
): Promise<number> {
  const first = await track.getFirstTimestamp()
  if (first >= 0) return first
  if (!((await input.getFormat()) instanceof IsobmffInputFormat)) return first
  const atZero = await packets.getPacket(0)
  if (!atZero) return first
  // One that the edit cuts in two is hidden whole, as ffmpeg does it.
  return atZero.timestamp >= 0 ? atZero.timestamp : atZero.timestamp + atZero.duration
}
