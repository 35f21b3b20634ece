import { z } from 'zod'
import { addKeyframe as add } from '../edit/addKeyframe.ts'
import { pathName } from '../edit/animated.ts'
import { animatedPathSchema } from '../model/animatedPath.ts'
import { itemIdSchema } from '../model/ids.ts'
import { easingSchema } from '../model/keyframe.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const addKeyframe = defineCommand({
  type: 'keyframe.add',
  payload: z.strictObject({
    itemId: itemIdSchema,
    property: animatedPathSchema,
    /** Clip frames. */
    frame: z.int(),
    /** Absent: the value that the property has there now. */
    value: z.number().optional(),
    easing: easingSchema.optional(),
  }),
  label: ({ itemId, property }, project) =>
    say('label:addKeyframe', {
      property: pathName(property),
      clip: clipName(project, itemId),
    }),
  apply: add,
})
