import { z } from 'zod'
import { scalePins as scale } from '../edit/pins.ts'
import { pinIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { factorSchema } from './factorSchema.ts'

export const scalePins = defineCommand({
  type: 'pins.scale',
  payload: z.strictObject({
    pinIds: z.array(pinIdSchema).min(1),
    /** Index that stays. */
    anchor: z.int().nonnegative(),
    factor: factorSchema,
  }),
  label: ({ pinIds }) => say('label:scalePins', { count: pinIds.length }),
  apply: scale,
})
