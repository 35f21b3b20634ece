import { z } from 'zod'
import { removePins as remove } from '../edit/pins.ts'
import { pinIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const removePins = defineCommand({
  type: 'pins.remove',
  payload: z.strictObject({ pinIds: z.array(pinIdSchema).min(1) }),
  label: ({ pinIds }) => say('label:deletePins', { count: pinIds.length }),
  apply: remove,
})
