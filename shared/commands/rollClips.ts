import { z } from 'zod'
import { roll } from '../edit/roll.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { byFrames, clipName } from './words.ts'

export const rollClips = defineCommand({
  type: 'clips.roll',
  payload: z.strictObject({
    leftId: itemIdSchema,
    /** Starts where the left one ends, on the same track. */
    rightId: itemIdSchema,
    /** Frames; positive = later. */
    delta: z.int(),
    linked: z.boolean(),
  }),
  label: ({ leftId, rightId, delta }, project) =>
    say('label:roll', {
      left: clipName(project, leftId),
      right: clipName(project, rightId),
      by: byFrames(delta),
    }),
  apply: roll,
})
