import { z } from 'zod'
import { removeSpeedKeys as remove } from '../edit/removeSpeedKeys.ts'
import { itemIdSchema, keyframeIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { clipName, count } from './words.ts'

export const removeSpeedKeys = defineCommand({
  type: 'speedKeys.remove',
  payload: z.strictObject({
    itemId: itemIdSchema,
    keyframeIds: z.array(keyframeIdSchema).min(1),
  }),
  label: ({ itemId, keyframeIds }, project) =>
    `Delete ${count(keyframeIds.length, 'speed keyframe')} of ${clipName(project, itemId)}`,
  apply: remove,
})
