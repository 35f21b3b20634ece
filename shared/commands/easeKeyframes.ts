import { z } from 'zod'
import { easeKeyframes as ease } from '../edit/easeKeyframes.ts'
import { keyframeRefSchema } from '../edit/keyframeRef.ts'
import { itemIdSchema } from '../model/ids.ts'
import { easingSchema } from '../model/keyframe.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const easeKeyframes = defineCommand({
  type: 'keyframes.ease',
  payload: z.strictObject({
    itemId: itemIdSchema,
    keyframes: z.array(keyframeRefSchema).min(1),
    easing: easingSchema,
  }),
  label: ({ itemId, keyframes }, project) =>
    say('label:easeKeyframes', { count: keyframes.length, clip: clipName(project, itemId) }),
  apply: ease,
})
