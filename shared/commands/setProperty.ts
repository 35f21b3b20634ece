import { z } from 'zod'
import { pathName } from '../edit/animated.ts'
import { setProperty as set } from '../edit/setProperty.ts'
import { animatedPathSchema } from '../model/animatedPath.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const setProperty = defineCommand({
  type: 'property.set',
  payload: z.strictObject({
    itemId: itemIdSchema,
    property: animatedPathSchema,
    value: z.number(),
    /** Clip frames; needed where the property has keyframes. */
    frame: z.int().optional(),
  }),
  label: ({ itemId, property }, project) =>
    say('label:changeProperty', {
      property: pathName(property),
      clip: clipName(project, itemId),
    }),
  apply: set,
})
