import { z } from 'zod'
import { pasteAttributes as paste, STYLES } from '../edit/pasteAttributes.ts'
import { propertySchema } from '../model/clip.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipNames } from './words.ts'

export const pasteAttributes = defineCommand({
  type: 'attributes.paste',
  payload: z.strictObject({
    fromId: itemIdSchema,
    itemIds: z.array(itemIdSchema).min(1),
    properties: z.array(propertySchema),
    /** Pasting one that the source lacks takes it away. */
    styles: z.array(z.enum(STYLES)).optional(),
  }),
  label: ({ itemIds }, project) =>
    say('label:pasteAttributes', { clips: clipNames(project, itemIds) }),
  apply: paste,
})
