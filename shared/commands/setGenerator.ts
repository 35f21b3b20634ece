import { z } from 'zod'
import { setGenerator as set } from '../edit/setGenerator.ts'
import { generatorSchema } from '../model/generator.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipName } from './words.ts'

export const setGenerator = defineCommand({
  type: 'generator.set',
  payload: z.strictObject({
    itemId: itemIdSchema,
    /** All of it, of the clip's own kind. */
    content: generatorSchema,
    /** What a clip without words is called, in the language of whoever changes it. */
    wordless: z.string().min(1),
  }),
  label: ({ itemId, content }, project) =>
    say('label:changeGenerator', {
      what: say(`source:${content.kind}`),
      clip: clipName(project, itemId),
    }),
  apply: set,
})
