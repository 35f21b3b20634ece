import { z } from 'zod'
import { closeGap as close } from '../edit/closeGap.ts'
import { trackIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const closeGap = defineCommand({
  type: 'gap.close',
  payload: z.strictObject({ trackId: trackIdSchema, frame: z.int().nonnegative() }),
  label: () => say('label:closeGap'),
  apply: close,
})
