import { z } from 'zod'
import { freezeFrame as freeze } from '../edit/freezeFrame.ts'
import { itemIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { clipName, count } from './words.ts'

export const freezeFrame = defineCommand({
  type: 'frame.freeze',
  payload: z.strictObject({
    itemId: itemIdSchema,
    /** Timeline frame inside the clip: the one that is held, where the hold starts. */
    frame: z.int().nonnegative(),
    /** Frames. */
    duration: z.int().positive(),
    ripple: z.boolean(),
  }),
  label: ({ itemId, duration }, project) =>
    `Hold a frame of ${clipName(project, itemId)} for ${count(duration, 'frame')}`,
  apply: freeze,
})
