import { z } from 'zod'
import { keyframeRefSchema } from '../edit/keyframeRef.ts'
import { scaleKeyframes as scale } from '../edit/scaleKeyframes.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { factorSchema } from './factorSchema.ts'
import { clipName } from './words.ts'

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
    say('label:scaleKeyframes', { count: keyframes.length, clip: clipName(project, itemId) }),
  apply: scale,
})
