import { z } from 'zod'
import { copyKeyframes as copy } from '../edit/copyKeyframes.ts'
import { keyframeRefSchema } from '../edit/keyframeRef.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const copyKeyframes = defineCommand({
  type: 'keyframes.copy',
  payload: z.strictObject({
    fromId: itemIdSchema,
    keyframes: z.array(keyframeRefSchema).min(1),
    /** May be the clip itself. */
    toId: itemIdSchema,
    /** Clip frame of the receiving clip on which the first one lands. */
    frame: z.int(),
  }),
  label: ({ keyframes, toId }, project) =>
    say('label:copyKeyframes', { count: keyframes.length, clip: clipName(project, toId) }),
  apply: copy,
})
