import { z } from 'zod'
import { keyframeRefSchema } from '../edit/keyframeRef.ts'
import { removeKeyframes as remove } from '../edit/removeKeyframes.ts'
import { itemIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { clipName, count } from './words.ts'

export const removeKeyframes = defineCommand({
  type: 'keyframes.remove',
  payload: z.strictObject({
    itemId: itemIdSchema,
    keyframes: z.array(keyframeRefSchema).min(1),
  }),
  label: ({ itemId, keyframes }, project) =>
    `Delete ${count(keyframes.length, 'keyframe')} of ${clipName(project, itemId)}`,
  apply: remove,
})
