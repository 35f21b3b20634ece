import { z } from 'zod'
import { duplicateTimeline as duplicate } from '../edit/duplicateTimeline.ts'
import { timelineIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { timelineName } from './words.ts'

export const duplicateTimeline = defineCommand({
  type: 'timeline.duplicate',
  payload: z.strictObject({
    timelineId: timelineIdSchema,
    /** Of the copy. */
    name: z.string().min(1),
  }),
  label: ({ timelineId, name }, project) =>
    say('label:duplicateTimeline', { from: timelineName(project, timelineId), to: name }),
  apply: duplicate,
})
