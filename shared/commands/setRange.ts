import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { refuse } from '../edit/refuse.ts'
import { timelineIdSchema } from '../model/ids.ts'
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
    inFrame === null && outFrame === null ? 'Clear in and out' : 'Set in and out',
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
