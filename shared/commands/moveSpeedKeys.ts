import { z } from 'zod'
import { moveSpeedKeys as move } from '../edit/moveSpeedKeys.ts'
import { itemIdSchema, keyframeIdSchema } from '../model/ids.ts'
import { rationalSchema } from '../time/rational.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const moveSpeedKeys = defineCommand({
  type: 'speedKeys.move',
  payload: z.strictObject({
    itemId: itemIdSchema,
    moves: z
      .array(
        z.strictObject({
          keyframeId: keyframeIdSchema,
          /** Clip frames. */
          frame: z.int(),
          speed: rationalSchema.optional(),
        }),
      )
      .min(1),
  }),
  label: ({ itemId, moves }, project) =>
    say('label:moveSpeedKeys', { count: moves.length, clip: clipName(project, itemId) }),
  apply: move,
})
