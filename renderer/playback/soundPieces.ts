/** The samples of a span as they come out of a decoder, made ready to be scheduled: two channels, at the span's speed. */
import type { StereoMix } from '../../shared/render/stereoMix.ts'
import { createStretch, joined, type Stereo } from './stretch.ts'

/** Decoded sound. */
export interface DecodedPiece {
  /** Seconds of the file at its first sample. */
  readonly timestamp: number
  readonly sampleRate: number
  /** The samples of each, all of one length. */
  readonly channels: readonly Float32Array<ArrayBuffer>[]
}

export interface ReadyPiece {
  /** Seconds from the span's first moment, as it is heard. */
  readonly time: number
  readonly sampleRate: number
  readonly sound: Stereo
}

/** Both sides of a decoded piece. */
export function stereoOf(channels: DecodedPiece['channels'], { left, right }: StereoMix): Stereo {
  const side = (shares: readonly number[]): Float32Array => {
    const sum = new Float32Array(channels[0]?.length ?? 0)
    for (const [channel, values] of channels.entries()) {
      const share = shares[channel] ?? 0
      if (share === 0) continue
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + share * (values[i] ?? 0)
    }
    return sum
  }
  return [side(left), side(right)]
}

export interface PieceMaker {
  take(piece: DecodedPiece): ReadyPiece[]
  end(): ReadyPiece[]
}

/**
 * Pieces of a file, in order, as pieces of what is heard from `mediaStart` on. What lies before it is dropped, what is
 * missing is silent.
 */
export function createPieceMaker(
  mediaStart: number,
  playbackRate: number,
  mix: StereoMix,
): PieceMaker {
  let made = 0
  let wanted = 0
  let rate = 0
  let stretch: ReturnType<typeof createStretch> | null = null

  const ready = (sound: Stereo): ReadyPiece[] => {
    if (sound[0].length === 0) return []
    const piece = { time: made / rate, sampleRate: rate, sound }
    made += sound[0].length
    return [piece]
  }

  return {
    take({ timestamp, sampleRate, channels }) {
      rate = sampleRate
      // Where the piece lies, in samples from the span's first; the next one wanted is `wanted`.
      const at = Math.round((timestamp - mediaStart) * rate)
      const late = Math.max(0, at - wanted)
      const [left, right] = stereoOf(channels, mix)
      const early = Math.min(left.length, Math.max(0, wanted - at))
      const sound = joined([
        [new Float32Array(late), new Float32Array(late)],
        [left.subarray(early), right.subarray(early)],
      ])
      wanted += sound[0].length
      if (playbackRate === 1) return ready(sound)
      stretch ??= createStretch(playbackRate, rate)
      return ready(stretch.push(sound))
    },
    end: () => (stretch ? ready(stretch.end()) : []),
  }
}
