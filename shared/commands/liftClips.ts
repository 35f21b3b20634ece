import { z } from 'zod'
import { lift } from '../edit/lift.ts'
import { itemIdSchema } from '../model/ids.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './Command.ts'
import { clipNames } from './words.ts'

export const liftClips = defineCommand({
  type: 'clips.lift',
  payload: z.strictObject({ itemIds: z.array(itemIdSchema).min(1), linked: z.boolean() }),
  label: ({ itemIds }, project) => say('label:deleteClips', { clips: clipNames(project, itemIds) }),
  apply: lift,
})
