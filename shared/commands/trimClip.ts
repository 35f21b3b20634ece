import { z } from 'zod'
import { rippleTrim } from '../edit/rippleTrim.ts'
import { trim } from '../edit/trim.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { byFrames, clipName } from './words.ts'

const TRIMS = {
  start: { plain: 'label:trimStart', ripple: 'label:rippleTrimStart' },
  end: { plain: 'label:trimEnd', ripple: 'label:rippleTrimEnd' },
} as const

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
    say(TRIMS[edge][ripple ? 'ripple' : 'plain'], {
      clip: clipName(project, itemId),
      by: byFrames(delta),
    }),
  apply: (project, { ripple, ...args }, makeId) =>
    (ripple ? rippleTrim : trim)(project, args, makeId),
})
