import { z } from 'zod'
import { ungroup } from '../edit/group.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipNames } from './words.ts'

export const ungroupClips = defineCommand({
  type: 'clips.ungroup',
  /** The whole group of each clip is dissolved. */
  payload: z.strictObject({ itemIds: z.array(itemIdSchema).min(1) }),
  label: ({ itemIds }, project) =>
    say('label:ungroupClips', { clips: clipNames(project, itemIds) }),
  apply: ungroup,
})
