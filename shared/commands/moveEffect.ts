import { z } from 'zod'
import { moveEffect as apply } from '../edit/effects.ts'
import { effectIdSchema, itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName, effectName } from './words.ts'

export const moveEffect = defineCommand({
  type: 'effect.move',
  payload: z.strictObject({
    itemId: itemIdSchema,
    effectId: effectIdSchema,
    /** Its place among the others from now on. */
    index: z.int().nonnegative(),
  }),
  label: ({ itemId, effectId }, project) =>
    say('label:moveEffect', {
      effect: effectName(project, itemId, effectId),
      clip: clipName(project, itemId),
    }),
  apply: apply,
})
