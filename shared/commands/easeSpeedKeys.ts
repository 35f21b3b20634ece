import { z } from 'zod'
import { easeSpeedKeys as ease } from '../edit/easeSpeedKeys.ts'
import { itemIdSchema, keyframeIdSchema } from '../model/ids.ts'
import { speedEaseSchema } from '../model/speedCurve.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const easeSpeedKeys = defineCommand({
  type: 'speedKeys.ease',
  payload: z.strictObject({
    itemId: itemIdSchema,
    keyframeIds: z.array(keyframeIdSchema).min(1),
    ease: speedEaseSchema,
  }),
  label: ({ itemId, keyframeIds }, project) =>
    say('label:easeSpeedKeys', { count: keyframeIds.length, clip: clipName(project, itemId) }),
  apply: ease,
})
