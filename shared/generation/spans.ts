/**
 * A source that is longer than the model takes is sent as consecutive spans:
 *
 *     source    |------------------------------------------------|
 *     spans     |------------------|
 *                              |------------------|
 *                                             |------------------|
 *                              ^ overlap: both show it; its first picture is the guide that the two share
 *
 * All figures are pictures of the model's 24 per second, counted from the source's first.
 */
import { rational, toNumber } from '../time/rational.ts'
import { indexOfReference } from './frameGrid.ts'
import type { ModelFacts } from './modelFacts.ts'
import { RAY_3_2 } from './models.ts'
import { type Quote, quote, type RequestFacts } from './pricing.ts'
import { mode, type VideoInferenceRequest } from './request.ts'

export interface Span {
  /** Its first picture within the source. */
  readonly start: number
  readonly frames: number
}

/** Pictures that two neighbours share: half a second is enough to align and match them by, and cheap to send twice. */
export const SPAN_OVERLAP = 12

export type SourceMode = 'transform' | 'reframe'

const RATE = toNumber(RAY_3_2.rate)

/** The longest source that the model takes in one piece, pictures. */
export function longestSpan(kind: SourceMode, { limits }: ModelFacts): number {
  const { transformSource, reframeSource } = limits
  return Math.floor((kind === 'transform' ? transformSource : reframeSource) * RATE)
}

/**
 * As few spans as can cover the source, none longer than the model takes; of those plans one that costs no more blocks
 * than it must, with spans about as long as each other.
 * @param frames pictures of the source, at least 1
 */
export function planSpans(frames: number, kind: SourceMode, model: ModelFacts): readonly Span[] {
  const longest = longestSpan(kind, model)
  if (frames <= longest) return [{ start: 0, frames }]
  const count = Math.ceil((frames - SPAN_OVERLAP) / (longest - SPAN_OVERLAP))
  const total = frames + (count - 1) * SPAN_OVERLAP
  // A transformation is billed in blocks, a reframe by its exact length.
  const block = kind === 'transform' ? model.prices.transformBlock * RATE : 1
  const lengths = lengthsOf(total, count, { block, longest })
  let start = 0
  return lengths.map((length) => {
    const span = { start, frames: length }
    start += length - SPAN_OVERLAP
    return span
  })
}

function lengthsOf(
  total: number,
  count: number,
  { block, longest }: { readonly block: number; readonly longest: number },
): number[] {
  const whole = Math.floor(longest / block) * block
  if (total > count * whole) {
    // Only some spans need to go beyond a whole number of blocks.
    const beyond = total - count * whole
    const room = longest - whole
    // A block bears one picture more (quoteTransform): one that is left over makes no further span long.
    const spare = beyond % room === 1 ? 1 : 0
    const long = Math.ceil((beyond - spare) / room)
    return Array.from(
      { length: count },
      (_, i) => whole + (i < long ? share(beyond - spare, long, i) : i === long ? spare : 0),
    )
  }
  const blocks = Math.ceil(total / block)
  const unused = blocks * block - total
  return Array.from(
    { length: count },
    (_, i) => share(blocks, count, i) * block - (i === count - 1 ? unused : 0),
  )
}

/** Part `i` of a whole number that is shared out evenly, the larger parts first. */
const share = (whole: number, parts: number, i: number): number =>
  Math.floor(whole / parts) + (i < whole % parts ? 1 : 0)

export interface PlacedSpan extends Span {
  /** Pictures of the whole source. */
  readonly of: number
  readonly taskUUID: string
  /** The media string of this part of the source. */
  readonly video: string
  /** The media string of the picture that the earlier span shows at this one's first; absent: it begins without. */
  readonly boundary?: string
}

/**
 * The document of one span. Pinned pictures go to the spans that hold their index; where the earlier span's picture
 * begins this one, that has followed a pin of the same index already.
 */
export function documentOfSpan(
  whole: VideoInferenceRequest,
  { start, frames, of, taskUUID, video, boundary }: PlacedSpan,
): VideoInferenceRequest {
  const isLast = start + frames === of
  const own = (whole.inputs?.frameImages ?? []).flatMap(({ image, frame }) => {
    const index = indexOfReference(frame, of) - start
    const isInside = index >= 0 && (index < frames || (isLast && index === frames))
    return isInside && !(boundary !== undefined && index === 0) ? [{ image, frame: index }] : []
  })
  const frameImages = boundary === undefined ? own : [{ image: boundary, frame: 0 }, ...own]
  return {
    ...whole,
    taskUUID,
    inputs: { video, ...(frameImages.length === 0 ? {} : { frameImages }) },
  }
}

/** What spans cost together, exactly the sum of their quotes. */
export function sumOfQuotes(
  quotes: readonly Quote[],
  basis: Quote['basis'],
  { asOf }: ModelFacts,
): Quote {
  return {
    amount: quotes.reduce((sum, { amount }) => sum + amount, 0),
    currency: 'USD',
    asOf,
    basis,
    isEstimate: quotes.some(({ isEstimate }) => isEstimate),
  }
}

/** Of one span, whatever else is known of its request. */
export const quoteOfSpan = (
  request: VideoInferenceRequest,
  { frames }: Pick<Span, 'frames'>,
  facts: RequestFacts = {},
): Quote => quote(request, { ...facts, sourceDuration: rational(frames, RATE) })

/** Which of the modes with a source a request is; undefined for those without. */
export function sourceModeOf(request: VideoInferenceRequest): SourceMode | undefined {
  const kind = mode(request)
  return kind === 'transform' || kind === 'reframe' ? kind : undefined
}
