import { z } from 'zod'
import { easeSpeedKeys as ease } from '../edit/easeSpeedKeys.ts'
import { itemIdSchema, keyframeIdSchema } from '../model/ids.ts'
import { speedEaseSchema } from '../model/speedCurve.ts'
import { defineCommand } from './Command.ts'
import { clipName, count } from './words.ts'

export const easeSpeedKeys = defineCommand({
  type: 'speedKeys.ease',
  payload: z.strictObject({
    itemId: itemIdSchema,
    keyframeIds: z.array(keyframeIdSchema).min(1),
    ease: speedEaseSchema,
  }),
  label: ({ itemId, keyframeIds }, project) =>
    `Change the easing of ${count(keyframeIds.length, 'speed keyframe')} of ${clipName(project, itemId)}`,
  apply: ease,
})
