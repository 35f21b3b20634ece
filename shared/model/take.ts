/**
 * One finished result of a shot: a fact that never changes. All takes are rows of the store; the document holds a
 * copy of those that are or were in the cut, so that a document alone can be painted and its history replayed.
 */

import { z } from 'zod'
import { saidSchema } from '../words/Said.ts'
import { assetSchema } from './asset.ts'
import { shotIdSchema, takeIdSchema } from './ids.ts'
import { openObject } from './openObject.ts'

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
  /** Settled cost in 1e-7 USD; 0 for the local engine. */
  cost: z.int().nonnegative(),
  notes: z.array(saidSchema),
  /** Further files of the result, such as the EXR export: kept in the store's media folder by content. */
  files: z
    .array(openObject({ name: z.string(), hash: z.string(), extension: z.string() }))
    .optional(),
  /** ISO 8601, UTC. */
  submittedAt: z.string(),
  finishedAt: z.string(),
})
export type Take = z.infer<typeof takeSchema>
