import { z } from 'zod'
import { shotFromClip as transform } from '../edit/shotFromClip.ts'
import { itemIdSchema } from '../model/ids.ts'
import { pinSchema, shotSchema } from '../model/shot.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const shotFromClip = defineCommand({
  type: 'shot.fromClip',
  payload: z.strictObject({
    itemId: itemIdSchema,
    /** Its source span is replaced by the clip's own. */
    shot: shotSchema,
    pins: z.array(pinSchema),
  }),
  label: ({ itemId, shot }, project) =>
    say(shot.mode === 'reframe' ? 'label:reframeClip' : 'label:transformClip', {
      clip: clipName(project, itemId),
    }),
  apply: transform,
})
