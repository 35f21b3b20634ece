import { z } from 'zod'
import { setFades as set } from '../edit/setFades.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const setFades = defineCommand({
  type: 'clip.fade',
  payload: z.strictObject({
    itemId: itemIdSchema,
    /** Frames; 0 takes the fade away. */
    fadeIn: z.int().nonnegative().optional(),
    fadeOut: z.int().nonnegative().optional(),
  }),
  label: ({ itemId }, project) => say('label:changeFades', { clip: clipName(project, itemId) }),
  apply: set,
})
