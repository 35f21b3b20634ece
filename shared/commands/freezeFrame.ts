import { z } from 'zod'
import { freezeFrame as freeze } from '../edit/freezeFrame.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

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
    say('label:freezeFrame', { count: duration, clip: clipName(project, itemId) }),
  apply: freeze,
})
