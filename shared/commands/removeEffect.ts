import { z } from 'zod'
import { removeEffect as apply } from '../edit/effects.ts'
import { effectIdSchema, itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName, effectName } from './words.ts'

export const removeEffect = defineCommand({
  type: 'effect.remove',
  payload: z.strictObject({
    itemId: itemIdSchema,
    effectId: effectIdSchema,
  }),
  label: ({ itemId, effectId }, project) =>
    say('label:removeEffect', {
      effect: effectName(project, itemId, effectId),
      clip: clipName(project, itemId),
    }),
  apply: apply,
})
