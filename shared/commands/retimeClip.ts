import { z } from 'zod'
import { retime } from '../edit/retime.ts'
import { itemIdSchema } from '../model/ids.ts'
import { rationalSchema } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName, percent } from './words.ts'

export const retimeClip = defineCommand({
  type: 'clip.retime',
  payload: z.strictObject({
    itemId: itemIdSchema,
    /** Media seconds per timeline second, not 0; linked clips follow. The media span is kept. */
    speed: rationalSchema,
    ripple: z.boolean(),
  }),
  label: ({ itemId, speed, ripple }, project) =>
    say(ripple ? 'label:rippleRetimeClip' : 'label:retimeClip', {
      clip: clipName(project, itemId),
      percent: percent(speed),
    }),
  apply: retime,
})
