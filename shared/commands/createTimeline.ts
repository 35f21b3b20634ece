import { z } from 'zod'
import { createTimeline as create } from '../edit/createTimeline.ts'
import { timelineSchema } from '../model/timeline.ts'
import { rationalSchema } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

const { name, width, height } = timelineSchema.shape

export const createTimeline = defineCommand({
  type: 'timeline.create',
  payload: z.strictObject({
    name,
    /** Frames per second, exact. */
    rate: rationalSchema,
    width,
    height,
    /** Hz; absent: 48000. */
    sampleRate: z.int().positive().optional(),
  }),
  label: ({ name: called }) => say('label:createTimeline', { name: called }),
  apply: create,
})
