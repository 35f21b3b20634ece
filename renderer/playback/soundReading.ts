/** What is heard of one span, piece after piece: read forwards, or backwards in short stretches that are turned round. */
import type { StereoMix } from '../../shared/render/stereoMix.ts'
import { createPieceMaker, type DecodedPiece, type ReadyPiece } from './soundPieces.ts'
import type { HeardSpan } from './soundTimes.ts'
import { createStretch, joined, type Stereo, stretchAhead } from './stretch.ts'

/** Decoded sound of a medium's seconds `[from, to)`, in order; it may begin earlier and end later. */
export type ReadSound = (from: number, to: number) => AsyncIterable<DecodedPiece>

export type Heard = Pick<HeardSpan, 'mediaStart' | 'length' | 'playbackRate'>

/** Times are seconds from the first moment that is heard. */
export const soundPieces = (
  read: ReadSound,
  heard: Heard,
  mix: StereoMix,
): AsyncGenerator<ReadyPiece> =>
  heard.playbackRate > 0 ? forwards(read, heard, mix) : backwards(read, heard, mix)

async function* forwards(
  read: ReadSound,
  { mediaStart, length, playbackRate }: Heard,
  mix: StereoMix,
): AsyncGenerator<ReadyPiece> {
  const ahead = playbackRate === 1 ? 0 : stretchAhead(playbackRate)
  const maker = createPieceMaker(mediaStart, playbackRate, mix)
  for await (const piece of read(mediaStart, mediaStart + length * playbackRate + ahead)) {
    yield* maker.take(piece)
  }
  yield* maker.end()
}

/** Seconds of the medium that are turned round at once. */
const STRETCH_SECONDS = 0.5
/** What a decoder gives first after a jump is not yet what the file has there. */
const RUN_UP = 0.1

async function* backwards(
  read: ReadSound,
  { mediaStart, length, playbackRate }: Heard,
  mix: StereoMix,
): AsyncGenerator<ReadyPiece> {
  const pace = -playbackRate
  const stretch = createStretchOf(pace)
  const least = mediaStart - length * pace - (pace === 1 ? 0 : stretchAhead(pace))
  let [turned, made] = [0, 0]
  for (let to = mediaStart; to > least; to -= STRETCH_SECONDS) {
    const from = Math.max(least, to - STRETCH_SECONDS)
    const found = await stretchOf(read, from, to, mix)
    // Nothing there: before the beginning, or behind the end.
    const rate = found?.rate ?? stretch.rate
    if (rate === 0) continue
    const upTo = Math.round((mediaStart - from) * rate)
    const sound = reversed(found?.sound ?? [EMPTY, EMPTY], upTo - turned)
    turned = upTo
    const ready = stretch.push(sound, rate)
    if (ready[0].length > 0) yield { time: made / rate, sampleRate: rate, sound: ready }
    made += ready[0].length
  }
  const rest = stretch.end()
  if (rest[0].length > 0) yield { time: made / stretch.rate, sampleRate: stretch.rate, sound: rest }
}

const EMPTY = new Float32Array()

/** Keeps the pitch, or does nothing at normal speed. `rate`: of what came last, 0 before that. */
function createStretchOf(pace: number) {
  let stretch: ReturnType<typeof createStretch> | null = null
  let rate = 0
  return {
    get rate() {
      return rate
    },
    push(sound: Stereo, sampleRate: number): Stereo {
      rate = sampleRate
      if (pace === 1) return sound
      stretch ??= createStretch(pace, sampleRate)
      return stretch.push(sound)
    },
    end: (): Stereo => stretch?.end() ?? [EMPTY, EMPTY],
  }
}

/** The seconds `[from, to)`, from their first sample on; shorter where the medium ends. Null: there is nothing. */
async function stretchOf(read: ReadSound, from: number, to: number, mix: StereoMix) {
  const maker = createPieceMaker(from, 1, mix)
  const pieces: ReadyPiece[] = []
  for await (const piece of read(from - RUN_UP, to)) pieces.push(...maker.take(piece))
  const [first] = pieces
  return first && { rate: first.sampleRate, sound: joined(pieces.map(({ sound }) => sound)) }
}

/** The first `length` samples from the last to the first; silent where there are fewer. */
function reversed(sound: Stereo, length: number): Stereo {
  const side = (values: Float32Array): Float32Array => {
    const out = new Float32Array(length)
    const known = Math.min(length, values.length)
    for (let i = 0; i < known; i++) out[length - 1 - i] = values[i] ?? 0
    return out
  }
  return [side(sound[0]), side(sound[1])]
}
