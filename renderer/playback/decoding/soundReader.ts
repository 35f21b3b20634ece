/** The sound of one file, read and decoded on the worker's thread. */
import { transfer } from 'comlink'
import {
  type AudioSample,
  AudioSampleSink,
  type EncodedPacketSink,
  type InputAudioTrack,
} from 'mediabunny'
import type { DecodedPiece } from '../soundPieces.ts'
import { openInput } from './openInput.ts'
import { createRuns, type Next } from './runs.ts'

/** Seconds that are handed over at once: a packet has a fiftieth. */
const AT_ONCE = 0.2

export interface SoundReader {
  /** Begins to decode `[from, to)`, seconds of the container. Runs are numbered by the caller. */
  begin(run: number, from: number, to: number): void
  /** What comes next of a run, in order; nothing: it is over. @throws Error when the file cannot be read or decoded here. */
  next(run: number): Promise<readonly DecodedPiece[]>
  end(run: number): void
  /** Resolves when nothing is on its way any more. */
  close(): Promise<void>
}

/** Null: nothing of it can be heard here. @throws Error when the file cannot be read. */
export async function openSound(mediaKey: string): Promise<SoundReader | null> {
  const input = openInput('original', mediaKey, 0)
  try {
    const track = await input.getPrimaryAudioTrack()
    if (!track || !(await track.canDecode())) {
      input.dispose()
      return null
    }
    const runs = createRuns<AudioSample>()
    return {
      begin: (run, from, to) => runs.begin(run, samplesIn(track, from, to)),
      next: (run) => runs.take(run, piecesOf),
      end: runs.end,
      async close() {
        await runs.endAll()
        input.dispose()
      },
    }
  } catch (error) {
    input.dispose()
    throw error
  }
}

async function piecesOf(next: Next<AudioSample>): Promise<readonly DecodedPiece[]> {
  const pieces: DecodedPiece[] = []
  for (let seconds = 0; seconds < AT_ONCE; ) {
    const sample = await next()
    if (!sample) break
    seconds += sample.duration
    pieces.push(pieceOf(sample))
  }
  const buffers = pieces.flatMap(({ channels }) => channels.map(({ buffer }) => buffer))
  return transfer(pieces, buffers)
}

/** How a sink is made inside, which its types do not say. */
interface Inside {
  _createPacketSink(): EncodedPacketSink
}

/** Packets behind the end are not read: the sink would take as many as it can hold, a second of them. */
function samplesIn(track: InputAudioTrack, from: number, to: number) {
  const sink = new AudioSampleSink(track)
  const inside = sink as unknown as Inside
  const createPackets = inside._createPacketSink.bind(sink)
  inside._createPacketSink = () => {
    const packets = createPackets()
    const all = packets.packets.bind(packets)
    packets.packets = async function* (...range) {
      for await (const packet of all(...range)) {
        if (packet.timestamp >= to) return
        yield packet
      }
    }
    return packets
  }
  return sink.samples(from, to)
}

function pieceOf(sample: AudioSample): DecodedPiece {
  const { timestamp, sampleRate, numberOfFrames, numberOfChannels } = sample
  const channels = Array.from({ length: numberOfChannels }, (_, planeIndex) => {
    const values = new Float32Array(numberOfFrames)
    sample.copyTo(values, { planeIndex, format: 'f32-planar' })
    return values
  })
  sample.close()
  return { timestamp, sampleRate, channels }
}
