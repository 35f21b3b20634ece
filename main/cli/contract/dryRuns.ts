/** Asks the service the probes and keeps what they tell. */
import type { ModelFacts, Money } from '../../../shared/generation/modelFacts.ts'
import { formatUsd } from '../../../shared/generation/pricing.ts'
import type { Inquiry, Probed } from '../../engines/runware/inquiry.ts'
import { answered, type Belief, type Fact, unanswered } from './Fact.ts'
import {
  firstProbe,
  type PriceSlot,
  type Probe,
  type StoredMedia,
  sizeProbe,
  tableProbes,
} from './probes.ts'
import { ruleProbes } from './ruleProbes.ts'

export interface PixelPair {
  readonly width: number
  readonly height: number
}

export interface DryRuns {
  readonly facts: readonly Fact[]
  readonly prices: readonly { readonly slot: PriceSlot; readonly amount: Money }[]
  readonly sizes: readonly (PixelPair & { readonly isTaken: boolean; readonly amount?: Money })[]
}

const probesOf = (model: ModelFacts, stored: StoredMedia): Probe[] => [
  ...tableProbes(model, stored),
  ...ruleProbes(model, stored),
]

const NOTHING: StoredMedia = {
  picture: '',
  clips: { short: '', between: '', double: '', beyondTransform: '', beyondReframe: '' },
}

const HONOURED: Belief = {
  id: 'dryRun.free',
  section: '0',
  about: 'a dry run tells the price and starts nothing',
  certainty: 'certain',
  believed: 'yes',
}

/** What nobody asked, each with the reason. */
export const unasked = (model: ModelFacts, why: string): Fact[] => [
  unanswered(HONOURED, why),
  ...[firstProbe(model), ...probesOf(model, NOTHING)].map((probe) =>
    unanswered(beliefOf(probe), why),
  ),
]

/**
 * Whether dry runs are free of charge, by the cheapest request there is and the account's balance before and after.
 * Where this is not certain, nothing else may be asked.
 */
export async function isHonoured(
  model: ModelFacts,
  inquiry: Inquiry,
  /** Of the account just now. */
  before: Money,
  signal: AbortSignal,
): Promise<Pick<DryRuns, 'facts' | 'prices'> & { readonly isSafe: boolean }> {
  const probe = firstProbe(model)
  const probed = await inquiry.probe(probe.document, signal)
  const after = await inquiry.balance(signal)
  const isSafe = probed.kind === 'priced' && after >= before
  const found =
    after < before
      ? `no: the balance fell by ${formatUsd(before - after)}`
      : 'no: no price came back'
  return {
    prices: pricesOf(probe, probed),
    facts: [answered(HONOURED, isSafe ? 'yes' : found, 'dryRun'), factOf(probe, probed)],
    isSafe,
  }
}

export async function runDry(
  model: ModelFacts,
  stored: StoredMedia,
  inquiry: Inquiry,
  /** Sizes that the schema names. */
  published: readonly PixelPair[],
  ports: { readonly signal: AbortSignal; readonly onProgress: (fraction: number) => void },
): Promise<DryRuns> {
  const facts: Fact[] = []
  const prices: DryRuns['prices'][number][] = []
  const sizes: DryRuns['sizes'][number][] = []
  const isKnown = ({ width, height }: PixelPair): boolean =>
    sizes.some((size) => size.width === width && size.height === height)
  const queue = probesOf(model, stored)
  let named: PixelPair[] = [...published]
  for (let done = 0; done < queue.length; done++) {
    ports.onProgress(done / queue.length)
    const probe = queue[done]
    if (!probe) break
    const probed = await inquiry.probe(probe.document, ports.signal)
    facts.push(factOf(probe, probed))
    const { expects } = probe
    prices.push(...pricesOf(probe, probed))
    if (expects.kind !== 'size') continue
    sizes.push({
      ...{ width: expects.width, height: expects.height, isTaken: probed.kind !== 'refused' },
      ...(probed.kind === 'priced' ? { amount: probed.amount } : {}),
    })
    if (probed.kind === 'refused') named = [...named, ...sizesIn(probed.message)]
    const isLast = !queue.slice(done + 1).some((one) => one.expects.kind === 'size')
    if (!isLast) continue
    const strangers = named.filter((pair) => !isKnown(pair))
    const fresh = new Map(strangers.map((pair) => [`${pair.width}x${pair.height}`, pair]))
    queue.splice(done + 1, 0, ...[...fresh.values()].map((pair) => sizeProbe(pair)))
  }
  return { facts, prices, sizes }
}

const pricesOf = ({ expects }: Probe, probed: Probed): DryRuns['prices'] =>
  expects.kind === 'price' && expects.slot && probed.kind === 'priced'
    ? [{ slot: expects.slot, amount: probed.amount }]
    : []

/** `… Supported values are: '1280x720', '720*1280'` */
export const sizesIn = (message: string): PixelPair[] =>
  [...message.matchAll(/'(\d{2,5})[x*](\d{2,5})'/g)].map(([, width, height]) => ({
    ...{ width: Number(width), height: Number(height) },
  }))

const BELIEVED = { size: 'taken', accepted: 'taken', refused: 'refused' } as const

function beliefOf({ id, section, about, certainty, expects }: Probe): Belief {
  const believed =
    certainty === 'open'
      ? null
      : expects.kind === 'price'
        ? formatUsd(expects.amount)
        : BELIEVED[expects.kind]
  return { id, section, about, certainty, believed }
}

function factOf(probe: Probe, probed: Probed): Fact {
  const belief = beliefOf(probe)
  const { kind } = probe.expects
  if (probed.kind === 'refused') {
    const why = probed.message || probed.code
    const isRefusal = kind === 'refused'
    return answered(belief, isRefusal ? 'refused' : `refused: ${why}`, 'dryRun', isRefusal)
  }
  if (kind === 'price') {
    return probed.kind === 'priced'
      ? answered(belief, formatUsd(probed.amount), 'dryRun')
      : unanswered(belief, 'taken without a price')
  }
  const taken = probed.kind === 'priced' ? `taken at ${formatUsd(probed.amount)}` : 'taken'
  return answered(belief, kind === 'refused' ? taken : 'taken', 'dryRun')
}
