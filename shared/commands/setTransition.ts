import { z } from 'zod'
import { setTransition as set } from '../edit/setTransition.ts'
import { transitionIdSchema } from '../model/ids.ts'
import { transitionStyleSchema } from '../model/transition.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { styleName } from './words.ts'

export const setTransition = defineCommand({
  type: 'transition.set',
  payload: z.strictObject({
    transitionId: transitionIdSchema,
    patch: z.strictObject({
      /** Frames on each side of the cut. */
      before: z.int().nonnegative().optional(),
      after: z.int().nonnegative().optional(),
      style: transitionStyleSchema.optional(),
    }),
  }),
  label: ({ transitionId, patch: { before, after } }, project) =>
    say(
      before !== undefined || after !== undefined
        ? 'label:changeTransitionLength'
        : 'label:changeTransition',
      { style: styleName(project, transitionId) },
    ),
  apply: set,
})
