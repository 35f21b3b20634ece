import { z } from 'zod'
import { movePins as move } from '../edit/pins.ts'
import { pinIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'

export const movePins = defineCommand({
  type: 'pins.move',
  payload: z.strictObject({
    moves: z.array(z.strictObject({ pinId: pinIdSchema, index: z.int().nonnegative() })).min(1),
  }),
  label: ({ moves }) => {
    const [only] = moves
    return only !== undefined && moves.length === 1
      ? say('label:movePin', { index: only.index })
      : say('label:movePins', { count: moves.length })
  },
  apply: move,
})
