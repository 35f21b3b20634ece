import { z } from 'zod'
import { addSpeedKey as add } from '../edit/addSpeedKey.ts'
import { itemIdSchema } from '../model/ids.ts'
import { speedEaseSchema } from '../model/speedCurve.ts'
import { rationalSchema } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const addSpeedKey = defineCommand({
  type: 'speedKey.add',
  payload: z.strictObject({
    itemId: itemIdSchema,
    /** Clip frames. */
    frame: z.int(),
    /** Media seconds per timeline second; absent: as it is there now. */
    speed: rationalSchema.optional(),
    ease: speedEaseSchema.optional(),
  }),
  label: ({ itemId }, project) => say('label:addSpeedKey', { clip: clipName(project, itemId) }),
  apply: add,
})
