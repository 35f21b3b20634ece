import { z } from 'zod'
import { keyframeRefSchema } from '../edit/keyframeRef.ts'
import { scaleKeyframes as scale } from '../edit/scaleKeyframes.ts'
import { itemIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { factorSchema } from './factorSchema.ts'
import { clipName, count } from './words.ts'

export const scaleKeyframes = defineCommand({
  type: 'keyframes.scale',
  payload: z.strictObject({
    itemId: itemIdSchema,
    keyframes: z.array(keyframeRefSchema).min(1),
    /** Clip frame that stays. */
    anchor: z.int(),
    factor: factorSchema,
  }),
  label: ({ itemId, keyframes }, project) =>
    `Scale ${count(keyframes.length, 'keyframe')} of ${clipName(project, itemId)} in time`,
  apply: scale,
})
