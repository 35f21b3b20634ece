import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { timelineIdSchema } from '../model/ids.ts'
import { settingsOf, timelineOf } from '../model/select.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { timelineName } from './words.ts'

export const openTimeline = defineCommand({
  type: 'timeline.open',
  payload: z.strictObject({ timelineId: timelineIdSchema }),
  label: ({ timelineId }, project) =>
    say('label:openTimeline', { name: timelineName(project, timelineId) }),
  apply: (project, { timelineId }) =>
    change(project, (draft) => {
      timelineOf(project, timelineId)
      draft.set('settings', settingsOf(project).id, { timelineId })
    }),
})
