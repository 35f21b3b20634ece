import { z } from 'zod'
import { scalePins as scale } from '../edit/pins.ts'
import { pinIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { factorSchema } from './factorSchema.ts'
import { count } from './words.ts'

export const scalePins = defineCommand({
  type: 'pins.scale',
  payload: z.strictObject({
    pinIds: z.array(pinIdSchema).min(1),
    /** Index that stays. */
    anchor: z.int().nonnegative(),
    factor: factorSchema,
  }),
  label: ({ pinIds }) => `Scale ${count(pinIds.length, 'pin')} in time`,
  apply: scale,
})
