import { z } from 'zod'
import { moveKeyframes as move } from '../edit/moveKeyframes.ts'
import { animatedPathSchema } from '../model/animatedPath.ts'
import { itemIdSchema, keyframeIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const moveKeyframes = defineCommand({
  type: 'keyframes.move',
  payload: z.strictObject({
    itemId: itemIdSchema,
    moves: z
      .array(
        z.strictObject({
          property: animatedPathSchema,
          keyframeId: keyframeIdSchema,
          /** Clip frames. */
          frame: z.int(),
          value: z.number().optional(),
        }),
      )
      .min(1),
  }),
  label: ({ itemId, moves }, project) =>
    say('label:moveKeyframes', { count: moves.length, clip: clipName(project, itemId) }),
  apply: move,
})
