/** The service and its key. */
import { z } from 'zod'
import { modelFactsSchema } from '../../generation/modelFacts.ts'
import { saidSchema } from '../../words/Said.ts'
import { call, nothing } from './call.ts'

export const runwareCalls = {
  'runware:status': call(
    nothing,
    z.object({
      hasKey: z.boolean(),
      canRemember: z.boolean(),
      remembered: z.boolean(),
      endpoint: z.string(),
    }),
  ),
  'runware:setKey': call(
    z.object({ key: z.string().min(8).max(500), remember: z.boolean() }),
    nothing,
  ),
  'runware:clearKey': call(nothing, nothing),
  /** What is known of the model by now. */
  'runware:model': call(nothing, z.object({ facts: modelFactsSchema })),
  'runware:check': call(nothing, z.object({ balance: z.number().nullable(), message: saidSchema })),
  /** What may still lie at the service: of the present key, of these needed by open tasks, and of other keys. */
  'runware:uploads': call(
    nothing,
    z.object({ stored: z.int(), needed: z.int(), elsewhere: z.int() }),
  ),
  /** Deletes what no task needs. */
  'runware:deleteUploads': call(nothing, z.object({ message: saidSchema })),
} as const
