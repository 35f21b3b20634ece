import { z } from 'zod'
import { moveTransition as move } from '../edit/moveTransition.ts'
import { itemIdSchema, transitionIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { styleName } from './words.ts'

export const moveTransition = defineCommand({
  type: 'transition.move',
  payload: z.strictObject({
    transitionId: transitionIdSchema,
    /** The neighbours of the other cut, or one clip and null for its free edge. */
    from: itemIdSchema.nullable(),
    to: itemIdSchema.nullable(),
  }),
  label: ({ transitionId }, project) =>
    say('label:moveTransition', { style: styleName(project, transitionId) }),
  apply: move,
})
