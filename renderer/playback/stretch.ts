/**
 * Sound faster or slower at the same pitch, as a stream: WSOLA (Verhelst and Roelands 1993), the method of the export's
 * `atempo`. The sound is laid together from pieces of the source, each taken where it goes on from the one before best,
 * not further than {@link REACH} from where the speed would have it.
 */

/** Left and right, of the same length. */
export type Stereo = readonly [left: Float32Array, right: Float32Array]

export interface Stretch {
  /** Takes in more and answers what is ready; output begins exactly with the first sample taken in. */
  push(sound: Stereo): Stereo
  /** The rest: all of the output together is as long as the input over the speed. */
  end(): Stereo
}

/** Seconds of a piece, all of which is blended with the one before. */
const PIECE = 0.02
const REACH = 0.012
/** The search looks at every so manieth place first, then at all of them around the best. */
const COARSE = 4
/** Seconds of the source behind a place that the sound there is made with. */
export const stretchAhead = (speed: number): number => 2 * (PIECE + REACH) + PIECE * speed

export function createStretch(speed: number, sampleRate: number): Stretch {
  const piece = Math.round(PIECE * sampleRate)
  const reach = Math.round(REACH * sampleRate)
  const blend = Float32Array.from(
    { length: piece },
    (_, i) => 0.5 - 0.5 * Math.cos((Math.PI * (i + 0.5)) / piece),
  )
  let input = emptyInput()
  let [taken, given, pieces, onward] = [0, 0, 0, 0]

  /** Where the next piece would come from at exactly this speed. */
  const nominal = (): number => Math.round(pieces * piece * speed)
  /** Samples taken in before the next piece: what it is made of, and as much as it stands for. */
  const needed = (): number =>
    Math.max(
      Math.max(nominal() + reach + COARSE, onward) + piece,
      Math.ceil((pieces + 1) * piece * speed),
    )

  function next(): Stereo {
    const from = pieces === 0 ? 0 : bestPlace(input, onward, nominal(), piece, reach)
    const out: Stereo = [new Float32Array(piece), new Float32Array(piece)]
    for (const [channel, values] of out.entries()) {
      const source = input.channels[channel] ?? new Float32Array()
      for (let i = 0; i < piece; i++) {
        const share = pieces === 0 ? 1 : (blend[i] ?? 1)
        const goesOn = source[onward - input.start + i] ?? 0
        const comes = source[from - input.start + i] ?? 0
        values[i] = goesOn * (1 - share) + comes * share
      }
    }
    pieces++
    onward = from + piece
    input = withoutPast(input, Math.min(onward, nominal() - reach))
    return out
  }

  function ready(): Stereo[] {
    const out: Stereo[] = []
    while (needed() <= taken) out.push(next())
    given += out.length * piece
    return out
  }

  return {
    push(sound) {
      taken += sound[0].length
      input = { ...input, channels: joined([input.channels, sound]) }
      return joined(ready())
    },
    end() {
      const whole = Math.round(taken / speed)
      const missing = Math.max(0, whole - given)
      const silence = Math.ceil(missing * speed) + 2 * (piece + reach)
      const padding: Stereo = [new Float32Array(silence), new Float32Array(silence)]
      taken += silence
      input = { ...input, channels: joined([input.channels, padding]) }
      const [left, right] = joined(ready())
      return [left.subarray(0, missing), right.subarray(0, missing)]
    },
  }
}

/** What is still needed of the source; `start` counts the samples before it. */
interface Input {
  readonly start: number
  readonly channels: Stereo
}

const emptyInput = (): Input => ({ start: 0, channels: [new Float32Array(), new Float32Array()] })

function withoutPast({ start, channels: [left, right] }: Input, first: number): Input {
  const past = Math.min(left.length, Math.max(0, first - start))
  return { start: start + past, channels: [left.slice(past), right.slice(past)] }
}

export function joined(parts: readonly Stereo[]): Stereo {
  const length = parts.reduce((sum, [left]) => sum + left.length, 0)
  const whole: Stereo = [new Float32Array(length), new Float32Array(length)]
  let at = 0
  for (const [left, right] of parts) {
    whole[0].set(left, at)
    whole[1].set(right, at)
    at += left.length
  }
  return whole
}

/** The place within reach of `nominal` whose sound is most like what would have gone on; `nominal` where all is silent. */
function bestPlace(
  { start, channels: [left, right] }: Input,
  onward: number,
  nominal: number,
  piece: number,
  reach: number,
): number {
  const likeness = (from: number, step: number): number => {
    let [product, energy] = [0, 0]
    for (let i = 0; i < piece; i += step) {
      const [a, b] = [onward - start + i, from - start + i]
      const goesOn = (left[a] ?? 0) + (right[a] ?? 0)
      const comes = (left[b] ?? 0) + (right[b] ?? 0)
      product += goesOn * comes
      energy += comes * comes
    }
    return energy > 0 ? product / Math.sqrt(energy) : 0
  }
  const best = (low: number, high: number, apart: number, from: number): number => {
    let [place, most] = [from, likeness(from, apart)]
    for (let at = Math.max(start, low); at <= high; at += apart) {
      const like = likeness(at, apart)
      if (like > most) [place, most] = [at, like]
    }
    return place
  }
  const near = best(nominal - reach, nominal + reach, COARSE, Math.max(start, nominal))
  return best(near - COARSE, near + COARSE, 1, near)
}
