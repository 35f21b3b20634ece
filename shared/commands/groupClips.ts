import { z } from 'zod'
import { group } from '../edit/group.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipNames } from './words.ts'

export const groupClips = defineCommand({
  type: 'clips.group',
  payload: z.strictObject({ itemIds: z.array(itemIdSchema).min(2) }),
  label: ({ itemIds }, project) => say('label:groupClips', { clips: clipNames(project, itemIds) }),
  apply: group,
})
