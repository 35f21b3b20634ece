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

const base = () => ({
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

const rule = (
  id: string,
  about: string,
  certainty: Certainty,
  document: object,
  kind: 'refused' | 'accepted' = 'refused',
): Probe => ({ id, section: '2.3', about, certainty, document, expects: { kind } })

function rules(model: ModelFacts, { picture, clips }: StoredMedia): Probe[] {
  const clip = (more: object) => ({ ...base(), resolution: '720p', duration: 5, ...more })
  const edit = (more: object) => ({
    ...base(),
    resolution: '720p',
    inputs: { video: clips.short },
    ...more,
  })
  const square = sizeOf(model, '1:1', '360p') ?? { width: 480, height: 480 }
  const frame = (video: string, more: object = {}) => ({
    ...base(),
    ...{ width: square.width, height: square.height, inputs: { video }, ...more },
  })
  const pins = (...frames: readonly (string | number)[]) => ({
    inputs: { frameImages: frames.map((at) => ({ image: picture, frame: at })) },
  })
  const { max } = model.limits.prompt
  const most = model.limits.frameImages.max
  return [
    rule(
      'rule.sizeOrResolution',
      'resolution beside width and height is refused',
      'certain',
      clip({ width: 1280, height: 720 }),
    ),
    rule('rule.duration', 'a duration of 7 s is refused', 'certain', clip({ duration: 7 })),
    rule(
      'rule.hdrSize',
      'HDR below 720p is refused',
      'certain',
      clip({ resolution: '360p', settings: { hdr: true } }),
    ),
    rule(
      'rule.hdrLength',
      'HDR of 10 s is refused',
      'certain',
      clip({ duration: 10, settings: { hdr: true } }),
    ),
    rule(
      'rule.hdrLoop',
      'HDR with loop is refused',
      'certain',
      clip({ settings: { hdr: true, loop: true } }),
    ),
    rule(
      'rule.exr',
      'EXR without HDR is refused',
      'certain',
      clip({ settings: { exrExport: true } }),
    ),
    rule(
      'rule.loopLength',
      'a loop of 10 s is refused',
      'certain',
      clip({ duration: 10, settings: { loop: true } }),
    ),
    rule(
      'rule.loopLast',
      'a loop with a last picture is refused',
      'certain',
      clip({ settings: { loop: true }, ...pins('first', 'last') }),
    ),
    rule(
      'rule.longWords',
      '10 s with first and last instead of indexes is refused',
      'observed',
      clip({ duration: 10, ...pins('first', 'last') }),
    ),
    rule(
      'rule.longIndexes',
      '10 s with indexes up to 240 is taken',
      'certain',
      clip({ duration: 10, ...pins(0, 96, 240) }),
      'accepted',
    ),
    rule('rule.indexRange', 'an index of 121 in 5 s is refused', 'certain', clip(pins(0, 121))),
    rule('rule.indexTwice', 'the same index twice is refused', 'certain', clip(pins(24, 24))),
    rule(
      'rule.mixed',
      'words and indexes together are refused',
      'observed',
      clip(pins('first', 60)),
    ),
    rule(
      'rule.pins',
      `${most + 1} pictures are refused`,
      'certain',
      clip(pins(...Array.from({ length: most + 1 }, (_, i) => i))),
    ),
    rule(
      'rule.prompt',
      `a prompt of ${max + 1} characters is refused`,
      'observed',
      clip({ positivePrompt: 'a'.repeat(max + 1) }),
    ),
    rule(
      'rule.unknownKey',
      'a key that does not exist is taken and billed',
      'observed',
      clip({ keyreelUnknown: true }),
      'accepted',
    ),
    rule(
      'rule.editAutomatic',
      'automatic control beside a strength is refused',
      'certain',
      edit({ settings: { edit: { autoControls: true, strength: 'flex_2' } } }),
    ),
    rule(
      'rule.editDuration',
      'a transformation with a duration is refused',
      'certain',
      edit({ duration: 5 }),
    ),
    rule(
      'rule.editHdr',
      'an HDR transformation at 360p is taken',
      'inferred',
      edit({ resolution: '360p', settings: { hdr: true } }),
      'accepted',
    ),
    rule(
      'rule.reframeHdr',
      'an HDR reframe is refused',
      'certain',
      frame(clips.short, { settings: { hdr: true } }),
    ),
    rule('rule.reframeUpright', 'an upright reframe at 1080p is refused', 'observed', {
      ...frame(clips.short),
      width: 1080,
      height: 1920,
    }),
    rule(
      'source.transformLongest',
      `${model.limits.transformSource + 1} s are too long to transform`,
      'observed',
      edit({ inputs: { video: clips.beyondTransform } }),
    ),
    rule(
      'source.reframeLongest',
      `${model.limits.reframeSource + 1} s are too long to reframe`,
      'observed',
      frame(clips.beyondReframe),
    ),
  ]
}

/** Everything but {@link firstProbe}. */
export const probesOf = (model: ModelFacts, stored: StoredMedia): Probe[] => [
  ...generations(model).slice(1),
  ...sizes(model),
  ...reframes(model, stored),
  ...transformations(model, stored),
  ...rules(model, stored),
]
