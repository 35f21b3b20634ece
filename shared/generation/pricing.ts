/** What a request would cost, from the dated table; the service's own dry run or `cost` outranks it. */

import { compare, multiply, type Rational, rational, round, subtract } from '../time/rational.ts'
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import {
  type ByResolution,
  type DynamicRange,
  findSize,
  MONEY_PER_DOLLAR,
  type ModelFacts,
  type Money,
  nearestSize,
} from './modelFacts.ts'
import { RAY_3_2 } from './models.ts'
import { mode, type Resolution, type VideoInferenceRequest } from './request.ts'

/** What is known beside a request itself, mostly of the media behind it; every fact is optional. */
export interface RequestFacts {
  /** Exact seconds of `inputs.video`. */
  readonly sourceDuration?: Rational
  /** Shown pixels of `inputs.video`. */
  readonly sourceSize?: { readonly width: number; readonly height: number }
  /**
   * Media strings of the request that stand for local files. When it is given, every other media string must be
   * something the service itself can reach.
   */
  readonly localInputs?: ReadonlySet<string>
  /** What is known of the model, where that is newer than what is built in. */
  readonly model?: ModelFacts
}

export const modelOf = ({ model }: RequestFacts): ModelFacts => model ?? RAY_3_2

export interface Quote {
  /** Whole units of 1e-7 US dollar. */
  readonly amount: Money
  readonly currency: 'USD'
  /** When the prices were read, ISO 8601. */
  readonly asOf: string
  /** How the figure came about, without a full stop. */
  readonly basis: Said
  /** True where a price was inferred or a length or size had to be assumed; then it is the most it should cost. */
  readonly isEstimate: boolean
}

const quoteOf = ({ asOf }: ModelFacts, amount: Money, basis: Said, isEstimate: boolean): Quote => ({
  amount,
  currency: 'USD',
  asOf,
  basis,
  isEstimate,
})

interface Tier {
  readonly resolution: Resolution
  readonly isAssumed: boolean
}

/** The price row a request falls in; the dearest where the request does not name one. */
export function priceTier(request: VideoInferenceRequest, model: ModelFacts): Tier {
  const { width, height, resolution } = request
  if (width !== undefined && height !== undefined && width > 0 && height > 0) {
    const known = findSize(model, width, height)
    return {
      resolution: (known ?? nearestSize(model, width, height)).resolution,
      isAssumed: known === undefined,
    }
  }
  return { resolution: resolution ?? '1080p', isAssumed: resolution === undefined }
}

const dynamicRange = (request: VideoInferenceRequest): DynamicRange =>
  request.settings?.hdr !== true ? 'sdr' : request.settings.exrExport === true ? 'hdrExr' : 'hdr'

const RANGE_NAMES: Readonly<Record<DynamicRange, Said>> = {
  sdr: say('generation:rangeSdr'),
  hdr: say('generation:rangeHdr'),
  hdrExr: say('generation:rangeHdrExr'),
}

const secondsOf = ({ num, den }: Rational): number => num / den

/** Limits have at most three decimals. */
const exactSeconds = (seconds: number): Rational => rational(Math.round(seconds * 1000), 1000)

/**
 * Quotes any request, legal or not, so that a form can show a figure while it is being filled in. Where the
 * source's length is unknown it assumes the longest the model takes.
 */
export function quote(request: VideoInferenceRequest, facts: RequestFacts = {}): Quote {
  const model = modelOf(facts)
  const tier = priceTier(request, model)
  switch (mode(request)) {
    case 'reframe':
      return quoteReframe(model, tier, facts)
    case 'transform':
      return quoteTransform(model, tier, dynamicRange(request), facts)
    default:
      return quoteGeneration(model, tier, dynamicRange(request), request.duration)
  }
}

function quoteGeneration(
  model: ModelFacts,
  tier: Tier,
  range: DynamicRange,
  duration: number | undefined,
): Quote {
  const { resolution } = tier
  const length = model.durations.find((d) => duration !== undefined && d >= duration) ?? 10
  const rows: Readonly<Partial<Record<number, ByResolution>>> = model.prices.generate[range]
  const price = rows[length]?.[resolution]
  if (price) {
    return quoteOf(
      model,
      price.amount,
      say('generation:priceOfClip', {
        ...{ length, resolution },
        ...{ range: RANGE_NAMES[range], asOf: model.asOf },
      }),
      tier.isAssumed || duration !== length || price.certainty === 'inferred',
    )
  }
  // An illegal combination (HDR at 10 s, HDR below 720p) has no row; the dearest 5 s row of the range bounds it.
  const dearest = rows[5]?.['1080p']?.amount ?? 0
  return quoteOf(
    model,
    dearest * (length / 5),
    say('generation:priceBound', { range: RANGE_NAMES[range], length, resolution }),
    true,
  )
}

function quoteReframe(model: ModelFacts, tier: Tier, facts: RequestFacts): Quote {
  const rate = model.prices.reframe[tier.resolution]
  const length = facts.sourceDuration ?? exactSeconds(model.limits.reframeSource)
  const named = { length: secondsOf(length), resolution: tier.resolution }
  const amount = round(multiply(rational(rate.amount), length), 'nearest')
  return quoteOf(
    model,
    amount,
    facts.sourceDuration
      ? say('generation:priceOfReframe', { ...named, asOf: model.asOf })
      : say('generation:priceOfLongest', named),
    tier.isAssumed || facts.sourceDuration === undefined,
  )
}

function quoteTransform(
  model: ModelFacts,
  tier: Tier,
  range: DynamicRange,
  facts: RequestFacts,
): Quote {
  const price = model.prices.transform[range][tier.resolution]
  const block = model.prices.transformBlock
  const length = facts.sourceDuration ?? exactSeconds(model.limits.transformSource)
  const named = { length: secondsOf(length), resolution: tier.resolution }
  // A clip of the model's own 0..120 grid may hold 121 frames, so up to one frame over counts as the block itself.
  const billed = subtract(length, rational(model.rate.den, model.rate.num))
  const blocks = Math.max(1, round(multiply(billed, rational(1, block)), 'ceil'))
  const isExact = blocks <= 2 && compare(length, rational(blocks * block)) === 0
  return quoteOf(
    model,
    price.amount * blocks,
    facts.sourceDuration
      ? say('generation:priceOfTransformation', {
          ...named,
          ...{ range: RANGE_NAMES[range], block, blocks, asOf: model.asOf },
        })
      : say('generation:priceOfLongest', named),
    tier.isAssumed || !isExact || price.certainty === 'inferred',
  )
}

/**
 * A cost in dollars as the wire gives it -> exact units. Rounds to the nearest unit, which is finer than any
 * figure the service has been seen to send.
 */
export const moneyFromDollars = (dollars: number): Money => Math.round(dollars * MONEY_PER_DOLLAR)

/** As sentences take an amount (`{{amount, dollars}}` of shared/words). */
export const dollarsOf = (amount: Money): number => amount / MONEY_PER_DOLLAR

/** `$3.60`, and with more decimals only where there are any: `$2.1751182`. */
export function formatUsd(amount: Money): string {
  const units = Math.abs(Math.round(amount))
  const whole = Math.floor(units / MONEY_PER_DOLLAR)
  const decimals = String(units % MONEY_PER_DOLLAR)
    .padStart(7, '0')
    .replace(/0{1,5}$/, '')
  return `${amount < 0 ? '-' : ''}$${whole}.${decimals}`
}
