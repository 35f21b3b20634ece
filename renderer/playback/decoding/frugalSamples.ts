/**
 * The pictures of a track from a time on, with only a few of them waiting and none decoded on the way that is not needed.
 * mediabunny hands a decoder that has given nothing yet forty packets at once; whoever stops fetching then holds forty
 * pictures open, 120 MB of 1080p for each decoder.
 */
import {
  type EncodedPacket,
  type EncodedPacketSink,
  type InputVideoTrack,
  type VideoSample,
  VideoSampleSink,
  type VideoSinkDecoderOptions,
} from 'mediabunny'
import { neededIn } from './sparePictures.ts'

/** Packets that wait in the decoder: so many that it has work while the page is busy. */
const WAITING = 6

/** How a sink is made inside, which its types do not say; test/e2e/memory.test.ts counts what comes of it. */
interface Inside {
  _createDecoder(...listeners: unknown[]): Promise<{ readonly decoder: VideoDecoder | null }>
  _createPacketSink(): EncodedPacketSink
}

/** Those that begin at `from` seconds or later, and one more that may come before them. For one reader. */
export function frugalSamples(
  track: InputVideoTrack,
  from: number,
  options: VideoSinkDecoderOptions = {},
): AsyncGenerator<VideoSample, void, unknown> {
  const sink = new VideoSampleSink(track, options)
  const inside = sink as unknown as Inside
  const createDecoder = inside._createDecoder.bind(sink)
  const createPackets = inside._createPacketSink.bind(sink)
  let decoder: VideoDecoder | null = null
  inside._createDecoder = async (...listeners) => {
    const made = await createDecoder(...listeners)
    decoder = made.decoder
    return made
  }
  inside._createPacketSink = () => {
    const packets = createPackets()
    const all = packets.packets.bind(packets)
    packets.packets = (...range) => towards(from, track, all(...range), decoder)
    return packets
  }
  return sink.samples(from)
}

/**
 * Without those before `from` that no other picture is made from; the first is always there. From then on one packet after the other, as the decoder takes them: nothing of those before is kept.
 */
async function* towards(
  from: number,
  track: InputVideoTrack,
  all: AsyncGenerator<EncodedPacket, void, unknown>,
  decoder: VideoDecoder | null,
): AsyncGenerator<EncodedPacket, void, unknown> {
  const isNeeded = await neededIn(track)
  let isFirst = true
  for await (const packet of all) {
    const isOnWay = packet.timestamp < from
    if (isOnWay && !isFirst && !isNeeded(packet)) continue
    isFirst = false
    while (!isOnWay && decoder && decoder.decodeQueueSize > WAITING) await taken(decoder)
    yield packet
  }
}

/** A decoder that was closed has nothing waiting, and tells that too. */
const taken = (decoder: VideoDecoder): Promise<void> =>
  new Promise((resolve) => {
    decoder.addEventListener('dequeue', () => resolve(), { once: true })
  })
