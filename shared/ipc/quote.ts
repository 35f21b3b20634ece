/** A quote and the rules' verdicts as they cross to the window (shared/generation computes them). */
import { z } from 'zod'
import { saidSchema } from '../words/Said.ts'

export const quoteSchema = z.object({
  /** Whole units of 1e-7 US dollar. */
  amount: z.int().nonnegative(),
  currency: z.literal('USD'),
  asOf: z.string(),
  basis: saidSchema,
  isEstimate: z.boolean(),
})

export const violationSchema = z.object({
  /** Path in the wire document, e.g. `inputs.frameImages[1].frame`. */
  field: z.string(),
  said: saidSchema,
  severity: z.enum(['error', 'warning']),
  /** The nearest legal value, where there is one. */
  suggestion: z.unknown().optional(),
})
