import { z } from 'zod'
import { insertTime as insert } from '../edit/insertTime.ts'
import { timelineIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { count } from './words.ts'

export const insertTime = defineCommand({
  type: 'time.insert',
  payload: z.strictObject({
    timelineId: timelineIdSchema,
    frame: z.int().nonnegative(),
    /** Frames. */
    duration: z.int().positive(),
  }),
  label: ({ duration }) => `Insert ${count(duration, 'frame')} of time`,
  apply: insert,
})
