import { z } from 'zod'
import { addEffect as apply } from '../edit/effects.ts'
import { effectKindSchema } from '../model/effect.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const addEffect = defineCommand({
  type: 'effect.add',
  payload: z.strictObject({
    itemId: itemIdSchema,
    kind: effectKindSchema,
    /** Place among the clip's effects; absent: the last. */
    index: z.int().nonnegative().optional(),
  }),
  label: ({ itemId, kind }, project) =>
    say('label:addEffect', { effect: say(`effect:${kind}`), clip: clipName(project, itemId) }),
  apply: apply,
})
