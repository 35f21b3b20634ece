import { z } from 'zod'
import { removeSpeedKeys as remove } from '../edit/removeSpeedKeys.ts'
import { itemIdSchema, keyframeIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const removeSpeedKeys = defineCommand({
  type: 'speedKeys.remove',
  payload: z.strictObject({
    itemId: itemIdSchema,
    keyframeIds: z.array(keyframeIdSchema).min(1),
  }),
  label: ({ itemId, keyframeIds }, project) =>
    say('label:deleteSpeedKeys', { count: keyframeIds.length, clip: clipName(project, itemId) }),
  apply: remove,
})
