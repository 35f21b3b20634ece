import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { refuse } from '../edit/refuse.ts'
import { timelineIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const setRange = defineCommand({
  type: 'timeline.setRange',
  payload: z.strictObject({
    timelineId: timelineIdSchema,
    /** `[in, out)`; null clears the point. */
    inFrame: z.int().nonnegative().nullable(),
    outFrame: z.int().positive().nullable(),
  }),
  label: ({ inFrame, outFrame }) =>
    say(inFrame === null && outFrame === null ? 'label:clearRange' : 'label:setRange'),
  apply: (project, { timelineId, inFrame, outFrame }) => {
    if (inFrame !== null && outFrame !== null && inFrame >= outFrame) {
      refuse('edit:inBehindOut')
    }
    return change(project, (draft) =>
      draft.set('timelines', timelineId, {
        inFrame: inFrame ?? undefined,
        outFrame: outFrame ?? undefined,
      }),
    )
  },
})
