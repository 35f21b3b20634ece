import { z } from 'zod'
import { moveKeyframes as move } from '../edit/moveKeyframes.ts'
import { propertySchema } from '../model/clip.ts'
import { itemIdSchema, keyframeIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { clipName, count } from './words.ts'

export const moveKeyframes = defineCommand({
  type: 'keyframes.move',
  payload: z.strictObject({
    itemId: itemIdSchema,
    moves: z
      .array(
        z.strictObject({
          property: propertySchema,
          keyframeId: keyframeIdSchema,
          /** Clip frames. */
          frame: z.int(),
          value: z.number().optional(),
        }),
      )
      .min(1),
  }),
  label: ({ itemId, moves }, project) =>
    `Move ${count(moves.length, 'keyframe')} of ${clipName(project, itemId)}`,
  apply: move,
})
