import { z } from 'zod'
import { removePins as remove } from '../edit/pins.ts'
import { pinIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { count } from './words.ts'

export const removePins = defineCommand({
  type: 'pins.remove',
  payload: z.strictObject({ pinIds: z.array(pinIdSchema).min(1) }),
  label: ({ pinIds }) => `Delete ${count(pinIds.length, 'pin')}`,
  apply: remove,
})
