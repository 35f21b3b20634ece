import { z } from 'zod'
import { removeTimeline as remove } from '../edit/removeTimeline.ts'
import { timelineIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { timelineName } from './words.ts'

export const removeTimeline = defineCommand({
  type: 'timeline.remove',
  payload: z.strictObject({ timelineId: timelineIdSchema }),
  label: ({ timelineId }, project) =>
    say('label:removeTimeline', { name: timelineName(project, timelineId) }),
  apply: remove,
})
