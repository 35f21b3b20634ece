/** The books as they cross to the window. Amounts are whole units of 1e-7 US dollar. */

import { z } from 'zod'
import { projectIdSchema, shotIdSchema, takeIdSchema } from '../model/ids.ts'
import { saidSchema } from '../words/Said.ts'

const amount = z.int().nonnegative()

/** Null where there is no limit. */
export const limitsSchema = z.object({ cap: amount.nullable(), confirmAbove: amount.nullable() })

/** `left` is below 0 where the cap was lowered under what is spent. */
export const moneyStandingSchema = limitsSchema.extend({
  reserved: amount,
  settled: amount,
  writtenOff: amount,
  left: z.int().nullable(),
})

/** One paid (or free) task from its quote to its end. */
export const taskAccountSchema = z.object({
  taskUUID: z.string(),
  projectId: projectIdSchema,
  projectName: z.string(),
  /** Of its job; null where the job is not in this store. */
  title: saidSchema.nullable(),
  engine: z.enum(['local', 'runware']).nullable(),
  quoted: amount,
  /** Still promised. */
  reserved: amount,
  billed: amount,
  /** Billed less quoted; 0 while it is open. */
  difference: z.int(),
  state: z.enum(['reserved', 'settled', 'released', 'writtenOff']),
  at: z.string(),
  closedAt: z.string().nullable(),
  note: saidSchema,
})
export type TaskAccount = z.output<typeof taskAccountSchema>

/** A take that was made from exactly the same. */
export const sameTakeSchema = z.object({
  projectId: projectIdSchema,
  shotId: shotIdSchema,
  takeId: takeIdSchema,
  number: z.int().positive(),
  name: z.string(),
  cost: amount,
})
export type SameTake = z.output<typeof sameTakeSchema>
