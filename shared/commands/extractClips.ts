import { z } from 'zod'
import { extract } from '../edit/extract.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipNames } from './words.ts'

export const extractClips = defineCommand({
  type: 'clips.extract',
  payload: z.strictObject({ itemIds: z.array(itemIdSchema).min(1), linked: z.boolean() }),
  label: ({ itemIds }, project) =>
    say('label:rippleDelete', { clips: clipNames(project, itemIds) }),
  apply: extract,
})
