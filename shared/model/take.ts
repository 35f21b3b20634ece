/**
 * One finished result of a shot: a fact that never changes. All takes are rows of the store; the document holds a
 * copy of those that are or were in the cut, so that a document alone can be painted and its history replayed.
 */

import { z } from 'zod'
import { saidSchema } from '../words/Said.ts'
import { assetSchema } from './asset.ts'
import { shotIdSchema, takeIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'

const tripleSchema = z.tuple([z.number(), z.number(), z.number()])

/** One of the parts that a long source was sent in, with what came back for it. Pictures are those of the model's 24 per second. */
export const takeSpanSchema = openObject({
  /** Its first picture within the shot. */
  start: z.int().nonnegative(),
  frames: z.int().positive(),
  /** The result as it came, kept in the store's media folder. */
  mediaKey: z.string().min(1),
  /** Pictures that it really holds. */
  fileFrames: z.int().positive(),
  /** Its first picture shows the shot's picture `start + offset`. */
  offset: z.int(),
  /** The earlier span's result whose picture was the first guide of this one; absent where there was none. */
  guideKey: z.string().optional(),
  /** As `request`, `response`, `method`, `notes`, `files` and the times of a take. */
  request: z.unknown(),
  response: z.unknown(),
  method: saidSchema,
  notes: z.array(saidSchema),
  files: z
    .array(openObject({ name: z.string(), hash: z.string(), extension: z.string() }))
    .optional(),
  /** Settled, 1e-7 USD. */
  cost: z.int().nonnegative(),
  submittedAt: z.string(),
  finishedAt: z.string(),
})
export type TakeSpan = z.infer<typeof takeSpanSchema>

/** How like two renderings of the same pictures are, measured on small copies of what both spans show. */
const likenessSchema = openObject({
  /** dB, at most 100. */
  psnr: z.number(),
  /** -1..1, of the brightness. */
  ssim: z.number(),
  /** The later less the earlier, mean levels of red, green and blue (0..255). */
  colour: tripleSchema,
})

/** What was found and done where one span goes over into the next. */
export const takeJointSchema = openObject({
  /** The shot's picture at which the later span begins to show. */
  at: z.int().nonnegative(),
  /** Pictures of the dissolve; 0 is a cut. */
  dissolve: z.int().nonnegative(),
  /** By how many pictures the later result had to be moved on to fit the earlier one. */
  shift: z.int(),
  /** What the later result's red, green and blue were multiplied by, and moved by (levels of 0..255). */
  gain: tripleSchema,
  offset: tripleSchema,
  /** As the results came, aligned. */
  before: likenessSchema,
  /** As they were joined. */
  after: likenessSchema,
})
export type TakeJoint = z.infer<typeof takeJointSchema>

export const takeSchema = openObject({
  id: takeIdSchema,
  shotId: shotIdSchema,
  /** 1, 2, 3 … in order of arrival within the shot. */
  number: z.int().positive(),
  engine: z.enum(['local', 'runware']),
  /** The method in a few words: `RIFE bridge`, `Ray3.2`. */
  method: saidSchema,
  /** The result as an asset of its own. */
  asset: assetSchema,
  /** The wire request and the response document, exactly (shared/generation/request parses them). */
  request: z.unknown(),
  response: z.unknown(),
  /** What the shot asked for, canonical: a take whose recipe differs from its shot's present one is stale. */
  recipe: z.string(),
  /** Settled cost in 1e-7 USD of what was made for it (spans kept from an earlier take are not); 0 for the local engine. */
  cost: z.int().nonnegative(),
  notes: z.array(saidSchema),
  /** Further files of the result, such as the EXR export: kept in the store's media folder by content. */
  files: z
    .array(openObject({ name: z.string(), hash: z.string(), extension: z.string() }))
    .optional(),
  /** Of a source longer than the model takes: its parts in order, and the joints between them. */
  spans: z.array(takeSpanSchema).optional(),
  joints: z.array(takeJointSchema).optional(),
  /** ISO 8601, UTC. */
  submittedAt: z.string(),
  finishedAt: z.string(),
})
export type Take = z.infer<typeof takeSchema>
