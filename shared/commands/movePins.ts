import { z } from 'zod'
import { movePins as move } from '../edit/pins.ts'
import { pinIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { count } from './words.ts'

export const movePins = defineCommand({
  type: 'pins.move',
  payload: z.strictObject({
    moves: z.array(z.strictObject({ pinId: pinIdSchema, index: z.int().nonnegative() })).min(1),
  }),
  label: ({ moves }) =>
    moves.length === 1
      ? `Move the pin to index ${moves[0]?.index}`
      : `Move ${count(moves.length, 'pin')}`,
  apply: move,
})
