/** The dry runs: documents whose price or refusal says whether a fact holds. */
import { randomUUID } from 'node:crypto'
import {
  type DynamicRange,
  type ModelFacts,
  type Money,
  sizeOf,
} from '../../../shared/generation/modelFacts.ts'
import { quote } from '../../../shared/generation/pricing.ts'
import {
  RAY_MODEL,
  RESOLUTIONS,
  type Resolution,
  type VideoInferenceRequest,
} from '../../../shared/generation/request.ts'
import { type Rational, rational } from '../../../shared/time/rational.ts'
import type { Belief, Certainty } from './Fact.ts'

/** Stored at the service for the time of the questions: media UUIDs. */
export interface StoredMedia {
  readonly picture: string
  readonly clips: Readonly<Record<ClipName, string>>
}

/** Lengths in pictures of 24 per second: a part of a block, between two blocks, two blocks, and just beyond each limit. */
export const CLIPS = {
  short: 30,
  between: 7 * 24,
  double: 10 * 24,
  beyondTransform: 18 * 24 + 24,
  beyondReframe: 30 * 24 + 24,
} as const
export type ClipName = keyof typeof CLIPS

const lengthOf = (clip: ClipName): Rational => rational(CLIPS[clip], 24)

/** What a price belongs to in the table. */
export type PriceSlot =
  | {
      readonly kind: 'generate'
      readonly range: DynamicRange
      readonly seconds: 5 | 10
      readonly resolution: Resolution
    }
  | { readonly kind: 'reframe'; readonly length: Rational; readonly resolution: Resolution }
  | { readonly kind: 'transform'; readonly range: DynamicRange; readonly resolution: Resolution }

export interface Probe extends Omit<Belief, 'believed'> {
  readonly document: object
  readonly expects:
    | { readonly kind: 'price'; readonly amount: Money; readonly slot?: PriceSlot }
    | { readonly kind: 'size'; readonly width: number; readonly height: number }
    | { readonly kind: 'accepted' }
    | { readonly kind: 'refused' }
}

const WORDS = 'A quiet harbour at dawn, the camera does not move.'

export const base = () => ({
  taskType: 'videoInference' as const,
  taskUUID: randomUUID(),
  model: RAY_MODEL as typeof RAY_MODEL,
  deliveryMethod: 'async' as const,
  includeCost: true,
  positivePrompt: WORDS,
})

const certaintyOf = (one: { readonly certainty: 'seen' | 'inferred' } | undefined): Certainty =>
  one?.certainty === 'seen' ? 'certain' : 'inferred'

/** The cheapest there is, and legal beyond doubt: it shows whether dry runs are what they should be. */
export const firstProbe = (model: ModelFacts): Probe => generation(model, 'sdr', 5, '360p')

function generation(
  model: ModelFacts,
  range: DynamicRange,
  seconds: 5 | 10,
  resolution: Resolution,
): Probe {
  const settings =
    range === 'sdr'
      ? {}
      : { settings: { hdr: true, ...(range === 'hdrExr' && { exrExport: true }) } }
  const document: VideoInferenceRequest = { ...base(), resolution, duration: seconds, ...settings }
  const { amount } = quote(document, { model })
  const rows: Readonly<
    Record<number, Partial<Record<Resolution, { certainty: 'seen' | 'inferred' }>>>
  > = model.prices.generate[range]
  return {
    id: `price.generate.${range}.${seconds}s.${resolution}`,
    section: '2.6',
    about: `generation, ${RANGE_WORDS[range]}, ${seconds} s, ${resolution}`,
    certainty: certaintyOf(rows[seconds]?.[resolution]),
    document,
    expects: { kind: 'price', amount, slot: { kind: 'generate', range, seconds, resolution } },
  }
}

const RANGE_WORDS: Readonly<Record<DynamicRange, string>> = {
  sdr: 'SDR',
  hdr: 'HDR',
  hdrExr: 'HDR with EXR',
}
const RANGES = ['sdr', 'hdr', 'hdrExr'] as const

function generations(model: ModelFacts): Probe[] {
  return [
    ...RESOLUTIONS.map((resolution) => generation(model, 'sdr', 5, resolution)),
    ...RESOLUTIONS.map((resolution) => generation(model, 'sdr', 10, resolution)),
    ...(['hdr', 'hdrExr'] as const).flatMap((range) =>
      (['720p', '1080p'] as const).map((resolution) => generation(model, range, 5, resolution)),
    ),
  ]
}

const sizes = ({ sizes: table }: ModelFacts): Probe[] =>
  table.map((size) => ({
    ...sizeProbe(size),
    about: `${size.aspect} at ${size.resolution}`,
    certainty: certaintyOf(size),
  }))

/** Of a size that the table does not have. */
export const sizeProbe = ({
  width,
  height,
}: {
  readonly width: number
  readonly height: number
}): Probe => ({
  id: `size.${width}x${height}`,
  section: '2.4',
  about: 'size that the service names',
  certainty: 'open',
  document: { ...base(), width, height, duration: 5 },
  expects: { kind: 'size', width, height },
})

function reframes(model: ModelFacts, { clips }: StoredMedia): Probe[] {
  const length = lengthOf('short')
  return RESOLUTIONS.flatMap((resolution) => {
    const size = sizeOf(model, '1:1', resolution)
    if (!size) return []
    const { width, height } = size
    const document = { ...base(), width, height, inputs: { video: clips.short } }
    const { amount } = quote(document, { model, sourceDuration: length })
    return [
      {
        id: `price.reframe.${resolution}`,
        section: '2.6',
        about: `reframe of ${length.num}/${length.den} s, ${resolution}`,
        certainty: 'certain' as const,
        document,
        expects: {
          kind: 'price' as const,
          amount,
          slot: { kind: 'reframe' as const, length, resolution },
        },
      },
    ]
  })
}

function transformations(model: ModelFacts, { clips }: StoredMedia): Probe[] {
  const of = (clip: ClipName, range: DynamicRange, resolution: Resolution) => {
    const settings =
      range === 'sdr'
        ? {}
        : { settings: { hdr: true, ...(range === 'hdrExr' && { exrExport: true }) } }
    const document = { ...base(), resolution, inputs: { video: clips[clip] }, ...settings }
    return { document, amount: quote(document, { model, sourceDuration: lengthOf(clip) }).amount }
  }
  const blocks = RANGES.flatMap((range) =>
    RESOLUTIONS.map((resolution): Probe => {
      const { document, amount } = of('short', range, resolution)
      return {
        id: `price.transform.${range}.${resolution}`,
        section: '2.6',
        about: `transformation of one block, ${RANGE_WORDS[range]}, ${resolution}`,
        certainty: certaintyOf(model.prices.transform[range][resolution]),
        document,
        expects: { kind: 'price', amount, slot: { kind: 'transform', range, resolution } },
      }
    }),
  )
  const longer = (
    [
      ['between', 'transform.billing.7s', 'transformation of 7 s, 720p: two whole blocks'],
      ['double', 'transform.billing.10s', 'transformation of 10 s, 720p: two blocks'],
    ] as const
  ).map(([clip, id, about]): Probe => {
    const { document, amount } = of(clip, 'sdr', '720p')
    const expects = { kind: 'price', amount } as const
    return { id, section: '2.6', about, certainty: 'inferred', document, expects }
  })
  return [...blocks, ...longer]
}

/** Of prices and sizes, all but {@link firstProbe}. */
export const tableProbes = (model: ModelFacts, stored: StoredMedia): Probe[] => [
  ...generations(model).slice(1),
  ...sizes(model),
  ...reframes(model, stored),
  ...transformations(model, stored),
]
