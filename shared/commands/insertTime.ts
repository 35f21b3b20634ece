import { z } from 'zod'
import { insertTime as insert } from '../edit/insertTime.ts'
import { timelineIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const insertTime = defineCommand({
  type: 'time.insert',
  payload: z.strictObject({
    timelineId: timelineIdSchema,
    frame: z.int().nonnegative(),
    /** Frames. */
    duration: z.int().positive(),
  }),
  label: ({ duration }) => say('label:insertTime', { count: duration }),
  apply: insert,
})
