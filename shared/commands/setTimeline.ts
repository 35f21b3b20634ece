import { z } from 'zod'
import { change } from '../edit/draft.ts'
import { refuse } from '../edit/refuse.ts'
import { timelineIdSchema } from '../model/ids.ts'
import { timelineEnd, timelineOf } from '../model/select.ts'
import { timelineSchema } from '../model/timeline.ts'
import { equals } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { timelineName } from './words.ts'

const { name, rate, width, height } = timelineSchema.shape

/** Positions and sizes follow a new canvas, since they are fractions of it. The rate is fixed once clips lie there. */
export const setTimeline = defineCommand({
  type: 'timeline.set',
  payload: z.strictObject({
    timelineId: timelineIdSchema,
    patch: z.strictObject({
      name: name.optional(),
      rate: rate.optional(),
      width: width.optional(),
      height: height.optional(),
      sampleRate: z.int().positive().optional(),
      /** Timecode shown at frame 0, in frames. */
      startFrame: z.int().optional(),
    }),
  }),
  label: ({ timelineId, patch: { name: to, ...format } }, project) => {
    const was = timelineName(project, timelineId)
    const isFormat = Object.values(format).some((value) => value !== undefined)
    return to === undefined || isFormat
      ? say('label:changeTimeline', { name: was })
      : say('label:renameTimeline', { from: was, to })
  },
  apply: (project, { timelineId, patch }) => {
    const timeline = timelineOf(project, timelineId)
    const isSame = patch.rate === undefined || equals(patch.rate, timeline.rate)
    if (!isSame && timelineEnd(project, timeline) > 0) {
      refuse('edit:rateFixed', { timeline: timeline.name })
    }
    const fields = Object.entries(patch).filter(([, value]) => value !== undefined)
    return change(project, (draft) =>
      draft.set('timelines', timelineId, Object.fromEntries(fields)),
    )
  },
})
