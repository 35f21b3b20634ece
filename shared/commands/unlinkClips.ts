import { z } from 'zod'
import { unlink } from '../edit/link.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipNames } from './words.ts'

export const unlinkClips = defineCommand({
  type: 'clips.unlink',
  payload: z.strictObject({ itemIds: z.array(itemIdSchema).min(1) }),
  label: ({ itemIds }, project) => say('label:unlinkClips', { clips: clipNames(project, itemIds) }),
  apply: unlink,
})
