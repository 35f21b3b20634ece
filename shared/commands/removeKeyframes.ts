import { z } from 'zod'
import { keyframeRefSchema } from '../edit/keyframeRef.ts'
import { removeKeyframes as remove } from '../edit/removeKeyframes.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const removeKeyframes = defineCommand({
  type: 'keyframes.remove',
  payload: z.strictObject({
    itemId: itemIdSchema,
    keyframes: z.array(keyframeRefSchema).min(1),
  }),
  label: ({ itemId, keyframes }, project) =>
    say('label:deleteKeyframes', { count: keyframes.length, clip: clipName(project, itemId) }),
  apply: remove,
})
