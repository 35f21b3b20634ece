/** Limits, and what each task came to. */
import { z } from 'zod'
import { projectIdSchema } from '../../model/ids.ts'
import { limitsSchema, moneyStandingSchema, taskAccountSchema } from '../money.ts'
import { call } from './call.ts'

export const moneyCalls = {
  'money:standing': call(z.object({ projectId: projectIdSchema }), moneyStandingSchema),
  /** Changes the limits that are named; null takes one away. */
  'money:setLimits': call(
    z.object({ projectId: projectIdSchema, limits: limitsSchema.partial() }),
    moneyStandingSchema,
  ),
  /** Each task of a project, or of the whole store, from its quote to its end; oldest first. */
  'money:tasks': call(
    z.object({ projectId: projectIdSchema.optional() }),
    z.object({ tasks: z.array(taskAccountSchema) }),
  ),
  /** Writes those tasks as CSV where the person chooses; null when the dialog was closed. */
  'money:exportCsv': call(
    z.object({ projectId: projectIdSchema.optional() }),
    z.object({ name: z.string() }).nullable(),
  ),
  /** Gives up what is reserved for a task whose take will not come. */
  'money:writeOff': call(z.object({ taskUUID: z.string() }), taskAccountSchema),
} as const
