import { z } from 'zod'
import { addTransitions as add } from '../edit/addTransitions.ts'
import { itemIdSchema } from '../model/ids.ts'
import { transitionStyleSchema } from '../model/transition.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

/** Without a style and lengths: the usual transition on every chosen cut. */
export const addTransitions = defineCommand({
  type: 'transitions.add',
  payload: z.strictObject({
    /** Neighbours, or one clip and null for its free edge. */
    cuts: z
      .array(z.strictObject({ from: itemIdSchema.nullable(), to: itemIdSchema.nullable() }))
      .min(1),
    linked: z.boolean(),
    style: transitionStyleSchema.optional(),
    /** Frames on each side of the cut. */
    before: z.int().nonnegative().optional(),
    after: z.int().nonnegative().optional(),
  }),
  label: ({ cuts, style }) => {
    if (cuts.length > 1) return say('label:addTransitions', { count: cuts.length })
    return style
      ? say('label:addTransitionOf', { style: say(`transition:${style.kind}`) })
      : say('label:addTransition')
  },
  apply: add,
})
