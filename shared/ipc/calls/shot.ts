/** Shots: what they would cost, generating, takes. */
import { z } from 'zod'
import { assetSchema } from '../../model/asset.ts'
import {
  itemIdSchema,
  jobIdSchema,
  projectIdSchema,
  shotIdSchema,
  takeIdSchema,
} from '../../model/ids.ts'
import { pinSchema, shotSchema } from '../../model/shot.ts'
import { takeSchema } from '../../model/take.ts'
import { saidSchema } from '../../words/Said.ts'
import { moneyStandingSchema, sameTakeSchema } from '../money.ts'
import { quoteSchema, violationSchema } from '../quote.ts'
import { call, nothing } from './call.ts'

const engine = z.enum(['local', 'runware'])

export const shotQuoteSchema = z.object({
  /**
   * The wire document that would be sent, local inputs as placeholders; a list of them for a source in spans. Null while
   * rules are broken.
   */
  request: z.unknown().nullable(),
  violations: z.array(violationSchema),
  quote: quoteSchema.nullable(),
  /** What the service itself says, where it can be asked: not about a request that names files of this machine. */
  service: z.object({
    canBeAsked: z.boolean(),
    /** Present where it was: `quote` is then its answer of `at`; `table` is what ours of `asOf` says, 1e-7 USD. */
    price: z
      .object({
        at: z.string(),
        table: z.object({ amount: z.int().nonnegative(), asOf: z.string() }),
      })
      .optional(),
  }),
  /** Why this engine cannot take it now, e.g. no key; null when it can. */
  unavailable: saidSchema.nullable(),
  /** What the project may still cost, and whether this is within it. */
  money: moneyStandingSchema.extend({ isOverCap: z.boolean(), asksFirst: z.boolean() }),
  /** Takes that were made from exactly the same, by the same engine: one of them can be had for nothing. */
  same: z.array(sameTakeSchema),
  /** Exactly this is being made for the shot already. */
  isUnderWay: z.boolean(),
})

/** Spans of a long source that are to be made: those that a failed generation still lacks, or some of a take's once more. */
export const spanChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('goOn'), jobId: jobIdSchema }),
  /** Indexes from 0; each goes on from the one before it. */
  z.object({
    kind: z.literal('redo'),
    takeId: takeIdSchema,
    spans: z.array(z.int().nonnegative()).min(1),
  }),
])
export type SpanChoice = z.infer<typeof spanChoiceSchema>

const spansQuoteSchema = z.object({
  /** What the spans that are to be made cost together. */
  quote: quoteSchema,
  /** Their indexes. */
  spans: z.array(z.int().nonnegative()),
  isOverCap: z.boolean(),
  asksFirst: z.boolean(),
})
export type SpansQuote = z.infer<typeof spansQuoteSchema>

export const shotCalls = {
  'shot:quote': call(
    z.object({ projectId: projectIdSchema, shotId: shotIdSchema, engine }),
    shotQuoteSchema,
  ),
  /** Asks the service itself for the price: the next quote holds it. Nothing runs and nothing is billed. */
  'shot:askService': call(z.object({ projectId: projectIdSchema, shotId: shotIdSchema }), nothing),
  /** The same as `shot:quote` for a shot that the clip would become, without making it. */
  'shot:compose': call(
    z.object({
      projectId: projectIdSchema,
      itemId: itemIdSchema,
      shot: shotSchema,
      pins: z.array(pinSchema),
      engine,
    }),
    shotQuoteSchema,
  ),
  /** The same for several clips that would become shots, and for all of them together. */
  'shot:composeAll': call(
    z.object({
      projectId: projectIdSchema,
      planned: z.array(
        z.object({ itemId: itemIdSchema, shot: shotSchema, pins: z.array(pinSchema) }),
      ),
      engine,
    }),
    z.object({
      quotes: z.array(z.object({ itemId: itemIdSchema, quote: shotQuoteSchema })),
      /** 1e-7 USD; what was made from exactly the same already costs nothing. */
      amount: z.int().nonnegative(),
      money: shotQuoteSchema.shape.money,
    }),
  ),
  /** All of them or none: refused as a whole beyond the cap, or when they now cost something else than `quoted`. */
  'shot:generateAll': call(
    z.object({
      projectId: projectIdSchema,
      shotIds: z.array(shotIdSchema).min(1),
      engine,
      quoted: z.int().nonnegative(),
      isConfirmed: z.boolean().optional(),
    }),
    z.object({ jobIds: z.array(jobIdSchema), takes: z.array(takeSchema) }),
  ),
  /** The shot that a request document asks for, for the window to put into the project. */
  'shot:fromRequest': call(
    z.object({ projectId: projectIdSchema, text: z.string().max(1_000_000), name: z.string() }),
    z.object({
      shot: shotSchema,
      pins: z.array(pinSchema),
      /** Those that the project does not have yet. */
      assets: z.array(assetSchema),
      notes: z.array(saidSchema),
    }),
  ),
  /** Writes a document where the person chooses; null when the dialog was closed. */
  'shot:saveRequest': call(
    z.object({ name: z.string(), text: z.string().max(1_000_000) }),
    z.object({ name: z.string() }).nullable(),
  ),
  /** A document that the person chooses; null when the dialog was closed. */
  'shot:openRequest': call(nothing, z.object({ name: z.string(), text: z.string() }).nullable()),
  /** Refused when the quote now differs from `quoted` (1e-7 USD), so that nothing costs more than was shown. */
  'shot:generate': call(
    z.object({
      projectId: projectIdSchema,
      shotId: shotIdSchema,
      engine,
      quoted: z.int().nonnegative(),
      /** That the person agreed to more than the project lets through without asking. */
      isConfirmed: z.boolean().optional(),
      /**
       * That another take is wanted although the quote showed one of exactly the same, there or on its way. Without it a paid
       * engine is not asked twice for the same: the job that is under way is answered.
       */
      isAnother: z.boolean().optional(),
    }),
    z.object({ jobId: jobIdSchema }),
  ),
  'shot:quoteSpans': call(
    z.object({ projectId: projectIdSchema, choice: spanChoiceSchema }),
    spansQuoteSchema,
  ),
  /** As `shot:generate`, for some spans; the job is the one that joins them all to a new take. */
  'shot:generateSpans': call(
    z.object({
      projectId: projectIdSchema,
      choice: spanChoiceSchema,
      quoted: z.int().nonnegative(),
      isConfirmed: z.boolean().optional(),
    }),
    z.object({ jobId: jobIdSchema }),
  ),
  /** Gives the shot a take of the quote's `same`; nothing is paid. */
  'shot:reuse': call(
    z.object({
      projectId: projectIdSchema,
      shotId: shotIdSchema,
      from: sameTakeSchema.pick({ projectId: true, takeId: true }),
    }),
    takeSchema,
  ),
  'shot:takes': call(
    z.object({ projectId: projectIdSchema, shotId: shotIdSchema }),
    z.object({ takes: z.array(takeSchema) }),
  ),
} as const
