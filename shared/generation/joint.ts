/** Measures of a joint: two rows of small pictures of the same moments, as two renderings made them. Pure. */

/** Bytes of red, green and blue in turn, all pictures of one size. */
export interface SmallFilm {
  readonly width: number
  readonly height: number
  readonly pictures: readonly Uint8Array[]
}

/** `value * gain + offset` for each of red, green and blue; values and offsets are 0..255. */
export interface ColourMatch {
  readonly gain: Triple
  readonly offset: Triple
}
export type Triple = readonly [red: number, green: number, blue: number]

export const NO_CHANGE: ColourMatch = { gain: [1, 1, 1], offset: [0, 0, 0] }

/** Pictures that one result may lag behind another and still be brought together. */
export const REACH = 6

const CHANNELS = [0, 1, 2] as const
const triple = (of: (channel: 0 | 1 | 2) => number): Triple => [of(0), of(1), of(2)]

interface Pair {
  readonly earlier: Uint8Array
  readonly later: Uint8Array
}

/** The moments that both show when the later film is moved on by `shift` pictures. */
export function pairsAt(earlier: SmallFilm, later: SmallFilm, shift: number): Pair[] {
  return later.pictures.flatMap((picture, i) => {
    const other = earlier.pictures[i + shift]
    return other ? [{ earlier: other, later: picture }] : []
  })
}

/** At least this share of the later film's moments must meet for a shift to be considered. */
const LEAST_OVERLAP = 0.4
/** A shift must leave at most this much of the difference, so that noise in a still picture moves nothing. */
const CLEARLY_BETTER = 0.8

/**
 * By how many whole pictures the later film must be moved on to show the same moments: `later[i]` is `earlier[i + shift]`.
 * Brightness and contrast do not count.
 * @param base the earlier film's picture that should be the later one's first
 */
export function alignment(earlier: SmallFilm, later: SmallFilm, base: number): number {
  const greyEarlier = earlier.pictures.map(grey)
  const greyLater = later.pictures.map(grey)
  const unlike = (shift: number): number => {
    const likenesses = greyLater.flatMap((picture, i) => {
      const other = greyEarlier[base + i + shift]
      return other ? [structure(other, picture, earlier)] : []
    })
    if (likenesses.length < LEAST_OVERLAP * greyLater.length) return Number.POSITIVE_INFINITY
    return 1 - mean(likenesses)
  }
  const shifts = Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH)
  const scored = shifts.map((shift) => ({ shift, score: unlike(shift) }))
  const best = scored.reduce((a, b) => (b.score < a.score ? b : a))
  const unmoved = unlike(0)
  return best.score < unmoved * CLEARLY_BETTER && unmoved - best.score > 1e-4 ? best.shift : 0
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

function grey(rgb: Uint8Array): Float64Array {
  const values = new Float64Array(rgb.length / 3)
  for (let i = 0; i < values.length; i++) {
    values[i] =
      0.2126 * (rgb[3 * i] ?? 0) + 0.7152 * (rgb[3 * i + 1] ?? 0) + 0.0722 * (rgb[3 * i + 2] ?? 0)
  }
  return values
}

type Size = Pick<SmallFilm, 'width' | 'height'>
const WINDOW = 8
const STEP = 4

interface Moments {
  readonly meanA: number
  readonly meanB: number
  readonly varA: number
  readonly varB: number
  readonly both: number
}

function windows(a: Float64Array, b: Float64Array, size: Size, of: (m: Moments) => number): number {
  let [sum, count] = [0, 0]
  for (let y = 0; y + WINDOW <= size.height; y += STEP) {
    for (let x = 0; x + WINDOW <= size.width; x += STEP) {
      sum += of(momentsAt(a, b, size.width, x, y))
      count++
    }
  }
  return count === 0 ? 1 : sum / count
}

function momentsAt(a: Float64Array, b: Float64Array, width: number, x: number, y: number): Moments {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0]
  for (let row = y; row < y + WINDOW; row++) {
    for (let at = row * width + x; at < row * width + x + WINDOW; at++) {
      const [p, q] = [a[at] ?? 0, b[at] ?? 0]
      sumA += p
      sumB += q
      squaresA += p * p
      squaresB += q * q
      products += p * q
    }
  }
  const n = WINDOW * WINDOW
  const [meanA, meanB] = [sumA / n, sumB / n]
  return {
    ...{ meanA, meanB },
    varA: squaresA / n - meanA * meanA,
    varB: squaresB / n - meanB * meanB,
    both: products / n - meanA * meanB,
  }
}

const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2

/** The part of SSIM that brightness and contrast do not touch. */
const structure = (a: Float64Array, b: Float64Array, size: Size): number =>
  windows(a, b, size, ({ varA, varB, both }) => {
    const c3 = C2 / 2
    return (both + c3) / (Math.sqrt(Math.max(0, varA) * Math.max(0, varB)) + c3)
  })

/** SSIM of the brightness, -1..1, over windows of 8 x 8. */
export const ssim = (a: Uint8Array, b: Uint8Array, size: Size): number =>
  windows(grey(a), grey(b), size, ({ meanA, meanB, varA, varB, both }) => {
    const light = (2 * meanA * meanB + C1) / (meanA ** 2 + meanB ** 2 + C1)
    return (light * (2 * both + C2)) / (varA + varB + C2)
  })

/** How far a match may pull contrast apart or together: beyond it, the two do not show the same. */
const GAIN = { least: 0.5, most: 2 }
/** Levels of spread below which contrast is noise, and of difference that nobody sees. */
const FLAT = 2
const UNSEEN = 0.75
const UNSEEN_GAIN = 0.01

/** What gives the later pictures the colours of the earlier ones, by mean and spread of each channel. */
export function colourMatch(pairs: readonly Pair[]): ColourMatch {
  if (pairs.length === 0) return NO_CHANGE
  const channels = CHANNELS.map((channel) => {
    const earlier = spreadOf(
      pairs.map((pair) => pair.earlier),
      channel,
    )
    const later = spreadOf(
      pairs.map((pair) => pair.later),
      channel,
    )
    const wanted = later.spread < FLAT ? 1 : earlier.spread / later.spread
    const gain = Math.min(GAIN.most, Math.max(GAIN.least, wanted))
    const isSeen = Math.abs(earlier.mean - later.mean) > UNSEEN || Math.abs(gain - 1) > UNSEEN_GAIN
    return isSeen ? { gain, offset: earlier.mean - gain * later.mean } : { gain: 1, offset: 0 }
  })
  const [red, green, blue] = channels
  if (!red || !green || !blue) return NO_CHANGE
  return {
    gain: [red.gain, green.gain, blue.gain],
    offset: [red.offset, green.offset, blue.offset],
  }
}

function spreadOf(pictures: readonly Uint8Array[], channel: number) {
  let [count, sum, squares] = [0, 0, 0]
  for (const picture of pictures) {
    for (let at = channel; at < picture.length; at += 3) {
      const value = picture[at] ?? 0
      count++
      sum += value
      squares += value * value
    }
  }
  const middle = sum / count
  return { mean: middle, spread: Math.sqrt(Math.max(0, squares / count - middle * middle)) }
}

export const isChange = ({ gain, offset }: ColourMatch): boolean =>
  gain.some((value) => value !== 1) || offset.some((value) => value !== 0)

/** `first`, then `second`. */
export const composed = (first: ColourMatch, second: ColourMatch): ColourMatch => ({
  gain: triple((c) => first.gain[c] * second.gain[c]),
  offset: triple((c) => first.offset[c] * second.gain[c] + second.offset[c]),
})

export const matched = (picture: Uint8Array, { gain, offset }: ColourMatch): Uint8Array =>
  picture.map((value, i) => {
    const channel = (i % 3) as 0 | 1 | 2
    return Math.min(255, Math.max(0, Math.round(value * gain[channel] + offset[channel])))
  })

export interface Likeness {
  /** dB; 100 where the pictures are equal. */
  readonly psnr: number
  readonly ssim: number
  /** Mean of later less earlier, levels of 0..255. */
  readonly colour: Triple
}

export function likenessOf(pairs: readonly Pair[], size: Size): Likeness {
  let [squares, values] = [0, 0]
  const sums = [0, 0, 0]
  for (const { earlier, later } of pairs) {
    for (const [i, value] of later.entries()) {
      const difference = value - (earlier[i] ?? 0)
      squares += difference * difference
      sums[i % 3] = (sums[i % 3] ?? 0) + difference
    }
    values += later.length
  }
  const error = squares / Math.max(1, values)
  return {
    psnr: error === 0 ? 100 : Math.min(100, 10 * Math.log10((255 * 255) / error)),
    ssim: mean(pairs.map(({ earlier, later }) => ssim(earlier, later, size))),
    colour: triple((c) => (sums[c] ?? 0) / Math.max(1, values / 3)),
  }
}
