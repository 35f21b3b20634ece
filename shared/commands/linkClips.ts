import { z } from 'zod'
import { link } from '../edit/link.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipNames } from './words.ts'

export const linkClips = defineCommand({
  type: 'clips.link',
  payload: z.strictObject({ itemIds: z.array(itemIdSchema).min(1) }),
  label: ({ itemIds }, project) => say('label:linkClips', { clips: clipNames(project, itemIds) }),
  apply: link,
})
