import { z } from 'zod'
import { addKeyframe as add } from '../edit/addKeyframe.ts'
import { propertySchema } from '../model/clip.ts'
import { itemIdSchema } from '../model/ids.ts'
import { easingSchema } from '../model/keyframe.ts'
import { defineCommand } from './Command.ts'
import { clipName, propertyWords } from './words.ts'

export const addKeyframe = defineCommand({
  type: 'keyframe.add',
  payload: z.strictObject({
    itemId: itemIdSchema,
    property: propertySchema,
    /** Clip frames. */
    frame: z.int(),
    /** Absent: the value that the property has there now. */
    value: z.number().optional(),
    easing: easingSchema.optional(),
  }),
  label: ({ itemId, property }, project) =>
    `Add a ${propertyWords[property]} keyframe to ${clipName(project, itemId)}`,
  apply: add,
})
