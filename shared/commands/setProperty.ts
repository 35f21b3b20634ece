import { z } from 'zod'
import { setProperty as set } from '../edit/setProperty.ts'
import { propertySchema } from '../model/clip.ts'
import { itemIdSchema } from '../model/ids.ts'
import { defineCommand } from './Command.ts'
import { clipName, propertyWords } from './words.ts'

export const setProperty = defineCommand({
  type: 'property.set',
  payload: z.strictObject({
    itemId: itemIdSchema,
    property: propertySchema,
    value: z.number(),
    /** Clip frames; needed where the property has keyframes. */
    frame: z.int().optional(),
  }),
  label: ({ itemId, property }, project) =>
    `Change the ${propertyWords[property]} of ${clipName(project, itemId)}`,
  apply: set,
})
