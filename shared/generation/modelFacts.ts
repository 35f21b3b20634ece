/**
 * The form of what is known of the model. The table is data with a date: one is built in (models.ts), and a newer one can
 * come from a file, so everything that is in it is checked to the last key.
 */
import { z } from 'zod'
import { aspectSchema, resolutionSchema } from '../model/shot.ts'
import type { Said } from '../words/Said.ts'
import { say } from '../words/say.ts'
import { RAY_MODEL, type Resolution } from './request.ts'

/** Whole units of 1e-7 US dollar: exact, and fine enough for the service's own figures. */
export type Money = number
export const MONEY_PER_DOLLAR = 10_000_000

/**
 * `seen` was read in the vendor's own material or heard from the service itself; `inferred` follows from the pattern of
 * what was seen.
 */
const certaintySchema = z.enum(['seen', 'inferred'])
export type Certainty = z.infer<typeof certaintySchema>

export type Aspect = z.infer<typeof aspectSchema>

const pixels = z.int().min(16).max(16_384)
const modelSizeSchema = z
  .strictObject({
    aspect: aspectSchema,
    resolution: resolutionSchema,
    width: pixels,
    height: pixels,
    certainty: certaintySchema,
  })
  .readonly()
export type ModelSize = z.infer<typeof modelSizeSchema>

/** At most $10,000: a figure beyond that is a mistake in the table. */
const moneySchema = z
  .int()
  .positive()
  .max(10_000 * MONEY_PER_DOLLAR)
const priceSchema = z.strictObject({ amount: moneySchema, certainty: certaintySchema }).readonly()
export type Price = z.infer<typeof priceSchema>

const DYNAMIC_RANGES = ['sdr', 'hdr', 'hdrExr'] as const
export type DynamicRange = (typeof DYNAMIC_RANGES)[number]

const everyResolution = z
  .strictObject({
    '360p': priceSchema,
    '540p': priceSchema,
    '720p': priceSchema,
    '1080p': priceSchema,
  })
  .readonly()
const largeResolutions = z.strictObject({ '720p': priceSchema, '1080p': priceSchema }).readonly()
export type ByResolution = Readonly<Partial<Record<Resolution, Price>>>

const seconds = z.number().positive().max(3600)
const range = z.strictObject({ min: z.int(), max: z.int() }).readonly()
const upTo = z.strictObject({ max: z.int().positive(), comfortable: z.int().positive() }).readonly()

export const modelFactsSchema = z
  .strictObject({
    air: z.literal(RAY_MODEL),
    /** When the facts were read, ISO 8601, as finely as is known. */
    asOf: z.string().regex(/^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?)?$/),
    sizes: z.array(modelSizeSchema).min(1).readonly(),
    /** Seconds. The document and its grid are made for these two. */
    durations: z
      .array(z.number())
      .refine((durations) => durations.join() === '5,10')
      .readonly(),
    /** Frames per second of results and of the index grid. */
    rate: z.strictObject({ num: z.literal(24), den: z.literal(1) }).readonly(),
    /** Which point of the source's rectangle `settings.sourcePosition` names. */
    positionOrigin: z.enum(['topLeft', 'centre']),
    limits: z
      .strictObject({
        prompt: upTo,
        frameImages: upTo,
        /** Longest source, seconds. */
        transformSource: seconds,
        reframeSource: seconds,
        sourcePosition: z
          .strictObject({ offset: z.number().positive(), size: z.number().positive() })
          .readonly(),
        ttl: range,
        outputQuality: range,
        /** Longest side of an uploaded picture, pixels. */
        pictureSide: pixels,
      })
      .readonly(),
    prices: z
      .strictObject({
        /** Per clip, by duration in seconds. */
        generate: z
          .strictObject({
            sdr: z.strictObject({ 5: everyResolution, 10: everyResolution }).readonly(),
            hdr: z.strictObject({ 5: largeResolutions }).readonly(),
            hdrExr: z.strictObject({ 5: largeResolutions }).readonly(),
          })
          .readonly(),
        /** Per second of source. */
        reframe: everyResolution,
        /** Per block of `transformBlock` seconds of source. */
        transform: z
          .strictObject({ sdr: everyResolution, hdr: everyResolution, hdrExr: everyResolution })
          .readonly(),
        transformBlock: z.int().positive().max(60),
      })
      .readonly(),
  })
  .readonly()
  .superRefine(({ sizes }, context) => {
    const pairs = new Set<string>()
    const shapes = new Set<string>()
    for (const [i, { width, height, aspect, resolution }] of sizes.entries()) {
      const isDouble = pairs.has(`${width}x${height}`) || shapes.has(`${aspect} ${resolution}`)
      pairs.add(`${width}x${height}`)
      shapes.add(`${aspect} ${resolution}`)
      if (isDouble) context.addIssue({ code: 'custom', path: ['sizes', i], message: 'double' })
    }
  })
export type ModelFacts = z.infer<typeof modelFactsSchema>

export type ParsedFacts =
  | { readonly ok: true; readonly facts: ModelFacts }
  | { readonly ok: false; readonly said: Said }

/** Never throws. The sentence names the first field that is not as it should be. */
export function parseModelFacts(value: unknown): ParsedFacts {
  const parsed = modelFactsSchema.safeParse(value)
  if (parsed.success) return { ok: true, facts: parsed.data }
  const [issue] = parsed.error.issues
  const field = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])]
  return {
    ok: false,
    said: say('generation:factsField', { field: field.join('.') || 'air' }),
  }
}

export const findSize = (
  { sizes }: Pick<ModelFacts, 'sizes'>,
  width: number,
  height: number,
): ModelSize | undefined => sizes.find((s) => s.width === width && s.height === height)

export const sizeOf = (
  { sizes }: Pick<ModelFacts, 'sizes'>,
  aspect: Aspect,
  resolution: Resolution,
): ModelSize | undefined => sizes.find((s) => s.aspect === aspect && s.resolution === resolution)

/** The table's size closest to a wanted one: first in shape, then in area. */
export function nearestSize(
  { sizes }: Pick<ModelFacts, 'sizes'>,
  width: number,
  height: number,
): ModelSize {
  const distance = (s: ModelSize): number =>
    4 * Math.abs(Math.log(s.width / s.height / (width / height))) +
    Math.abs(Math.log((s.width * s.height) / (width * height)))
  return sizes.reduce((best, s) => (distance(s) < distance(best) ? s : best))
}
