import { z } from 'zod'
import { addTrack as add } from '../edit/tracks.ts'
import { timelineIdSchema } from '../model/ids.ts'
import { trackSchema } from '../model/track.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const addTrack = defineCommand({
  type: 'track.add',
  payload: z.strictObject({
    timelineId: timelineIdSchema,
    kind: trackSchema.shape.kind,
    name: z.string().min(1),
  }),
  label: ({ name }) => say('label:addTrack', { name }),
  apply: add,
})
