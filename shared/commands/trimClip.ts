import { z } from 'zod'
import { rippleTrim } from '../edit/rippleTrim.ts'
import { trim } from '../edit/trim.ts'
import { itemIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { byFrames, clipName } from './words.ts'

export const trimClip = defineCommand({
  type: 'clip.trim',
  payload: z.strictObject({
    itemId: itemIdSchema,
    edge: z.enum(['start', 'end']),
    /** Frames; positive = later. */
    delta: z.int(),
    ripple: z.boolean(),
    linked: z.boolean(),
  }),
  label: ({ itemId, edge, delta, ripple }, project) =>
    `${ripple ? 'Ripple trim' : 'Trim'} the ${edge} of ${clipName(project, itemId)} ${byFrames(delta)}`,
  apply: (project, { ripple, ...args }, makeId) =>
    (ripple ? rippleTrim : trim)(project, args, makeId),
})
